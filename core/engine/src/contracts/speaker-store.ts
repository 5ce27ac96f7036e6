import type { Instant } from '../domain/clinic-time.ts';
import type { ListedAs, ListedSpeaker, Speaker, SpeakerClass } from '../domain/speaker.ts';
import type { ClinicScope } from './clinic-scope.ts';

/** An app that speaks on an account beside us. */
export type SpeakerRecord = {
  /** The vendor's id; '' stands for whoever the vendor does not name. */
  appId: string;
  /** What the clinic says it is; null: it has not said. */
  listedAs: ListedAs | null;
  /** What it was last taken for, and why. */
  seenAs: SpeakerClass | null;
  reason: string | null;
  messages: number;
  firstAt: Instant | null;
  lastAt: Instant | null;
};

/** What was noticed of one app since the last note. */
export type SpeakerNote = { appId: string; speaker: Speaker; messages: number; at: Instant };

/** One thing that left the account beside our own words, as a conversation shows it. */
export type ForeignWord = { at: Instant; text: string; appId: string | null; speaker: string };

/** Who speaks on a clinic's accounts. */
export interface SpeakerStore {
  speakers(scope: ClinicScope, accountId: string): Promise<readonly SpeakerRecord[]>;
  /** The clinic's word on an app; null takes it back. It also ends the alarm about a second bot. */
  listSpeaker(
    scope: ClinicScope,
    accountId: string,
    listed: { appId: string; as: ListedAs | null },
  ): Promise<void>;
  listedSpeakers(scope: ClinicScope, accountId: string): Promise<readonly ListedSpeaker[]>;
  /** Adds up what was noticed. A bot that the clinic has not listed raises the alarm of the account, once. */
  noteSpeakers(scope: ClinicScope, accountId: string, notes: readonly SpeakerNote[]): Promise<void>;
  /** What this app said and nobody has read yet is a machine's too: no turn will come of it. Returns how many there were. */
  quietWaiting(scope: ClinicScope, accountId: string, appId: string, reason: string): Promise<number>;
  /** What others said in a conversation, with what they were taken for and why. */
  foreignWords(scope: ClinicScope, conversationId: string): Promise<readonly ForeignWord[]>;
}
