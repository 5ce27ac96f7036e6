import type { BusyPeriod } from '@glowbot/core';
import type { CustomerRecord } from '../stage/customer.ts';
import type { Reply } from '../stage/stage-channel.ts';
import type { Act } from './act.ts';

export type Moment = {
  act: Act;
  before: CustomerRecord;
  after: CustomerRecord;
  replies: readonly Reply[];
  busy: readonly BusyPeriod[];
  troubles: readonly string[];
  /** Why the guard refused what was said in this moment. */
  doubts: readonly string[];
};

/** What must hold after everything that can happen; each says what is wrong, or nothing. */
export const promises: Readonly<Record<string, (moment: Moment) => string | undefined>> = {
  'nothing goes wrong inside': ({ troubles }) => troubles[0],

  'what is said is backed by the records': ({ doubts }) => doubts[0],

  'in human hands the bot says nothing': ({ before, after, replies, act }) => {
    const wasSilent = inHumanHands(before) && inHumanHands(after) && act.kind !== 'waits';
    /** The emergency card leaves human hands first; nothing else may be said there. */
    const saysCard = saidKeys(before, after).every((key) => key.startsWith('handoff.'));
    return wasSilent && replies.length > 0 && !saysCard ? replies[0]?.text : undefined;
  },

  'whoever writes is answered, handed over or already in human hands': ({ act, after, replies }) => {
    const isWordless = act.kind !== 'says' || act.texts.every((text) => text.trim() === '');
    return isWordless || inHumanHands(after) || replies.length > 0 ? undefined : 'nothing was said';
  },

  'every message has an end': ({ before, after }) => {
    const commits = after.commits.slice(before.commits.length);
    const odd = commits.flatMap(({ handled }) => handled).find(({ reason }) => reason === 'quarantined');
    return odd && `message ${odd.seq} was quarantined`;
  },

  'nobody and nothing is booked twice': ({ busy }) => {
    const periods = busy.filter(({ heldUntil }) => heldUntil === null);
    const clash = periods.find((one, index) =>
      periods
        .slice(index + 1)
        .some((other) => one.start < other.end && other.start < one.end && sharesPlace(one, other)),
    );
    return clash && `${clash.staff} or ${clash.room} twice at ${new Date(clash.start).toISOString()}`;
  },

  'an appointment is made once for each agreement': ({ before, after, act }) => {
    const commits = after.commits.slice(before.commits.length);
    const made = commits.filter(({ calendar }) => calendar.some(({ kind }) => kind === 'book'));
    if (made.length === 0) return undefined;
    if (made.length > 1) return 'two were made in one breath';
    const asked = before.facts.asking?.question;
    const isAsked = agreements.has(asked ?? '');
    const isCustomers = act.kind === 'says' || act.kind === 'taps' || act.kind === 'waits';
    return isAsked && isCustomers ? undefined : `made although ${asked ?? 'nothing'} was asked`;
  },

  'nothing is asked that is known': ({ before, after }) => {
    const asked = after.commits
      .slice(before.commits.length)
      .flatMap(({ outbox }) => outbox.map(({ plan }) => plan.ask?.question))
      .at(-1);
    const { name, phone, wish } = after.facts;
    if (asked === 'name' && name !== null && phone !== null) return 'asks for the name, which is known';
    if (asked === 'phone' && phone !== null) return 'asks for the phone, which is known';
    if (asked === 'treatment' && wish.treatment !== undefined && after.facts.interested)
      return `asks for the treatment, which is ${wish.treatment}`;
    return undefined;
  },

  'every sentence is whole': ({ replies }) => {
    const odd = replies.find(
      ({ text }) => text.trim() === '' || /undefined|null|NaN|\[object|\$\{/.test(text),
    );
    return odd?.text;
  },
};

/** Questions whose yes makes an appointment. */
const agreements: ReadonlySet<string> = new Set(['agreement', 'freed']);

const inHumanHands = ({ state }: CustomerRecord) => state.startsWith('handoff');

function saidKeys(before: CustomerRecord, after: CustomerRecord): string[] {
  const plans = after.commits
    .slice(before.commits.length)
    .flatMap(({ outbox }) => outbox.map(({ plan }) => plan));
  return plans.flatMap(({ says, ask }) => [...says.map(({ key }) => key), ...(ask ? [ask.key] : [])]);
}

function sharesPlace(one: BusyPeriod, other: BusyPeriod): boolean {
  if (one.staff !== null && one.staff === other.staff) return true;
  if (one.machine !== null && one.machine === other.machine) return true;
  return one.room !== null && one.room === other.room && one.place === other.place;
}
