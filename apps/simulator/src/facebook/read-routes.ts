import { z } from 'zod';
import { type Answer, json, type Route } from '../http/answer.ts';
import type { ThreadMessage } from '../world/thread-message.ts';
import type { Customer, World } from '../world/world.ts';
import { type GraphCall, readGraphCall } from './graph-call.ts';
import { type GraphError, graphErrors, graphFailure, invalid } from './graph-error.ts';
import type { FacebookApp } from './pages.ts';

/** `/v26.0/…`, any other version, or none. */
const version = '^(?:/v\\d+\\.\\d+)?';

/** A list, or the names in one text between commas. */
const Fields = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(','))])
  .catch([])
  .transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''));
const NestedFields = z.string().catch('');

/** Graph calls that read, and the page's webhook subscription. */
export function createGraphReadRoutes(app: FacebookApp, world: World): readonly Route[] {
  const route = (
    method: Route['method'],
    path: string,
    answer: (call: GraphCall, id: string) => unknown,
  ): Route => ({
    method,
    path: new RegExp(version + path),
    answer(request): Answer {
      const read = readGraphCall(request, app);
      if ('error' in read) return graphFailure(read.error);
      const { call } = read;
      const named = request.params['id'] ?? '';
      const result = answer(call, named === 'me' ? call.page.id : named);
      return isError(result) ? graphFailure(result.error) : json(200, result);
    },
  });
  return [
    route(
      'GET',
      '/(?<id>\\d+|me)/conversations/?$',
      ownPage((call) => conversations(call, world)),
    ),
    route(
      'GET',
      '/(?<id>\\d+|me)/subscribed_apps/?$',
      ownPage(({ page }) => ({
        data:
          page.subscribedFields.length === 0
            ? []
            : [{ id: app.appId, subscribed_fields: page.subscribedFields }],
      })),
    ),
    route(
      'POST',
      '/(?<id>\\d+|me)/subscribed_apps/?$',
      ownPage(({ page, args }) => {
        const fields = Fields.parse(args['subscribed_fields']);
        if (fields.length === 0) return { error: invalid('Param subscribed_fields must be non-empty') };
        page.subscribedFields = fields;
        return { success: true };
      }),
    ),
    route(
      'DELETE',
      '/(?<id>\\d+|me)/subscribed_apps/?$',
      ownPage(({ page }) => {
        page.subscribedFields = [];
        return { success: true };
      }),
    ),
    route('GET', '/(?<id>\\d+|me)/?$', ({ page, args }, id) => {
      if (id === page.id) return { id, name: page.name };
      const customer = world.customer(id);
      // A profile exists for the page only once the person has written to it.
      if (customer?.accountId !== page.id || customer.lastInteractionAt === undefined) {
        return { error: graphErrors.noObject };
      }
      return profile(customer, Fields.parse(args['fields']));
    }),
  ];
}

function ownPage(answer: (call: GraphCall) => unknown) {
  return (call: GraphCall, id: string): unknown =>
    id === call.page.id ? answer(call) : { error: graphErrors.noObject };
}

function isError(result: unknown): result is { error: GraphError } {
  return typeof result === 'object' && result !== null && 'error' in result;
}

/** A Vietnamese name ends with the given name. */
function profile({ id, name }: Customer, fields: readonly string[]): Record<string, string> {
  const words = name.trim().split(/\s+/);
  const known = new Map([
    ['name', name],
    ['first_name', words.at(-1) ?? ''],
    ['last_name', words.slice(0, -1).join(' ')],
  ]);
  const wanted = (fields.length === 0 ? ['first_name', 'last_name'] : fields).flatMap(
    (field): [string, string][] => {
      const value = known.get(field);
      return value === undefined ? [] : [[field, value]];
    },
  );
  return { ...Object.fromEntries(wanted), id };
}

/** Newest first; a message shows its id and time, and what else `messages{…}` names. */
function conversations({ page, args }: GraphCall, world: World): unknown {
  const wanted = /messages(?:\.limit\((?<limit>\d+)\))?(?:\{(?<fields>[^}]*)\})?/.exec(
    NestedFields.parse(args['fields']),
  );
  const fields = new Set(
    (wanted?.groups?.['fields'] ?? 'id,created_time').split(',').map((field) => field.trim()),
  );
  const limit = Number(wanted?.groups?.['limit'] ?? 25);
  const { user_id: userId } = args;
  const customers = world
    .customers()
    .filter(({ id, accountId }) => accountId === page.id && (userId === undefined || id === userId));
  const latestFirst = customers
    .map((customer) => ({ customer, thread: world.thread(customer.id).toReversed() }))
    .filter(({ thread }) => thread.length > 0)
    .toSorted((one, other) => (other.thread[0]?.at ?? 0) - (one.thread[0]?.at ?? 0));
  const from = Number(args['after'] ?? 0);
  const size = Number(args['limit'] ?? 25);
  const rest = latestFirst.slice(from, from + size);
  const data = rest.flatMap(({ customer, thread }) => {
    const newest = thread[0];
    if (!newest) return [];
    const messages = thread
      .slice(0, limit)
      .map((message) => toGraphMessage(message, customer, page.name, fields));
    const people = [
      { id: customer.id, name: customer.name },
      { id: page.id, name: page.name },
    ];
    const base = {
      id: `t_${customer.id}`,
      updated_time: graphTime(newest.at),
      participants: { data: people },
    };
    return [wanted ? { ...base, messages: { data: messages } } : base];
  });
  const next = from + rest.length;
  return { data, ...(next < latestFirst.length ? { paging: { cursors: { after: String(next) } } } : {}) };
}

function toGraphMessage(
  { id, at, by, text }: ThreadMessage,
  customer: Customer,
  pageName: string,
  fields: ReadonlySet<string>,
): Record<string, unknown> {
  const person = { id: customer.id, name: customer.name };
  const page = { id: customer.accountId, name: pageName };
  const [from, to] = by === 'customer' ? [person, page] : [page, person];
  return {
    id,
    created_time: graphTime(at),
    ...(fields.has('from') ? { from } : {}),
    ...(fields.has('to') ? { to: { data: [to] } } : {}),
    ...(fields.has('message') ? { message: text } : {}),
  };
}

/** 2026-11-23T03:00:00+0000: whole seconds, the offset without a colon (Graph API, "dates"). */
function graphTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+0000`;
}
