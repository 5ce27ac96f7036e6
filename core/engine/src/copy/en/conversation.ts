import type { conversationFacts } from '../facts/conversation-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const conversation: Sentences<typeof conversationFacts> = {
  'intro.assistant': (_, { clinic }) => `I'm ${clinic.shortName}'s automated assistant.`,
  'isBot.yes': (_, { clinic }) =>
    `I am ${clinic.shortName}'s automated assistant, not a person. If you would like a person, just say so.`,
  'greet.hello': () => 'Hello! Which treatment are you interested in?',
  'help.topics': (_, _words, times) =>
    times < 2
      ? "I'm not sure I understood. Would you like a price, free times, or an appointment?"
      : 'Sorry, I still did not get that. You could write for example "price of a peel" or "book tomorrow at 3 pm".',
  'thanks.welcome': () => "You're welcome! Write any time.",
  'defer.fine': () => "Of course, take your time. I'm here whenever you need me.",
};
