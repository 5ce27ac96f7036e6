import { z } from 'zod';
import { done, read, route } from '../control/control-route.ts';
import type { Route } from '../http/answer.ts';
import type { ClaudeControls } from './claude.ts';
import { ClaudeFaultOrder } from './claude-fault.ts';

const Mode = z.strictObject({ mode: z.enum(['honest', 'lying']) });
const Script = z.strictObject({
  answers: z.array(z.unknown()).min(1).max(1000),
  use: z.enum(['understand', 'word', 'brief', 'other']).optional(),
});

/** The controls of the simulated Messages API over HTTP, in JSON. */
export function createClaudeControlRoutes(claude: ClaudeControls): readonly Route[] {
  return [
    route('PUT', '/claude', (request) => done(() => claude.setMode(read(request, Mode).mode))),
    route('POST', '/claude/script', (request) =>
      done(() => {
        const { answers, use } = read(request, Script);
        claude.script(answers, use);
      }),
    ),
    route('POST', '/claude/faults', (request) =>
      done(() => claude.failNext(read(request, ClaudeFaultOrder))),
    ),
    route('DELETE', '/claude/faults', () => done(() => claude.clearFaults())),
    route('GET', '/claude/calls', () => claude.calls()),
    route('DELETE', '/claude/calls', () => done(() => claude.forgetCalls())),
  ];
}
