import type { ChannelAdapter } from '../contracts/channel-adapter.ts';
import type { Notifier } from '../contracts/notifier.ts';
import type { Store } from '../contracts/store.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { ConversationSnapshot } from '../machines/snapshot.ts';
import type { InstalledSkill } from './install-skill.ts';
import type { ModelDesk } from './model-desk.ts';
import type { SpeakerDesk } from './speaker-desk.ts';
import type { KeepingDesk } from './renew-account.ts';
import type { TimeLimit } from './skill-watch.ts';

/** Things worth telling an operator. Ids and codes only: never a name, a phone number or a message. */
export type Notice = {
  level: 'info' | 'warn' | 'error';
  what: string;
  ids?: Readonly<Record<string, string | number | undefined>>;
  error?: unknown;
};

/** Everything the engine needs from outside: durability, channels, skills, time, chance and ears. */
export type EngineParts = {
  store: Store;
  channels: ReadonlyMap<string, ChannelAdapter>;
  /** All that are installed; which of them a clinic has, and how, stands in its records. */
  skills: readonly InstalledSkill[];
  /** Cuts off a skill that does not come back; without it none is. */
  timeLimit?: TimeLimit | undefined;
  /** Ways of telling people on call, by name. */
  notifiers: ReadonlyMap<string, Notifier>;
  /** Where a person on call takes a handoff, given the token of its link. */
  alertLink: (token: string) => string;
  clock: () => Instant;
  /** Random UUIDs. */
  newId: () => string;
  /** The same UUID for the same text, always: ids of first contacts need no look-up. */
  idOf: (text: string) => string;
  notice: (notice: Notice) => void;
  /** Tells people from machines among those who speak on accounts; absent: whatever is not ours is a person's. */
  speakers?: SpeakerDesk | undefined;
  /** Absent: accounts are used as they are, and nobody renews their credentials. */
  keeping?: KeepingDesk | undefined;
  /** Absent: rules and templates only. */
  languageModel?: ModelDesk | undefined;
  /** Hears every step of a chart before it is taken, where somebody wants to know: which transitions were ever used. */
  onStep?: (before: ConversationSnapshot, event: ConversationEvent) => void;
};
