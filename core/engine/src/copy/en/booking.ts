import type { bookingFacts } from '../facts/booking-facts.ts';
import type { Refusal } from '../../domain/slot.ts';
import type { Sentences } from '../catalogue.ts';
import { appointmentLines, either } from './lines.ts';

const refusals: Record<Refusal, string> = {
  past: 'has already passed',
  'too-soon': 'is too soon for us to prepare',
  'too-far': 'is further ahead than our calendar is open',
  closed: 'is outside our opening hours',
  'off-grid': 'does not match our starting times',
  'no-staff': 'has nobody on duty for this treatment',
  full: 'is fully booked',
};

export const booking: Sentences<typeof bookingFacts> = {
  'availability.free': (facts, words) =>
    `${words.moment(facts.start)} is free at ${either(facts.branches.split(' ').map((key) => words.branch(key)))}.`,
  'slot.refused': (facts, words) =>
    `${[facts.time, facts.date && words.day(facts.date)].filter(Boolean).join(' ') || 'That time'} ${refusals[facts.refusal]}.`,
  'slot.none': () => 'There is no free time for this treatment in the next two weeks.',
  'slot.lapsed': () => 'I am sorry, the hold on that time ran out and somebody else has booked it.',
  'booked.confirmed': (facts, words) =>
    `Your appointment is booked:\n${appointmentLines(facts, words)}\nTo change it, just write here. See you!`,
  'booked.awaitingDeposit': (facts, words) =>
    `I have noted your appointment:\n${appointmentLines(facts, words)}\nThis treatment needs a deposit of ${words.deposit(facts.treatment)} to keep the place. Our staff will send you the transfer details.`,
};
