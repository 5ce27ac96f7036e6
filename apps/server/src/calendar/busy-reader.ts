import { type CalendarStore, dayMs, type EngineParts, minuteMs, type Scheduler } from '@glowbot/core';
import { busyTimesIn } from './busy-times.ts';
import type { FetchText } from './fetch-public.ts';

export type BusyReaderParts = Pick<EngineParts, 'clock' | 'notice'> & {
  store: Pick<EngineParts['store'], 'loadClinic'> & CalendarStore;
  fetchText: FetchText;
};

/** How old what is known of a private calendar may be, and how often it is looked for one that is older. */
const freshMs = 15 * minuteMs;
const lookEveryMs = minuteMs;
const atOnce = 20;

/** Reads the calendars whose turn it is. One that cannot be read keeps its last times, and its clinic is told why. */
export async function readBusySources(parts: BusyReaderParts): Promise<number> {
  const { store } = parts;
  const before = Date.now() - freshMs;
  const stale = await store.staleBusySources(before, atOnce);
  const read = await Promise.all(
    stale.map(async ({ scope, id }) => {
      const source = await store.claimBusySource(scope, id, before);
      if (!source) return false;
      const why = await readSource(parts, scope, source);
      if (why !== undefined)
        parts.notice({ level: 'warn', what: 'private calendar not read', ids: { sourceId: id, why } });
      return true;
    }),
  );
  return read.filter(Boolean).length;
}

type Claimed = NonNullable<Awaited<ReturnType<CalendarStore['claimBusySource']>>>;

/** Why it could not be read, in one word. */
async function readSource(
  { store, clock, fetchText }: BusyReaderParts,
  scope: Parameters<CalendarStore['claimBusySource']>[0],
  { id, address }: Claimed,
): Promise<string | undefined> {
  const { clinic } = await store.loadClinic(scope);
  const fetched = await fetchText(address);
  const now = clock();
  const within = { from: now - dayMs, to: now + (clinic.bookingRules.maxAdvanceDays + 2) * dayMs };
  const read =
    fetched.kind === 'text' ? busyTimesIn(fetched.text, within, clinic.zone) : { kind: fetched.why };
  if (read.kind === 'times') {
    await store.storeBusyTimes(scope, id, read);
    return undefined;
  }
  await store.storeBusyTimes(scope, id, { kind: 'trouble', why: read.kind });
  return read.kind;
}

/** Looks again and again, on every worker; a calendar is read by whichever claims it first. `stop` waits for what is being read. */
export function startBusyReader(parts: BusyReaderParts, after: Scheduler): { stop(): Promise<void> } {
  let stopped = false;
  let cancel = () => {};
  let reading = look();

  async function look(): Promise<void> {
    await readBusySources(parts).catch((error: unknown) =>
      parts.notice({ level: 'error', what: 'reading private calendars failed', error }),
    );
    if (stopped) return;
    cancel = after(lookEveryMs, () => {
      reading = look();
    });
  }

  return {
    async stop() {
      stopped = true;
      cancel();
      await reading;
    },
  };
}
