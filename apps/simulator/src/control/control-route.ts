import { z } from 'zod';
import { type Answer, type HttpRequest, json, type Route } from '../http/answer.ts';
import { SimulatorError } from './simulator-error.ts';

export function done(act: () => void) {
  act();
  return { done: true };
}

/** One control over HTTP: takes JSON, answers JSON, and says what was impossible. */
export function route(
  method: Route['method'],
  path: string,
  answer: (request: HttpRequest) => unknown,
): Route {
  return {
    method,
    path: new RegExp(`^/control${path}$`),
    async answer(request): Promise<Answer> {
      try {
        // A foreign page can post a form to this port, but not JSON.
        if (method !== 'GET' && request.headers['content-type']?.split(';')[0] !== 'application/json') {
          throw new SimulatorError(400, 'The content type must be application/json.');
        }
        return json(200, await answer(request));
      } catch (error) {
        if (error instanceof SimulatorError) return json(error.status, { error: error.message });
        throw error;
      }
    },
  };
}

export function read<T>({ body }: HttpRequest, schema: z.ZodType<T>): T {
  return checked(schema, parseJson(body.length === 0 ? '{}' : body.toString('utf8')));
}

export function readQuery<T>({ query }: HttpRequest, schema: z.ZodType<T>): T {
  return checked(schema, Object.fromEntries(query));
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SimulatorError(400, z.prettifyError(parsed.error));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SimulatorError(400, 'The body is not JSON.');
  }
}
