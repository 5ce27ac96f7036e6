import type { Answer, HttpRequest, Route } from '../http/answer.ts';
import { randomText } from '../world/random-id.ts';
import { answerAfterFault } from './answer-after-fault.ts';
import { claudeError } from './claude-error.ts';
import { type ClaudeFaultOrder, createClaudeFaults } from './claude-fault.ts';
import { honestAnswer } from './honest-answers.ts';
import { falseReadings, lies } from './lies.ts';
import { createPromptCache, tokensOf } from './prompt-cache.ts';
import { type Question, questionOf } from './question.ts';
import { ClaudeRequest } from './wire.ts';

/** One call as the simulator saw it. Test data only: it holds whole prompts. */
export type ClaudeCall = {
  at: number;
  use: ClaudeUse;
  model: string;
  body: unknown;
  answer: unknown;
  /** Which lie was told, and words that must never reach a customer because of it. */
  lie: { name: string; poison: readonly string[] } | null;
};

export type ClaudeUse = Question['kind'];

export type ClaudeMode = 'honest' | 'lying';

export type ClaudeControls = {
  setMode(mode: ClaudeMode): void;
  /** The next answers, as values of the agreed shape, before any rule is asked: to any question, or to those of one use. */
  script(answers: readonly unknown[], use?: ClaudeUse): void;
  failNext(order: ClaudeFaultOrder): void;
  clearFaults(): void;
  calls(): readonly ClaudeCall[];
  forgetCalls(): void;
};

export type SimulatedClaude = { controls: ClaudeControls; routes: readonly Route[] };

/** Old calls are forgotten, so that a demo can run for days. */
const mostCalls = 2_000;

/** The Messages API on this machine: answers by rules or by script, fails on demand, and lies when told to. */
export function createSimulatedClaude(options: { apiKey: string }, now: () => number): SimulatedClaude {
  const faults = createClaudeFaults();
  const cache = createPromptCache(now);
  const calls: ClaudeCall[] = [];
  let scripted: { answer: unknown; use: ClaudeUse | undefined }[] = [];
  let mode: ClaudeMode = 'honest';
  let told = 0;

  function answerTo(question: Question): Pick<ClaudeCall, 'answer' | 'lie'> {
    const next = scripted.find(({ use }) => use === undefined || use === question.kind);
    if (next) {
      scripted = scripted.filter((one) => one !== next);
      return { answer: next.answer, lie: null };
    }
    if (mode === 'honest') return { answer: honestAnswer(question), lie: null };
    told += 1;
    if (question.kind === 'word') return lieTo(question.draft, told);
    if (question.kind === 'understand') {
      return {
        answer: falseReadings[told % falseReadings.length]?.(question.says),
        lie: { name: 'reading', poison: [] },
      };
    }
    return {
      answer: {
        title: 'Giá 49.123đ',
        summary: 'Đã đặt lịch cho khách, giá 49.123đ.',
        replies: ['Dạ giá chỉ 49.123đ thôi ạ.'],
      },
      lie: { name: 'brief', poison: ['49.123'] },
    };
  }

  function messages(request: HttpRequest): Answer | Promise<Answer> {
    const requestId = `req_${randomText(12)}`;
    const refused = refusalOf(request, options.apiKey, requestId);
    if (refused) return refused;
    const body = parsed(request.body.toString('utf8'));
    const read = ClaudeRequest.safeParse(body);
    if (!read.success) return claudeError(400, 'The request does not have the expected shape.', requestId);
    const thinking = refusedThinking(read.data);
    if (thinking !== undefined) return claudeError(400, thinking, requestId);
    const fault = faults.next();
    const question = questionOf(read.data);
    const { answer, lie } = answerTo(question);
    calls.push({ at: now(), use: question.kind, model: read.data.model, body, answer, lie });
    if (calls.length > mostCalls) calls.shift();
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const usage = { ...cache.figuresOf(read.data), output_tokens: tokensOf(text) };
    return answerAfterFault({ id: `msg_${randomText(12)}`, model: read.data.model, text, usage }, fault, {
      requestId,
      isStream: read.data.stream === true,
      gone: request.gone,
    });
  }

  return {
    controls: {
      setMode: (wanted) => {
        mode = wanted;
      },
      script: (answers, use) => {
        scripted.push(...answers.map((answer) => ({ answer, use })));
      },
      failNext: (order) => faults.order(order),
      clearFaults: () => faults.clear(),
      calls: () => [...calls],
      forgetCalls: () => {
        calls.length = 0;
      },
    },
    routes: [{ method: 'POST', path: /^\/v1\/messages$/, answer: messages }],
  };
}

/** The first lie, from a place in the list that moves on, for which this draft offers an occasion. */
function lieTo(draft: string, turn: number): Pick<ClaudeCall, 'answer' | 'lie'> {
  for (let n = 0; n < lies.length; n += 1) {
    const lie = lies[(turn + n) % lies.length];
    const told = lie?.tell(draft);
    if (lie && told)
      return { answer: { messages: told.messages }, lie: { name: lie.name, poison: told.poison } };
  }
  return { answer: { messages: [draft] }, lie: null };
}

function refusalOf({ headers }: HttpRequest, apiKey: string, requestId: string): Answer | undefined {
  const key = headers.authorization?.replace(/^Bearer /, '') ?? headers['x-api-key'];
  if (key !== apiKey) return claudeError(401, 'invalid bearer token', requestId);
  if (headers['anthropic-version'] === undefined) {
    return claudeError(400, 'anthropic-version: header is required', requestId);
  }
  if (headers['content-type']?.split(';')[0] !== 'application/json') {
    return claudeError(400, 'The content type must be application/json.', requestId);
  }
  return undefined;
}

/** Which of the settings of thinking each model takes, as the vendor's migration guides list them; any, for models not listed. */
const thinkingTaken: Readonly<Record<string, readonly string[]>> = {
  'claude-haiku-5-5': ['adaptive', 'disabled'],
  'claude-sonnet-5-5': ['adaptive', 'between_tools'],
  'claude-opus-5-5': ['adaptive'],
};

function refusedThinking({ model, thinking }: ClaudeRequest): string | undefined {
  const isTaken = thinking === undefined || (thinkingTaken[model]?.includes(thinking.type) ?? true);
  return isTaken ? undefined : `"thinking.type.${thinking.type}" is not supported for this model.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
