import type { askingFacts } from '../facts/asking-facts.ts';
import type { Sentences } from '../catalogue.ts';
import { offeredTimes } from '../words.ts';
import { appointmentLines, either } from './lines.ts';

export const asking: Sentences<typeof askingFacts> = {
  'ask.treatment': (_, _words, times) =>
    times < 2
      ? 'Which treatment would you like?'
      : 'Please tell me the treatment, or what you would like to improve.',
  'ask.area': (facts, words, times) =>
    `${times < 2 ? 'Which area' : 'Please choose the area'}: ${either(
      words.clinic.treatments
        .find(({ key }) => key === facts.treatment)
        ?.variants.map(({ area }) => words.area(area)) ?? [],
    )}?`,
  'ask.screening': (facts, words, times) =>
    `${times < 2 ? 'For your safety: none of this applies to you, right?' : 'I need this before I can book. Does any of this apply? Please answer yes or no:'}\n${words
      .contraindications(facts.treatment)
      .map((item) => `• ${item}`)
      .join('\n')}`,
  'ask.branch': (facts, words, times) =>
    `${times < 2 ? 'Which branch suits you?' : 'Please choose a branch:'}\n${facts.branches
      .split(' ')
      .map((key) => `• ${words.branch(key)}: ${words.address(key)}`)
      .join('\n')}`,
  'ask.time': (_, _words, times) =>
    times < 2
      ? 'Which day and time would you like?'
      : 'Please give me a day and a time, for example "Saturday 10 am".',
  'ask.timeChoices': (facts, words, times) =>
    `${times < 2 ? 'These times are free, please choose one:' : 'Please see which of these free times suits you:'}\n${offeredTimes(facts.times, words)}`,
  'ask.name': (_, _words, times) =>
    times < 2 ? 'May I have your name for the appointment?' : 'What name shall I put on the appointment?',
  'ask.phone': (facts, _words, times) =>
    times < 2
      ? `${facts.name ? `Thank you, ${facts.name}. ` : ''}What is your phone number?`
      : 'A Vietnamese mobile number has 10 digits; could you send it again?',
  'ask.agreement': (facts, words, times) =>
    times < 2
      ? `Please check the appointment:\n${appointmentLines(facts, words)}\nShall I book it?`
      : `Tell me what to change: treatment, time or branch. I am holding:\n${appointmentLines(facts, words)}\nIf it is right, answer "ok" and I will book it.`,
  'ask.invite': (_, _words, times) =>
    times < 2
      ? 'Which day shall I look up for you?'
      : 'Whenever you would like to come, send me a day and time.',
};
