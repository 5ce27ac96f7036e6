import type { Context } from 'koa';
import type { z } from 'zod';
import { problem } from './problem.ts';
import { bodyLimit, readRawBody } from './raw-body.ts';

/** The body of a request as the schema wants it; undefined when it was not, and the answer is already given. */
export async function jsonBody<T>(ctx: Context, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!ctx.is('application/json')) {
    problem(ctx, 415, 'JSON needed', 'Send the body as application/json.');
    return undefined;
  }
  const body = await readRawBody(ctx.req, bodyLimit);
  if (body.kind !== 'read') {
    problem(
      ctx,
      body.kind === 'too-large' ? 413 : 400,
      'Body not read',
      `A body may have at most ${bodyLimit} bytes.`,
    );
    return undefined;
  }
  const parsed = schema.safeParse(parse(body.bytes.toString('utf8')));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const where = first?.path.join('.') ?? '';
  problem(ctx, 400, 'Bad body', `${where === '' ? 'The body' : where} is not as expected.`);
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
