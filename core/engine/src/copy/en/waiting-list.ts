import type { waitingListFacts } from '../facts/waiting-list-facts.ts';
import type { WishedFacts } from '../facts/shared-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';
import { inOneLine } from './lines.ts';

export const waitingList: Sentences<typeof waitingListFacts> = {
  'ask.joinWaitingList': {
    first: [
      (facts, words) =>
        `Shall I put you on the waiting list for ${wish(facts, words)}? I'll write to you as soon as there is a place.`,
      (facts, words) =>
        `Would you like to wait for a place for ${wish(facts, words)}? If somebody cancels, I'll tell you.`,
    ],
    again: [
      (facts, words) =>
        `Will you wait for a place for ${wish(facts, words)}? Answer "yes" and I'll note your name.`,
      (facts, words) =>
        `Answer "yes" to join the waiting list for ${wish(facts, words)}, or name another day and I'll look for a place.`,
    ],
  },
  'waitingList.joined': [
    (facts, words) =>
      `You are on the waiting list for ${wish(facts, words)}. When a place comes free for you, I'll write at once.`,
    (facts, words) =>
      `Done, you are waiting for ${wish(facts, words)}. I'll write as soon as there is a place.`,
  ],
  'waitingList.notJoined': [
    () => 'All right, no waiting list. Write whenever another time would suit you.',
    () => 'No problem. If you would like to see other times, just ask.',
  ],
  'waitingList.left': [
    () => 'I have taken you off the waiting list.',
    () => 'You are no longer on the waiting list. Write if you would like to be again.',
  ],
  'ask.takeFreed': {
    first: [
      (facts, words) =>
        `A place has come free: ${inOneLine(facts, words)}, with ${words.staff(facts.staff)}. I am holding it for you ${words.until(facts.until)}. Would you like it?`,
      (facts, words) =>
        `Good news: ${inOneLine(facts, words)}, with ${words.staff(facts.staff)}, is free now. Shall I take it for you? I can hold it ${words.until(facts.until)}.`,
    ],
    again: [
      (facts, words) =>
        `I can hold ${words.momentShort(facts.start)} for you only ${words.until(facts.until)}. Would you like it?`,
      (facts, words) =>
        `Answer "yes" to take ${words.momentShort(facts.start)}, or "no" and I'll keep waiting for another place for you.`,
    ],
  },
  'freed.declined': [
    () => "All right, you stay on the waiting list and I'll write when another place comes free.",
    () => "No problem, I'll pass this one on and tell you about the next.",
  ],
  'freed.expired': [
    ({ start }, words) =>
      `The hold on ${words.momentShort(start)} has run out, so I offered it to the next person. I'll write when another place comes free.`,
    ({ start }, words) =>
      `Sorry, I could not hold ${words.momentShort(start)} for you any longer. You are still on the waiting list.`,
  ],
};

/** "Peel, Sat 28/11 morning" */
function wish(facts: { treatment: string } & WishedFacts, words: Words): string {
  return [words.treatment(facts.treatment), words.wished(facts)].filter(Boolean).join(', ');
}
