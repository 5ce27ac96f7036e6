import type Anthropic from '@anthropic-ai/sdk';
import type { ModelAnswer, ModelCall, ModelTrace, Resting, Scheduler, Unavailability } from '@glowbot/core';
import { type Circuit, type CircuitSettings, createCircuit } from './circuit.ts';
import { createDeadline, type Deadline, pause } from './deadline.ts';
import { type Failure, failureOf } from './failure.ts';
import type { ClaudeQuestion } from './question.ts';
import { bodyOf, type ClaudeBody, type Received, send } from './send.ts';

export type Patience = CircuitSettings & {
  /** Calls in flight at once; one more is answered `busy`, because a turn that waits for its turn is late already. */
  atOnce: number;
  /** Attempts within one call, as far as its time allows. */
  attempts: number;
  /** The first wait between attempts; it doubles, and chance takes up to all of it away. */
  firstWaitMs: number;
  /** With less time left than this another attempt would only be cut off. */
  leastAttemptMs: number;
};

export const defaultPatience: Patience = {
  failures: 5,
  openMs: 10_000,
  lastingOpenMs: 60_000,
  atOnce: 32,
  attempts: 2,
  firstWaitMs: 400,
  leastAttemptMs: 500,
};

export type World = { clock: () => number; chance: () => number; after: Scheduler };

export type Ask = <Wire>(
  question: ClaudeQuestion<Wire>,
  call: Pick<ModelCall, 'withinMs' | 'signal'>,
) => Promise<ModelAnswer<Wire>>;

/** The one way to the vendor: within a time, a number of calls and a circuit, and always with an answer. */
export function createAsk(
  client: Anthropic,
  patience: Patience,
  world: World,
): { ask: Ask; resting: () => Resting | null } {
  const circuit = createCircuit(patience, world.clock);
  let inFlight = 0;
  let lastFailure: Unavailability = 'busy';

  async function attempts<Wire>(
    body: ClaudeBody,
    question: ClaudeQuestion<Wire>,
    deadline: Deadline,
    trace: ModelTrace,
  ): Promise<ModelAnswer<Wire>> {
    for (;;) {
      trace.attempts += 1;
      try {
        const timeout = Math.max(1, Math.ceil(deadline.leftMs()));
        const received = await send(client, body, question.wire, { signal: deadline.signal, timeout });
        note(trace, received);
        circuit.succeeded();
        const { result } = received;
        if (result.kind === 'value') return { kind: 'answered', value: result.value, trace };
        return { kind: 'unavailable', why: result.why, trace };
      } catch (error) {
        const failure = failureOf(error, deadline.stopped());
        trace.requestId = failure.requestId ?? trace.requestId;
        tell(circuit, failure.why);
        lastFailure = failure.why;
        const waitMs = waitOf(failure, trace.attempts);
        const leftMs = deadline.leftMs() - waitMs;
        const mayRepeat = failure.mayRepeat && trace.attempts < patience.attempts;
        if (!mayRepeat || leftMs < patience.leastAttemptMs)
          return { kind: 'unavailable', why: failure.why, trace };
        await pause(waitMs, deadline.signal, world.after);
        const stopped = deadline.stopped();
        if (stopped) return { kind: 'unavailable', why: stopped, trace };
      }
    }
  }

  const waitOf = (failure: Failure, attempt: number) =>
    failure.waitMs ?? world.chance() * patience.firstWaitMs * 2 ** (attempt - 1);

  const ask: Ask = async (question, call) => {
    if (call.signal.aborted) return { kind: 'unavailable', why: 'moot', trace: null };
    if (inFlight >= patience.atOnce || !circuit.admits()) {
      return { kind: 'unavailable', why: 'busy', trace: null };
    }
    inFlight += 1;
    const started = world.clock();
    const deadline = createDeadline(call.withinMs, call.signal, world);
    try {
      const body = bodyOf(question);
      const trace = await traceOf(body);
      const answer = await attempts(body, question, deadline, trace);
      trace.ms = world.clock() - started;
      return answer;
    } finally {
      deadline.end();
      inFlight -= 1;
    }
  };

  return {
    ask,
    resting() {
      const forMs = circuit.openForMs();
      return forMs > 0 ? { why: lastFailure, forMs } : null;
    },
  };
}

/** What a failure tells about the vendor: our own mistake, or our own haste, tells nothing. */
function tell(circuit: Circuit, why: Unavailability): void {
  if (why === 'moot' || why === 'request-refused') circuit.toldNothing();
  else circuit.failed(why === 'key-refused');
}

async function traceOf(body: ClaudeBody): Promise<ModelTrace> {
  const prompt = JSON.stringify(body);
  const bytes = new TextEncoder().encode(prompt);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    model: body.model,
    requestId: null,
    promptHash: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    promptBytes: bytes.length,
    answerBytes: 0,
    inputTokens: 0,
    outputTokens: 0,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    attempts: 0,
    ms: 0,
    sent: { prompt, answer: '' },
  };
}

function note(trace: ModelTrace, { text, tokens, requestId }: Received<unknown>): void {
  trace.answerBytes = new TextEncoder().encode(text).length;
  trace.inputTokens += tokens.input;
  trace.outputTokens += tokens.output;
  trace.cacheReadTokens += tokens.cacheRead;
  trace.cacheWriteTokens += tokens.cacheWrite;
  trace.requestId = requestId;
  trace.sent.answer = text;
}
