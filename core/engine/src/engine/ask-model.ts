import type { ClinicScope } from '../contracts/clinic-scope.ts';
import type {
  LanguageModel,
  ModelAnswer,
  ModelCall,
  ModelUse,
  Unavailability,
} from '../contracts/language-model.ts';
import type { ModelCallRecord, ModelSettings } from '../contracts/model-ledger.ts';
import { type Instant, toLocal } from '../domain/clinic-time.ts';
import type { EngineParts } from './engine-parts.ts';
import { leastCallTokens, type ModelDesk } from './model-desk.ts';

type Parts = Pick<EngineParts, 'clock' | 'newId' | 'idOf' | 'notice'>;

/** Whose conversation a model is asked about. */
export type ModelPlace = { clinicId: string; scope: ClinicScope; conversationId: string; zone: string };

export type ModelQuestion<T> = {
  use: ModelUse;
  withinMs: number;
  signal: AbortSignal;
  /** Characters that will be sent, without the product's own instructions. */
  size: number;
  ask: (model: LanguageModel, call: ModelCall, settings: ModelSettings) => Promise<ModelAnswer<T>>;
  /** What the checks object to; nothing: the answer is used. */
  judge: (value: T) => readonly string[];
};

export type ModelVerdict<T> =
  | { kind: 'used'; value: T }
  | { kind: 'refused'; value: T; objections: readonly string[] }
  | { kind: 'unavailable'; why: Unavailability };

/** Vietnamese needs more tokens a character than English; too high a guess is given back. */
const charactersPerToken = 2;

/** Asks within the clinic's budget and writes down what it cost and what became of it. Never throws: a turn must not fail by this. */
export async function askModel<T>(
  parts: Parts,
  desk: ModelDesk,
  place: ModelPlace,
  question: ModelQuestion<T>,
): Promise<ModelVerdict<T>> {
  return asked(parts, desk, place, question).catch((error: unknown): ModelVerdict<T> => {
    parts.notice({ level: 'error', what: 'language model ledger failed', ids: idsOf(place), error });
    return { kind: 'unavailable', why: 'ledger-failed' };
  });
}

async function asked<T>(
  parts: Parts,
  desk: ModelDesk,
  place: ModelPlace,
  question: ModelQuestion<T>,
): Promise<ModelVerdict<T>> {
  const { ledger, limits } = desk;
  const settings = await ledger.modelSettings(place.scope);
  if (!settings.isOn) return { kind: 'unavailable', why: 'switched-off' };
  const now = parts.clock();
  const month = toLocal(now, place.zone).date.slice(0, 7);
  const estimate = leastCallTokens + Math.ceil(question.size / charactersPerToken);
  const budget = settings.monthlyTokens ?? limits.monthlyTokens;
  if (!(await ledger.takeTokens(place.scope, month, estimate, budget))) {
    return { kind: 'unavailable', why: 'over-budget' };
  }
  const call: ModelCall = {
    model: question.use === 'understand' ? settings.understandModel : settings.wordModel,
    withinMs: question.withinMs,
    signal: question.signal,
    person: parts.idOf(`language model ${place.conversationId}`),
  };
  const answer = await question.ask(desk.model, call, settings);
  await ledger.correctTokens(place.scope, month, spentOn(answer, estimate) - estimate);
  const verdict = verdictOn(answer, question);
  await writeDown(parts, desk, place, {
    use: question.use,
    answer,
    verdict,
    settings,
    at: now,
  });
  return verdict;
}

/** A call that was cut short may cost as much as one that was not: then the guess stands. */
function spentOn(answer: ModelAnswer<unknown>, estimate: number): number {
  if (!answer.trace) return 0;
  const { inputTokens, outputTokens } = answer.trace;
  const isKnown = inputTokens > 0;
  const isRefused = answer.kind === 'unavailable' && freeOfCharge.has(answer.why);
  return isKnown ? inputTokens + outputTokens : isRefused ? 0 : estimate;
}

const freeOfCharge: ReadonlySet<Unavailability> = new Set(['key-refused', 'request-refused', 'rate-limited']);

function verdictOn<T>(answer: ModelAnswer<T>, { judge }: ModelQuestion<T>): ModelVerdict<T> {
  if (answer.kind === 'unavailable') return answer;
  const objections = judge(answer.value);
  return objections.length === 0
    ? { kind: 'used', value: answer.value }
    : { kind: 'refused', value: answer.value, objections };
}

/** Failures that repeating does not cure: an operator should hear of them. */
const wantOperator: ReadonlySet<Unavailability> = new Set(['key-refused', 'request-refused']);

async function writeDown(
  parts: Parts,
  { ledger }: ModelDesk,
  place: ModelPlace,
  entry: {
    use: ModelUse;
    answer: ModelAnswer<unknown>;
    verdict: ModelVerdict<unknown>;
    settings: ModelSettings;
    at: Instant;
  },
): Promise<void> {
  const { use, answer, verdict, settings, at } = entry;
  if (answer.kind === 'unavailable' && wantOperator.has(answer.why)) {
    parts.notice({
      level: 'warn',
      what: 'language model refused us',
      ids: { ...idsOf(place), why: answer.why },
    });
  }
  if (!answer.trace) return;
  const { sent, ...trace } = answer.trace;
  const keepsWords = settings.keepWordsUntil !== null && settings.keepWordsUntil > at;
  const record: ModelCallRecord = {
    ...trace,
    id: parts.newId(),
    conversationId: place.conversationId,
    use,
    outcome: verdict.kind === 'unavailable' ? verdict.why : verdict.kind,
    objections: verdict.kind === 'refused' ? verdict.objections : [],
    at,
    words: keepsWords ? { ...sent, until: settings.keepWordsUntil ?? at } : null,
  };
  await ledger.recordModelCall(place.scope, record);
}

const idsOf = ({ clinicId, conversationId }: ModelPlace) => ({ clinicId, conversationId });
