import type { changeFacts } from '../facts/change-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { FactsOf } from '../copy-key.ts';
import type { Words } from '../words.ts';
import { inOneLine } from './lines.ts';

export const change: Sentences<typeof changeFacts> = {
  'ask.whichBooking': {
    first: [
      (facts, words) => `You have these appointments; which one do you mean?\n${numbered(facts, words)}`,
      (facts, words) =>
        `I see ${facts.bookings.length} appointments. Which one is it?\n${numbered(facts, words)}`,
    ],
    again: [
      (facts, words) => `Please send me the number of the appointment:\n${numbered(facts, words)}`,
      (facts, words) =>
        `I am not sure which one you mean. Send its number, or "a person" and somebody has a look:\n${numbered(facts, words)}`,
    ],
  },
  'ask.newTime': {
    first: [
      (facts, words) =>
        `Your appointment is ${inOneLine(facts, words)}. To which day and time shall I move it?`,
      (facts, words) => `I can move ${inOneLine(facts, words)} for you. When would suit you?`,
    ],
    again: [
      (facts, words) =>
        `Please give me the new day and time for ${words.treatment(facts.treatment, facts.area)}, for example "Saturday 10 am".`,
      (facts, words) =>
        `Morning, afternoon or evening? If you are not sure, write "keep it" and ${words.momentShort(facts.start)} stays as it is.`,
    ],
  },
  'ask.move': {
    first: [
      (facts, words) => `Please check the change:\n${moveLines(facts, words)}\nShall I move it?`,
      (facts, words) => `This is the change:\n${moveLines(facts, words)}\nIs it right? Then I move it.`,
    ],
    again: [
      (facts, words) =>
        `Nothing has changed yet; I am waiting for your yes:\n${moveLines(facts, words)}\nAnswer "ok" to move it, or "keep it".`,
      (facts, words) =>
        `For another time, just tell me. This is waiting for your yes:\n${moveLines(facts, words)}\nAnswer "ok", "keep it", or "a person".`,
    ],
  },
  'move.done': [
    (facts, words) => `Your appointment has been moved:\n${moveLines(facts, words)}\nSee you then!`,
    (facts, words) =>
      `Done, this is your new appointment:\n${moveLines(facts, words)}\nWrite here if anything comes up.`,
  ],
  'move.byStaff': [
    (facts, words) =>
      `The clinic has moved your appointment:\n${moveLines(facts, words)}\nIf the new time does not suit you, just write here.`,
    (facts, words) =>
      `Your appointment has a new time, set by the clinic:\n${moveLines(facts, words)}\nWrite here if you need another one.`,
  ],
  'cancel.byStaff': [
    (facts, words) =>
      `The clinic has cancelled ${inOneLine(facts, words)}. Write here if you would like another time.`,
    (facts, words) =>
      `${inOneLine(facts, words)} is cancelled, the clinic tells me. To come at another time, just write here.`,
  ],
  'move.kept': [
    (facts, words) => `Your appointment stays as it is: ${inOneLine(facts, words)}.`,
    (facts, words) => `All right, I'll keep ${inOneLine(facts, words)}.`,
  ],
  'move.refused': [
    (facts, words) =>
      `It is too close to ${words.momentShort(facts.start)} for me to move it myself.${rule('reschedule', words)}`,
    (facts, words) =>
      `Sorry, ${words.momentShort(facts.start)} is very soon, so our staff must decide about moving it.${rule('reschedule', words)}`,
  ],
  'ask.cancel': {
    first: [
      (facts, words) =>
        `You would like to cancel ${inOneLine(facts, words)}, right?${rule('cancellation', words)}`,
      (facts, words) =>
        `Just to be sure: shall I cancel ${inOneLine(facts, words)}?${rule('cancellation', words)}`,
    ],
    again: [
      (facts, words) => `${inOneLine(facts, words)} is not cancelled yet. Please answer "cancel" or "keep".`,
      (facts, words) =>
        `Answer "cancel" to drop ${words.momentShort(facts.start)}, "another time" if only that day does not suit you, or "keep".`,
    ],
  },
  'cancel.done': [
    (facts, words) =>
      `I have cancelled ${inOneLine(facts, words)}. Write whenever you would like to come again.`,
    (facts, words) => `${inOneLine(facts, words)} is cancelled. To book again, just write here.`,
  ],
  'cancel.kept': [
    (facts, words) => `I keep ${inOneLine(facts, words)}. See you!`,
    (facts, words) => `All right, nothing is cancelled: ${inOneLine(facts, words)}.`,
  ],
};

function numbered({ bookings }: FactsOf<'ask.whichBooking'>, words: Words): string {
  return bookings
    .map(
      ({ treatment, area, branch, start }, index) =>
        `${index + 1}. ${words.treatment(treatment, area)}, ${words.momentShort(start)}, ${words.branch(branch)}`,
    )
    .join('\n');
}

function moveLines(facts: FactsOf<'ask.move'>, words: Words): string {
  return [
    `• Treatment: ${words.treatment(facts.treatment, facts.area)}`,
    `• Before: ${words.moment(facts.oldStart)}, ${words.branch(facts.oldBranch)}`,
    `• New: ${words.moment(facts.start)}, ${words.branch(facts.branch)}`,
    `• With: ${words.staff(facts.staff)}`,
  ].join('\n');
}

/** The clinic's own rule, where it wrote one. */
function rule(key: string, words: Words): string {
  const text = words.policy(key);
  return text ? `\n${text}` : '';
}
