import type { InboundMessage } from '../contracts/inbound-event.ts';
import type { RecentWords } from '../contracts/model-ledger.ts';
import type { TurnLoad } from '../contracts/turn-store.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { Facts } from '../machines/facts.ts';
import { readingQuestion } from '../model/reading-question.ts';
import { doubtOf } from '../model/sure.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { askModel } from './ask-model.ts';
import type { KnownClinic } from './clinic-cache.ts';
import type { EngineParts } from './engine-parts.ts';
import type { ModelDesk } from './model-desk.ts';
import { readByRules } from './read-by-rules.ts';
import { offeredTitles } from './tapped-titles.ts';

/** So much of what was said before goes with a question. */
const mostLines = 8;

/** What a model made of a turn's words, to be taken in beside the rules' reading of them. */
export type SecondReading = { mergedWith(byRules: Understanding): Understanding };

type Parts = Pick<EngineParts, 'clock' | 'newId' | 'idOf' | 'notice' | 'languageModel'>;

export type TurnToRead = {
  said: readonly { message: InboundMessage }[];
  /** Where the conversation stood when the customer wrote. */
  facts: Facts;
  now: Instant;
};

/** A turn that is decided again, on a fresh calendar, has been read already. */
const readings = new WeakMap<TurnLoad, Promise<SecondReading | null>>();

/** Asks a model where the rules are not sure of their reading; null where they are, or where it does not answer. */
export async function secondReading(
  parts: Parts,
  known: KnownClinic,
  load: TurnLoad,
  turn: TurnToRead,
): Promise<SecondReading | null> {
  const desk = parts.languageModel;
  if (!desk || turn.said.length === 0) return null;
  const earlier = readings.get(load);
  if (earlier) return earlier;
  const reading = read(parts, desk, known, load, turn);
  readings.set(load, reading);
  return reading;
}

async function read(
  parts: Parts,
  desk: ModelDesk,
  known: KnownClinic,
  load: TurnLoad,
  { said, facts, now }: TurnToRead,
): Promise<SecondReading | null> {
  const { clinic } = known;
  /** What was typed; a tap carries its own meaning. */
  const typed = said.flatMap(({ message }) =>
    message.choice || message.text.trim() === '' ? [] : [message.text],
  );
  const [first, ...more] = typed;
  const byRules = readByRules(
    said.map(({ message }) => message),
    known,
    facts,
    now,
  );
  if (first === undefined || doubtOf(byRules, typed) === null) return null;

  const { clinicId, conversationId } = load.lease;
  const recent = await recentOrNone(desk.ledger.recentWords(load.scope, conversationId, mostLines));
  const question = readingQuestion(clinic, {
    texts: [first, ...more],
    asked: facts.asking?.question ?? null,
    choices: offeredTitles(facts, clinic, now),
    recent,
    names: [facts.name, load.customer.name].filter((name) => name !== null),
    now,
  });
  const place = { clinicId, scope: load.scope, conversationId, zone: clinic.zone };
  const verdict = await desk.bell.whileQuiet(conversationId, (signal) =>
    askModel(parts, desk, place, {
      use: 'understand',
      withinMs: desk.limits.understandMs,
      signal,
      size: JSON.stringify(question.request).length,
      ask: (model, call) => model.understand(question.request, call),
      judge: () => [],
    }),
  );
  if (verdict.kind !== 'used') return null;
  return { mergedWith: (reading) => question.merge(reading, verdict.value) };
}

/** Without what was said before a message can still be read. */
export function recentOrNone(recent: Promise<RecentWords>): Promise<RecentWords> {
  return recent.catch(() => ({ names: [], lines: [] }));
}
