import { z } from 'zod';

/** Who said what left a clinic's account. */
export const SpeakerClass = z.enum([
  /** The bot itself. */
  'ours',
  /** A person, in the vendor's own inbox or app. */
  'person',
  /** A person, in somebody else's inbox. */
  'person-elsewhere',
  /** Another bot. */
  'bot',
  /** The vendor's, or another app's, ready-made answer to whoever writes. */
  'auto-reply',
  /** The same to many, whoever they are. */
  'broadcast',
]);
export type SpeakerClass = z.infer<typeof SpeakerClass>;

/** A class with the reason for it, both stored beside what was said. */
export const Speaker = z.object({ class: SpeakerClass, reason: z.string().max(200) });
export type Speaker = z.infer<typeof Speaker>;

/** Whoever is no person leaves the conversation to the bot, and a customer unanswered by it. */
export const isMachine = ({ class: speaker }: Speaker): boolean =>
  speaker === 'bot' || speaker === 'auto-reply' || speaker === 'broadcast';

/** What an owner may say of an app that speaks on an account. */
export const ListedAs = SpeakerClass.exclude(['ours', 'person']);
export type ListedAs = z.infer<typeof ListedAs>;

/** An app by its vendor's id, as the clinic knows it. */
export type ListedSpeaker = { appId: string; as: ListedAs };
