import type { repairFacts } from '../facts/repair-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { FactsOf } from '../copy-key.ts';
import type { Words } from '../words.ts';
import { inOneLine } from './lines.ts';

export const repair: Sentences<typeof repairFacts> = {
  'correction.taken': [
    (facts, words) => `Sure, ${change(facts, words)}.`,
    (facts, words) => `All right, ${change(facts, words)}.`,
    (facts, words) => `Noted: ${change(facts, words)}.`,
  ],
  'bridge.back': [
    () => 'Now back to your appointment.',
    () => "Let's go on with your appointment.",
    () => 'One more thing for your appointment.',
  ],
  'repeat.again': [() => 'Here it is once more.', () => 'Let me say it again more clearly.'],
  'wait.fine': [() => "Of course, take your time. I'll wait.", () => 'No problem, write when you are ready.'],
  'wait.kept': [
    (facts, words) =>
      `Take your time. I am holding ${place(facts, words)} for you ${words.until(facts.until)}.`,
    (facts, words) => `No problem, ${place(facts, words)} stays held ${words.until(facts.until)}.`,
  ],
  'defer.fine': [
    () => "Of course, take your time. I'm here whenever you need me.",
    () => 'No problem at all, think it over and write any time.',
  ],
  'silence.nudge': [
    () => 'Are you still there? If you need anything else, just ask.',
    () => 'I am waiting to hear from you. Shall we go on?',
  ],
  'silence.nudgeKept': [
    (facts, words) =>
      `I am holding ${place(facts, words)} for you ${words.until(facts.until)}. Would you still like it?`,
    (facts, words) =>
      `I can hold ${place(facts, words)} only ${words.until(facts.until)}. Write to me and I'll book it.`,
  ],
  'silence.close': [
    () => "I'll stop here so as not to disturb you. Write any time.",
    () => 'You are probably busy. Write again whenever it suits you and we go on.',
  ],
  'return.kept': [
    (facts, words) => `I am still holding ${place(facts, words)} for you ${words.until(facts.until)}.`,
    (facts, words) => `Yes, ${place(facts, words)} is still held for you ${words.until(facts.until)}.`,
  ],
  'return.lapsed': [
    (facts, words) =>
      `The hold on ${words.momentShort(facts.start)} has run out; let me look for free times again.`,
    (facts, words) =>
      `I could not keep ${words.momentShort(facts.start)} any longer, so let me find another time.`,
  ],
  'return.booked': [
    (facts, words) => `Your appointment stands: ${inOneLine(facts, words)}.`,
    (facts, words) => `You have an appointment for ${inOneLine(facts, words)}; nothing has changed.`,
  ],
  'ask.resume': {
    first: [
      ({ treatment }, words) =>
        `Last time you asked about ${words.treatment(treatment)}. Shall we go on with it?`,
      ({ treatment }, words) =>
        `Are you still interested in ${words.treatment(treatment)}? I can look up times for you.`,
    ],
    again: [
      ({ treatment }, words) =>
        `Shall we continue with ${words.treatment(treatment)}, or is it about another treatment?`,
      ({ treatment }, words) =>
        `Answer "yes" and I'll look up times for ${words.treatment(treatment)}, or tell me another treatment.`,
    ],
  },
  'trouble.sorry': [
    ({ expectedAt }, words) =>
      `I am sorry, something is not working on our side. I have told our staff, who will answer you${expectedAt === null ? '' : ` ${words.soon(expectedAt)}`}.`,
    ({ expectedAt }, words) =>
      `We have a technical problem, sorry. One of our staff will write to you${expectedAt === null ? '' : ` ${words.soon(expectedAt)}`}.`,
  ],
};

const place = ({ start, branch }: { start: number; branch: string }, words: Words): string =>
  `${words.momentShort(start)} at ${words.branch(branch)}`;

/** "I changed it to Peel, Sat 28/11 17:00", "I noted the name Lan" */
function change(facts: FactsOf<'correction.taken'>, words: Words): string {
  const visit = [
    facts.treatment !== null && words.treatment(facts.treatment, facts.area),
    facts.treatment === null && facts.area !== null && words.area(facts.area),
    words.wished(facts),
    facts.branch !== null && words.branch(facts.branch),
    facts.staff !== null && words.staff(facts.staff),
  ].filter(Boolean);
  const person = [
    facts.name !== null && `the name ${facts.name}`,
    facts.phone !== null && `the number ${facts.phone}`,
  ].filter(Boolean);
  return [
    visit.length > 0 && `I changed it to ${visit.join(', ')}`,
    person.length > 0 && `I noted ${person.join(' and ')}`,
    visit.length + person.length === 0 && 'I corrected that',
  ]
    .filter(Boolean)
    .join(' and ');
}
