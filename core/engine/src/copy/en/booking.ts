import type { bookingFacts } from '../facts/booking-facts.ts';
import type { Refusal } from '../../domain/slot.ts';
import type { Sentences } from '../catalogue.ts';
import type { FactsOf } from '../copy-key.ts';
import type { Words } from '../words.ts';
import { appointmentLines, appointmentsLines, either, inOneLine } from './lines.ts';

/** What is wrong with a time, each in two ways. */
const refusals: Record<Refusal, readonly [string, string]> = {
  past: ['has already passed', 'is over already'],
  'too-soon': ['is too soon for us to prepare', 'is at too short notice for us'],
  'too-far': ['is further ahead than our calendar is open', 'is beyond our open calendar'],
  closed: ['is outside our opening hours', 'is not within our opening hours'],
  'off-grid': ['does not match our starting times', 'is not one of our starting times'],
  'no-staff': ['has nobody on duty for this treatment', 'has no one here for this treatment'],
  full: ['is fully booked', 'is already taken'],
};

export const booking: Sentences<typeof bookingFacts> = {
  'availability.free': [
    (facts, words) => `${words.moment(facts.start)} is free at ${branches(facts.branches, words)}.`,
    (facts, words) =>
      `Yes, there is a place at ${words.moment(facts.start)}, ${branches(facts.branches, words)}.`,
  ],
  'slot.refused': [
    (facts, words) => `${wishedTime(facts, words)} ${refusals[facts.refusal][0]}.`,
    (facts, words) => `Sorry, ${wishedTime(facts, words)} ${refusals[facts.refusal][1]}.`,
  ],
  'slot.none': [
    () => 'There is no free time for this treatment in the next two weeks.',
    () => 'I looked through the next two weeks and found no free time that fits.',
  ],
  'slot.lapsed': [
    () => 'I am sorry, the hold on that time ran out and somebody else has booked it.',
    () => 'Sorry, that place was held no longer and has just been taken.',
  ],
  'deposit.lapsed': [
    (facts, words) =>
      `We did not receive the deposit for ${words.treatment(facts.treatment, facts.area)}, ${words.momentShort(facts.start)}, so the place is no longer kept. Write to me to book again.`,
    (facts, words) =>
      `The time for the deposit has passed, so I released ${words.treatment(facts.treatment, facts.area)}, ${words.momentShort(facts.start)}. Just write if you would like another time.`,
  ],
  'deposit.received': [
    (facts, words) =>
      `The clinic has received your deposit of ${words.money(facts.amount)}. Your appointment stands: ${inOneLine(facts, words)}. See you then!`,
    (facts, words) =>
      `Thank you, your deposit of ${words.money(facts.amount)} has arrived, and ${inOneLine(facts, words)} is yours.`,
  ],
  'staff.notThen': [
    ({ staff, start }, words) =>
      `${words.staff(staff)} is not available at ${words.momentShort(start)}, but a colleague is.`,
    ({ staff, start }, words) =>
      `${words.staff(staff)} is fully booked at ${words.momentShort(start)}. Another time, or somebody else?`,
  ],
  'deposit.stated': [
    (facts, words) =>
      `${words.treatment(facts.treatment)} needs a deposit of ${words.money(facts.amount)} to keep the place.${depositRule(words)}`,
    (facts, words) =>
      `To keep the place for ${words.treatment(facts.treatment)} we ask for a deposit of ${words.money(facts.amount)}.${depositRule(words)}`,
  ],
  'deposit.none': [
    (facts, words) => `${words.treatment(facts.treatment)} needs no deposit.`,
    (facts, words) => `There is no deposit for ${words.treatment(facts.treatment)}.`,
  ],
  'booked.confirmed': [
    (facts, words) =>
      `Your appointment is booked:\n${appointmentLines(facts, words)}\nTo change it, just write here. See you!`,
    (facts, words) =>
      `All done, you are booked:\n${appointmentLines(facts, words)}\nIf something comes up, write here and I'll move it. See you then!`,
  ],
  'booked.awaitingDeposit': [
    (facts, words) =>
      `I have noted your appointment:\n${appointmentLines(facts, words)}\nThis treatment needs a deposit of ${words.deposit(facts.treatment)} to keep the place. ${transfer(words.deposit(facts.treatment), facts.note, words)}`,
    (facts, words) =>
      `Your appointment is noted and waits for the deposit:\n${appointmentLines(facts, words)}\nThe deposit is ${words.deposit(facts.treatment)}. ${transfer(words.deposit(facts.treatment), facts.note, words)}`,
  ],
  'booked.several': [
    (facts, words) =>
      `Your appointments are booked:\n${appointmentsLines(facts, words)}\nTo change one, just write here. See you!`,
    (facts, words) =>
      `All done, ${facts.visits.length} appointments are booked:\n${appointmentsLines(facts, words)}\nIf something comes up, write here.`,
  ],
  'booked.severalAwaitingDeposit': [
    (facts, words) =>
      `I have noted your appointments:\n${appointmentsLines(facts, words)}\nThe deposit for all of them is ${words.money(facts.amount)}. ${transfer(words.money(facts.amount), facts.note, words)}`,
    (facts, words) =>
      `These are noted and wait for the deposit of ${words.money(facts.amount)}:\n${appointmentsLines(facts, words)}\n${transfer(words.money(facts.amount), facts.note, words)}`,
  ],
};

function wishedTime({ date, time }: FactsOf<'slot.refused'>, words: Words): string {
  return [time, date && words.day(date)].filter(Boolean).join(' ') || 'that time';
}

function branches(keys: string, words: Words): string {
  return either(keys.split(' ').map((key) => words.branch(key)));
}

/** The clinic's own rule for deposits, where it wrote one. */
function depositRule(words: Words): string {
  const text = words.policy('deposit');
  return text ? `\n${text}` : '';
}

/** How to pay, as far as the clinic's records say; otherwise who will say it. */
function transfer(amount: string, note: string | null, { bank }: Words): string {
  if (!bank || note === null) return 'Our staff will send you the transfer details.';
  return [
    'Please transfer it like this:',
    `• Bank: ${bank.name}`,
    `• Account: ${bank.account}`,
    `• Account holder: ${bank.holder}`,
    `• Deposit: ${amount}`,
    `• Transfer note: ${note}`,
  ].join('\n');
}
