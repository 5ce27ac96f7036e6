import { type Clinic, type Instant, type Notifier, onCallOf } from '@glowbot/core';

/** Somebody on call was told, at this time, by this way. */
export type StageCall = { at: Instant; by: string; to: string; priority: 'normal' | 'urgent' };

/** Every way that the clinic's records name, and all of them work; what they brought is written down. */
export function stageNotifiers(clinic: Clinic, clock: () => Instant) {
  const calls: StageCall[] = [];
  const names = new Set(onCallOf(clinic).people.flatMap(({ ways }) => ways.map(({ notifier }) => notifier)));
  const notifiers = [...names].map(
    (name): Notifier => ({
      name,
      async deliver({ priority }, to) {
        calls.push({ at: clock(), by: name, to, priority });
        return { kind: 'delivered' };
      },
    }),
  );
  return { calls, notifiers };
}
