import type { followUpFacts } from '../facts/follow-up-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const followUp: Sentences<typeof followUpFacts> = {
  'reminder.attendance': {
    first: [
      (facts, words) =>
        `A reminder of your ${words.treatment(facts.treatment)} at ${words.moment(facts.start)}, ${words.branch(facts.branch)}. Will you be able to come?`,
      (facts, words) =>
        `Your ${words.treatment(facts.treatment)} is at ${words.moment(facts.start)}, ${words.branch(facts.branch)}. Can you make it?`,
    ],
    again: [
      (facts, words) =>
        `We are getting ready for you at ${words.moment(facts.start)}, ${words.branch(facts.branch)}. Please tell me whether you can come.`,
      (facts, words) =>
        `Is ${words.treatment(facts.treatment)} at ${words.momentShort(facts.start)}, ${words.branch(facts.branch)} still fine? If not, write "another time" and I'll move it.`,
    ],
  },
  'attendance.thanks': [
    () => 'Thank you for confirming. See you soon!',
    () => 'Great, we are looking forward to seeing you.',
  ],
  'noShow.rescue': {
    first: [
      (facts, words) =>
        `We missed you at ${words.momentShort(facts.start)}; something must have come up. To which day shall I move your ${words.treatment(facts.treatment)}?`,
      (facts, words) =>
        `You could not make your ${words.treatment(facts.treatment)} at ${words.momentShort(facts.start)}. No problem, when would suit you instead?`,
    ],
    again: [
      (facts, words) =>
        `Let me book your ${words.treatment(facts.treatment)} again. Which day would suit you?`,
      (facts, words) =>
        `Would you still like ${words.treatment(facts.treatment)}? Send me a day and time, or write "later".`,
    ],
  },
  'aftercare.checkIn': {
    first: [
      (facts, words) =>
        `How are you after your ${words.treatment(facts.treatment)}? ${words.aftercare(facts.treatment, facts.checkIn)}`,
      (facts, words) =>
        `A note after your ${words.treatment(facts.treatment)}: ${words.aftercare(facts.treatment, facts.checkIn)}`,
    ],
    again: [
      (facts, words) =>
        `Checking in again after your ${words.treatment(facts.treatment)}. ${words.aftercare(facts.treatment, facts.checkIn)}`,
      (facts, words) =>
        `How do you feel after your ${words.treatment(facts.treatment)}? If anything seems unusual, write to me at once. ${words.aftercare(facts.treatment, facts.checkIn)}`,
    ],
  },
  'aftercare.fine': [
    () => "I'm glad to hear that. If anything seems unusual, write to me at once.",
    () => 'Thank you for telling me. I am here if you need anything.',
  ],
  'review.ask': [
    (facts, words) => `How was your ${words.treatment(facts.treatment)}? Your opinion helps us do better.`,
    (facts, words) =>
      `May I ask what you thought of your ${words.treatment(facts.treatment)}? Praise and criticism are both welcome.`,
  ],
  'review.thanks': [
    () => 'Thank you, I have passed it on to the team.',
    () => 'Thank you very much. We hope to see you again.',
  ],
  'rebook.invite': {
    first: [
      (facts, words) =>
        `It is time for your next ${words.treatment(facts.treatment)}. Which day shall I look up for you?`,
      (facts, words) =>
        `You can have your next ${words.treatment(facts.treatment)} now. When would you like to come?`,
    ],
    again: [
      (facts, words) => `When would you like your next ${words.treatment(facts.treatment)}?`,
      (facts, words) =>
        `Send me a day and time for your next ${words.treatment(facts.treatment)}, or write "later".`,
    ],
  },
  'rebook.fine': [
    () => 'All right, write whenever it suits you.',
    () => 'No problem, whenever you have time.',
  ],
  'birthday.wish': [
    (_, words) =>
      `Happy birthday from all of us at ${words.clinic.shortName}! We wish you good health and a year full of joy.`,
    (_, words) =>
      `Today is your birthday: everyone at ${words.clinic.shortName} wishes you a lovely day and a wonderful year.`,
  ],
  'lead.remind': {
    first: [
      ({ treatment }, words) =>
        `The other day you asked about ${topic(treatment, words)}. Would you like to know more?`,
      ({ treatment }, words) =>
        `Have you decided about ${topic(treatment, words)}? I am happy to answer any question.`,
    ],
    again: [
      ({ treatment }, words) => `About ${topic(treatment, words)}: shall I look up free times for you?`,
      ({ treatment }, words) =>
        `Are you still interested in ${topic(treatment, words)}? If not, write "stop" and I will not write again.`,
    ],
  },
};

function topic(key: Key | null, words: Words): string {
  return key === null ? `${words.clinic.shortName}'s treatments` : words.treatment(key);
}
