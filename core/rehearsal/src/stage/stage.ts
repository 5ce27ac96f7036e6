import {
  type Clinic,
  type ClinicScope,
  type ConversationEvent,
  type ConversationSnapshot,
  type EngineParts,
  type HouseEvent,
  type InboundEvent,
  type InstalledSkill,
  type Instant,
  type LanguageModel,
  minuteMs,
  type Notice,
  type Notifier,
  receive,
  startWorker,
  type Store,
  type TurnCommit,
  workerDefaults,
} from '@glowbot/core';
import { setImmediate as macrotask } from 'node:timers/promises';
import { createMemoryStore } from '@glowbot/memory';
import { knownIds } from './known-ids.ts';
import { stageChannel, stageChannelName } from './stage-channel.ts';
import { type StageCall, stageNotifiers } from './stage-notifiers.ts';
import { stageClock } from './stage-clock.ts';
import { stageModel } from './stage-model.ts';
import { watchedStore } from './watched-store.ts';

export type StageOptions = {
  clinic: Clinic;
  skills: readonly InstalledSkill[];
  now: Instant;
  /** Ways of telling people on call; unless others are given, all that the clinic names, and they work. */
  notifiers?: readonly Notifier[] | undefined;
  /** Takes part as in a conversation; absent: rules and templates only. */
  languageModel?: LanguageModel | undefined;
  /** Hears every step of a chart before it is taken. */
  onStep?: ((before: ConversationSnapshot, event: ConversationEvent) => void) | undefined;
};

/** What a stage needs of a store beside its contract. */
type StageStore = Store & { nextDueAt(): Instant | null; forgetConversations(): void };

/** What is due within this after somebody spoke belongs to the answer: a burst settling, not a reminder. */
const answerWithinMs = 20_000;
/** Notices that a sentence is not backed by the records. */
const doubting = 'reply held back';
/** More rounds of work than any turn needs: the engine is running in a circle. */
const mostRounds = 500;

/**
 * The real engine, from `receive` to `dispatch`, with nothing behind it: a store in memory, a channel without a vendor, a
 * clock that is set by hand. What happens on it happens again, exactly, when the same is done.
 */
export type Stage = {
  scope: ClinicScope;
  clinic: Clinic;
  store: Store;
  accountId: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  conversationOf(contactId: string): string;
  replies: ReturnType<typeof stageChannel>['replies'];
  commits: readonly TurnCommit[];
  /** Whom the clinic's own ways have called, in order. */
  calls: readonly StageCall[];
  /** Why the guard refuses what templates have said: a record, a sentence or the guard is wrong. */
  doubts: string[];
  /** Notices at level error: a rehearsal in which there are any has found a defect. */
  troubles: Notice[];
  /** Delivers events of customers and vendors, and waits until the engine has answered. */
  deliver(events: readonly InboundEvent[]): Promise<void>;
  /** Staff did something. */
  happens(contactId: string, event: HouseEvent): Promise<void>;
  /** Lets time pass until then; what falls due on the way is done at its time. */
  passUntil(instant: Instant): Promise<void>;
  /** Everything again from an empty house, at this time. */
  restart(now: Instant): void;
  stop(): Promise<void>;
};

export async function openStage({
  clinic,
  skills,
  now,
  notifiers,
  languageModel,
  onStep,
}: StageOptions): Promise<Stage> {
  const ids = knownIds();
  const clock = stageClock(now);
  const commits: TurnCommit[] = [];
  const troubles: Notice[] = [];
  const doubts: string[] = [];
  const memory: StageStore = createMemoryStore({ clock: clock.now, leaseClock: () => 0, newId: ids.newId });
  const store = watchedStore(memory, (commit) => commits.push(commit));
  const channel = stageChannel(clock.now);
  const ways = stageNotifiers(clinic, clock.now);
  const { clinicId, scope } = await store.createClinic('stage', clinic);
  const accountId = await store.connectAccount(scope, {
    channel: stageChannelName,
    externalId: stageChannelName,
    name: clinic.shortName,
    credentials: {},
  });
  const model = languageModel && stageModel(languageModel, store, clock.now);
  const parts: EngineParts = {
    store,
    channels: new Map([[stageChannelName, channel.adapter]]),
    skills,
    notifiers: new Map((notifiers ?? ways.notifiers).map((notifier) => [notifier.name, notifier])),
    alertLink: (token) => `https://stage.test/h/${token}`,
    clock: clock.now,
    newId: ids.newId,
    idOf: ids.idOf,
    notice: (notice) => {
      if (notice.what === doubting) doubts.push(String(notice.ids?.['why']));
      else if (notice.level === 'error') troubles.push(notice);
    },
    languageModel: model?.desk,
    ...(onStep ? { onStep } : {}),
  };
  const worker = startWorker(parts, workerDefaults, clock.after);
  await macrotask();
  const start = ids.here();

  /** Does what is due until then, each thing at its own time. */
  async function work(until: Instant): Promise<void> {
    for (let rounds = 0; rounds < mostRounds; rounds += 1) {
      await model?.settled();
      const dueAt = store.nextDueAt();
      if (dueAt === null || dueAt > until) return;
      if (dueAt > clock.now()) clock.set(dueAt);
      clock.callBack();
      worker.wake();
      /** Nothing here waits for the outside world, so one turn of the event loop is enough for all of it. */
      await macrotask();
    }
    throw new RangeError('the engine does not come to rest');
  }

  const answer = () => work(clock.now() + answerWithinMs);
  const conversationOf = (contactId: string) => ids.idOf(`${clinicId} ${accountId} ${contactId}`);

  return {
    scope,
    clinic,
    store,
    accountId,
    now: clock.now,
    newId: ids.newId,
    conversationOf,
    replies: channel.replies,
    commits,
    calls: ways.calls,
    doubts,
    troubles,
    async deliver(events) {
      const request = { method: 'POST' as const, query: {}, headers: {}, body: channel.body(events) };
      await receive(parts, channel.adapter, request);
      await answer();
    },
    async happens(contactId, event) {
      await store.receiveFromHouse(scope, conversationOf(contactId), event);
      await answer();
    },
    async passUntil(instant) {
      await work(instant);
      if (instant > clock.now()) clock.set(instant);
    },
    restart(from) {
      store.forgetConversations();
      channel.replies.length = 0;
      commits.length = 0;
      ways.calls.length = 0;
      doubts.length = 0;
      troubles.length = 0;
      ids.rewind(start);
      clock.set(from);
    },
    stop: () => worker.stop(),
  };
}

/** Between two messages that are not said in one breath. */
export const breathMs = minuteMs / 2;
