import { type AppointmentRecord, toInstant, toLocal } from '@glowbot/core';
import { BusyTime } from '../dialogue/busy-time.ts';
import { ExistingBooking } from '../dialogue/dialogue-item.ts';
import { empty, fill, furnish } from '../dialogue/furnish.ts';
import { type Customer, type CustomerRecord, customerOn } from '../stage/customer.ts';
import type { Stage } from '../stage/stage.ts';
import type { Reply } from '../stage/stage-channel.ts';
import type { Fact, Happening, Journey } from './journey.ts';

/** Something that did not hold, with its line. */
export type Mismatch = { line: number; wanted: string; found: string };

/** Plays a journey on a fresh stage and tells what did not hold. */
export async function playJourney(stage: Stage, journey: Journey): Promise<Mismatch[]> {
  const { zone } = stage.clinic;
  stage.restart(toInstant(journey.starts, zone));
  await furnish(stage, setupOf(journey), 'customer');
  const customer = customerOn(stage, 'customer');
  const mismatches: Mismatch[] = [];
  for (const { happens, line, holds } of journey.scenes) {
    const replies = await doIt(stage, customer, happens).catch((error: unknown) => {
      mismatches.push({
        line,
        wanted: happens.kind,
        found: error instanceof Error ? error.message : 'an error',
      });
      return [];
    });
    const record = await customer.record();
    for (const { fact, line: at } of holds) {
      const found = whyNot(fact, replies, record, zone);
      if (found !== undefined) mismatches.push({ line: at, wanted: wordsOf(fact), found });
    }
    for (const { what, error } of stage.troubles.splice(0)) {
      const why = error instanceof Error ? error.message : '';
      mismatches.push({ line, wanted: 'no trouble', found: `${what} ${why}` });
    }
  }
  return mismatches;
}

async function doIt(stage: Stage, customer: Customer, happens: Happening): Promise<Reply[]> {
  switch (happens.kind) {
    case 'says':
      return customer.says(...happens.texts);
    case 'taps':
      return customer.taps(happens.title);
    case 'sends':
      return customer.sends(happens.attachment);
    case 'staff write':
      return customer.isToldByStaff(happens.text);
    case 'somebody writes':
      return customer.isWrittenToBySomebody(happens.text);
    case 'in the house':
      return customer.experiences(happens.what);
    case 'fills':
      await fill(stage, [busyFrom(happens.text)]);
      return [];
    case 'empties': {
      const before = customer.replies().length;
      await empty(stage);
      return customer.replies().slice(before);
    }
    case 'time passes': {
      const before = customer.replies().length;
      await stage.passUntil(stage.now() + happens.ms);
      return customer.replies().slice(before);
    }
  }
}

/** What is there instead of a fact; undefined when it holds. */
function whyNot(
  fact: Fact,
  replies: readonly Reply[],
  record: CustomerRecord,
  zone: string,
): string | undefined {
  const said = replies.map(({ text }) => text).join('\n');
  switch (fact.kind) {
    case 'bot says':
      return fact.pattern.test(said) ? undefined : said || '(nothing was said)';
    case 'bot never says':
      return fact.pattern.test(said) ? said : undefined;
    case 'sentence': {
      const keys = keysSaid(record, replies.length);
      return keys.includes(fact.key) ? undefined : keys.join(' ');
    }
    case 'bot is silent':
      return replies.length === 0 ? undefined : said;
    case 'offered': {
      const titles = replies.flatMap(({ choices }) => choices.map(({ title }) => title));
      return fact.titles.every((title) => titles.includes(title)) ? undefined : titles.join(' | ');
    }
    case 'state':
      return record.state === fact.path ? undefined : record.state;
    case 'appointments': {
      const found = record.appointments.map((one) => wordsOfAppointment(one, record, zone));
      const areAll = fact.texts.length === found.length && fact.texts.every((text) => found.includes(text));
      return areAll ? undefined : found.join('; ') || 'không';
    }
    case 'handoff': {
      const reason = record.handoffs.findLast(({ isOpen }) => isOpen)?.reason ?? null;
      return reason === fact.reason ? undefined : (reason ?? 'không');
    }
    case 'opted out':
      return record.optedOut === fact.is ? undefined : String(record.optedOut);
  }
}

/** The keys of what was said last, in as many messages. */
function keysSaid({ commits }: CustomerRecord, messages: number): string[] {
  const plans = commits.flatMap(({ outbox }) => outbox.map(({ plan }) => plan));
  return plans
    .slice(plans.length - messages)
    .flatMap(({ says, ask }) => [...says.map(({ key }) => key), ...(ask ? [ask.key] : [])]);
}

function wordsOf(fact: Fact): string {
  switch (fact.kind) {
    case 'bot says':
    case 'bot never says':
      return `${fact.kind} ${fact.text}`;
    case 'offered':
      return `offered ${fact.titles.join(' | ')}`;
    case 'sentence':
      return fact.key;
    case 'state':
      return fact.path;
    case 'appointments':
      return fact.texts.join('; ') || 'no appointment';
    case 'handoff':
      return `handed over for ${fact.reason ?? 'nothing'}`;
    case 'opted out':
      return `opted out: ${fact.is}`;
    case 'bot is silent':
      return fact.kind;
  }
}

/** `peel 2026-11-24 15:00 cs1, Ngọc Thử, 0912000111`, the way journeys write it. */
function wordsOfAppointment(one: AppointmentRecord, { name, phone }: CustomerRecord, zone: string): string {
  const { date, time } = toLocal(one.start, zone);
  const what = [one.treatment, one.area, date, time, one.branch].filter((part) => part !== null).join(' ');
  return [what, name ?? '?', phone ?? '?'].join(', ');
}

function setupOf(journey: Journey) {
  const of = (kind: 'appointment' | 'full') => journey.before.filter((one) => one.kind === kind);
  return {
    existingBookings: of('appointment').map(({ text }) => {
      const [what = '', name, phone] = text.split(',').map((part) => part.trim());
      const [treatment, date, time, branch] = what.split(' ');
      return ExistingBooking.parse({ treatment, date, time, branch, name, phone });
    }),
    busy: of('full').map(({ text }) => busyFrom(text)),
  };
}

/** `2026-11-27 14:00-17:00`, or a whole day. */
function busyFrom(text: string): BusyTime {
  const [date, hours = '00:00-24:00'] = text.split(' ');
  const [from, to] = hours.split('-');
  return BusyTime.parse({ date, from, to });
}
