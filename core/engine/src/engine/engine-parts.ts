import type { ChannelAdapter } from '../contracts/channel-adapter.ts';
import type { Notifier } from '../contracts/notifier.ts';
import type { Skill } from '../contracts/skill.ts';
import type { Store } from '../contracts/store.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { ConversationSnapshot } from '../machines/snapshot.ts';
import type { ModelDesk } from './model-desk.ts';

/** A skill with the settings it runs under, checked once at start. */
export type EnabledSkill = {
  name: string;
  consider: (turn: Parameters<Skill['consider']>[0]) => ReturnType<Skill['consider']>;
};

export function enableSkill<Settings>(skill: Skill<Settings>, settings: unknown): EnabledSkill {
  const checked = skill.settings.parse(settings);
  return { name: skill.name, consider: (turn) => skill.consider(turn, checked) };
}

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
  skills: readonly EnabledSkill[];
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
  /** Absent: rules and templates only. */
  languageModel?: ModelDesk | undefined;
  /** Hears every step of a chart before it is taken, where somebody wants to know: which transitions were ever used. */
  onStep?: (before: ConversationSnapshot, event: ConversationEvent) => void;
};
