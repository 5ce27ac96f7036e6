import type { askingFacts } from '../facts/asking-facts.ts';
import type { Key } from '../../domain/clinic.ts';
import type { Sentences } from '../catalogue.ts';
import { offeredTimes, type Words } from '../words.ts';
import { appointmentLines, appointmentsLines, bulleted, either } from './lines.ts';

export const asking: Sentences<typeof askingFacts> = {
  'ask.treatment': {
    first: [() => 'Which treatment would you like?', () => 'Which treatment shall I book for you?'],
    again: [
      () => 'Please tell me the treatment, or what you would like to improve.',
      () =>
        "What would you like to improve, for example acne, pigmentation or wrinkles? If you are not sure, just describe it and I'll suggest a treatment.",
    ],
  },
  'ask.area': {
    first: [
      (facts, words) => `Which area: ${areas(facts.treatment, words)}?`,
      (facts, words) => `Which area would you like treated: ${areas(facts.treatment, words)}?`,
    ],
    again: [
      (facts, words) => `Please choose the area: ${areas(facts.treatment, words)}?`,
      (facts, words) =>
        `I need the area for the right price and time. Please answer with one of these: ${areas(facts.treatment, words)}.`,
    ],
  },
  'ask.screening': {
    first: [
      (facts, words) =>
        `For your safety: none of this applies to you, right?\n${conditions(facts.treatment, words)}`,
      (facts, words) =>
        `Before I book, a question for your safety. None of these is the case, is it?\n${conditions(facts.treatment, words)}`,
    ],
    again: [
      (facts, words) =>
        `I need this before I can book. None of these applies to you, is that right?\n${conditions(facts.treatment, words)}`,
      (facts, words) =>
        `This tells us whether the treatment suits you. If none of these applies, answer "none applies"; if one does or you are not sure, tell me which and a doctor has a look first:\n${conditions(facts.treatment, words)}`,
    ],
  },
  'ask.branch': {
    first: [
      (facts, words) => `Which branch suits you?\n${branches(facts.branches, words)}`,
      (facts, words) => `At which branch would you like it?\n${branches(facts.branches, words)}`,
    ],
    again: [
      (facts, words) => `Please choose a branch:\n${branches(facts.branches, words)}`,
      (facts, words) =>
        `Which of these is nearer to you? Its name is enough:\n${branches(facts.branches, words)}`,
    ],
  },
  'ask.time': {
    first: [
      () => 'Which day and time would you like?',
      ({ treatment }, words) =>
        `When would ${words.treatment(treatment)} suit you, which day and about what time?`,
    ],
    again: [
      () => 'Please give me a day and a time, for example "Saturday 10 am".',
      () =>
        `Would morning, afternoon or evening suit you? Write for example "Friday afternoon" and I'll look up the free times.`,
    ],
  },
  'ask.timeChoices': {
    first: [
      (facts, words) => `These times are free, please choose one:\n${offeredTimes(facts.times, words)}`,
      (facts, words) => `Here are free times; which one suits you?\n${offeredTimes(facts.times, words)}`,
    ],
    again: [
      (facts, words) =>
        `Please see which of these free times suits you:\n${offeredTimes(facts.times, words)}`,
      (facts, words) =>
        `Choose one of these times, or name another day and I'll look again:\n${offeredTimes(facts.times, words)}`,
    ],
  },
  'ask.name': {
    first: [() => 'May I have your name for the appointment?', () => 'What is your name, please?'],
    again: [
      () => 'What name shall I put on the appointment?',
      () => 'I need a name so that reception can find your appointment; a first name is enough.',
    ],
  },
  'ask.nameAndPhone': {
    first: [
      () => 'May I have your name and phone number for the appointment?',
      () => "Please send me your name and phone number, and I'll keep the place for you.",
    ],
    again: [
      () => 'I need your name and phone number for the appointment, please.',
      () =>
        'The name is for reception, the number for telling you if anything changes. You can send both in one message.',
    ],
  },
  'ask.phone': {
    first: [
      ({ name }) => `${name === null ? '' : `Thank you, ${name}. `}What is your phone number?`,
      ({ name }) => `${name === null ? '' : `Thank you, ${name}. `}And your phone number, please?`,
    ],
    again: [
      () => 'A Vietnamese mobile number has 10 digits; could you send it again?',
      () =>
        'I need the number so that we can reach you if anything changes. It has 10 digits and begins for example with 09.',
    ],
  },
  'ask.agreement': {
    first: [
      (facts, words) => `Please check the appointment:\n${appointmentLines(facts, words)}\nShall I book it?`,
      (facts, words) =>
        `This is what I have:\n${appointmentLines(facts, words)}\nIs it right? Then I book it.`,
    ],
    again: [
      (facts, words) =>
        `Tell me what to change: treatment, time or branch. I am holding:\n${appointmentLines(facts, words)}\nIf it is right, answer "ok" and I will book it.`,
      (facts, words) =>
        `This is held, not booked yet:\n${appointmentLines(facts, words)}\nAnswer "ok" to book it, "another time" to change it, or "a person" and somebody will help you.`,
    ],
  },
  'ask.agreementSeveral': {
    first: [
      (facts, words) =>
        `Please check the appointments:\n${appointmentsLines(facts, words)}\nShall I book them all?`,
      (facts, words) =>
        `This is what I have:\n${appointmentsLines(facts, words)}\nIs everything right? Then I book them.`,
    ],
    again: [
      (facts, words) =>
        `Tell me the number of the one to change:\n${appointmentsLines(facts, words)}\nIf all are right, answer "ok" and I'll book them.`,
      (facts, words) =>
        `These are held, not booked yet:\n${appointmentsLines(facts, words)}\nAnswer "ok" to book them, tell me what to change, or write "a person".`,
    ],
  },
  'ask.invite': {
    first: [() => 'Which day shall I look up for you?', () => 'Would you like me to look up free times?'],
    again: [
      () => 'Whenever you would like to come, send me a day and time.',
      () => 'Ask me anything else you like; to come in, just send a day, for example "Saturday afternoon".',
    ],
  },
};

function areas(key: Key, words: Words): string {
  const treatment = words.clinic.treatments.find((candidate) => candidate.key === key);
  return either(treatment?.variants.map(({ area }) => words.area(area)) ?? []);
}

function conditions(key: Key, words: Words): string {
  return bulleted(words.contraindications(key));
}

function branches(keys: string, words: Words): string {
  return bulleted(keys.split(' ').map((key) => `${words.branch(key)}: ${words.address(key)}`));
}
