import type { conversationFacts } from '../facts/conversation-facts.ts';
import type { WishedFacts } from '../facts/shared-facts.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const conversation: Sentences<typeof conversationFacts> = {
  'intro.assistant': [
    (_, { clinic }) => `I'm ${clinic.shortName}'s automated assistant.`,
    (_, { clinic }) => `This is ${clinic.shortName}'s automated assistant.`,
  ],
  'isBot.yes': [
    (_, { clinic }) =>
      `I am ${clinic.shortName}'s automated assistant, not a person. If you would like a person, just say so.`,
    (_, { clinic }) =>
      `That's right, I'm an automated assistant of ${clinic.shortName}. Write "a person, please" and I will call one of our staff.`,
  ],
  'greet.hello': {
    first: [
      () => 'Hello! Which treatment are you interested in?',
      () => 'Hello! Would you like a price or a free time? For which treatment?',
    ],
    again: [
      () => "I'm here. Just tell me the treatment, or what you would like to improve.",
      (_, { example }) =>
        `I'm still here. I can give prices, look up free times and book; write for example "price of ${example}" or "book tomorrow afternoon".`,
    ],
  },
  'greet.again': [() => 'Hello again! What else can I do for you?', () => "I'm here, go ahead."],
  'greet.back': [
    ({ name }) => `Hello${name === null ? '' : ` ${name}`}, good to see you again! How can I help?`,
    ({ name }) =>
      `Welcome back${name === null ? '' : `, ${name}`}! Is it a price or an appointment this time?`,
  ],
  'help.topics': {
    first: [
      () => "I'm not sure I understood. Would you like a price, free times, or an appointment?",
      () => "Sorry, I didn't quite get that. Is it about a price, a treatment or an appointment?",
    ],
    again: [
      (_, { example }) =>
        `Sorry, I still did not get that. You could write for example "price of ${example}" or "book tomorrow at 3 pm".`,
      () =>
        'I still do not understand, sorry. Please choose: a price, free times, an appointment, or "a person" and somebody will help you.',
    ],
  },
  'help.understood': {
    first: [
      (facts, words) => `${heard(facts, words)}. Would you like a price, free times or an appointment?`,
    ],
    again: [
      (facts, words) =>
        `${heard(facts, words)}, but the rest was not clear to me. A price, free times, an appointment, or a person?`,
      (facts, words) =>
        `Sorry. ${heard(facts, words)}, but I am not sure what you need. Please write "price", "book" or "a person".`,
    ],
  },
  'thanks.welcome': [
    () => "You're welcome! Write any time.",
    () => 'My pleasure. Have a lovely day!',
    () => "Glad to help. I'm here whenever you need me.",
  ],
  'smalltalk.reply': [
    () => 'Thank you for asking!',
    () => "That's kind of you to say.",
    () => 'Thank you, and a lovely day to you too.',
  ],
  'offTopic.declined': [
    (_, { clinic }) =>
      `That is outside what I can help with. For anything about ${clinic.shortName}'s treatments or appointments, just ask.`,
    (_, { clinic }) => `I can only help with ${clinic.shortName}'s treatments and appointments, sorry.`,
  ],
  'spam.answered': [
    () => 'I could not make out this message. How can I help you?',
    () => 'I did not understand this message. If it is about a treatment or an appointment, please tell me.',
  ],
  'orders.declined': [
    () => "I can't do that. I'm glad to help with prices, treatments and appointments.",
    (_, { clinic }) =>
      `I answer from ${clinic.shortName}'s own information only, so I cannot change that. Prices and appointments I can help with.`,
  ],
  'sticker.received': [
    () => 'Got it! What can I do for you?',
    () => "I'm here. Would you like to ask about a treatment?",
  ],
};

type Heard = { treatment: string | null; branch: string | null } & WishedFacts;

/** "I understood you are asking about Peel, Sat 28/11 morning, North Branch" */
function heard(facts: Heard, words: Words): string {
  const parts = [
    facts.treatment === null ? '' : words.treatment(facts.treatment),
    words.wished(facts),
    facts.branch === null ? '' : words.branch(facts.branch),
  ].filter(Boolean);
  return parts.length === 0
    ? 'I can help with prices and appointments'
    : `I understood you are asking about ${parts.join(', ')}`;
}
