import { z } from 'zod';
import type { Route } from '../http/answer.ts';
import type { ThreadMessage } from '../world/thread-message.ts';
import type { Customer, World } from '../world/world.ts';
import { invalidParameter, openapiFailure, openapiSuccess, zaloErrors } from './openapi-answer.ts';
import type { createOpenapiRoute, OpenapiCall } from './openapi-route.ts';
import type { Oa } from './tokens.ts';

/** The documented sample writes the id as a number, which cannot hold it; both are taken. */
const UserId = z.union([z.string(), z.number().transform(String)]);
const UserQuery = z.object({ user_id: UserId });
const RecentQuery = z.object({
  offset: z.int().min(0).default(0),
  count: z.int().min(1).default(10),
});
const ThreadQuery = RecentQuery.extend({ user_id: UserId });

export function createZaloReadRoutes(
  route: ReturnType<typeof createOpenapiRoute>,
  world: World,
): readonly Route[] {
  const known = (oa: Oa, id: string) => {
    const customer = world.customer(id);
    return customer?.channel === 'zalo' && customer.accountId === oa.id ? customer : undefined;
  };

  return [
    route('GET', /^\/v2\.0\/oa\/getoa$/, ({ oa, headers }) => openapiSuccess(toOa(oa), headers)),

    route('GET', /^\/v3\.0\/oa\/user\/detail$/, (call) => {
      const query = UserQuery.safeParse(dataOf(call)).data;
      if (!query) return openapiFailure(invalidParameter('user_id'), call.headers);
      const customer = known(call.oa, query.user_id);
      if (!customer) return openapiFailure(zaloErrors.notFollower, call.headers);
      return openapiSuccess(toDetail(customer), call.headers);
    }),

    route('GET', /^\/v2\.0\/oa\/listrecentchat$/, (call) => {
      const query = RecentQuery.safeParse(dataOf(call)).data;
      if (!query) return openapiFailure(invalidParameter('data'), call.headers);
      if (query.count > 10) return openapiFailure(zaloErrors.limit, call.headers);
      const messages = world
        .customers()
        .filter(({ accountId }) => accountId === call.oa.id)
        .flatMap((customer) => world.thread(customer.id).map((message) => ({ message, customer })))
        .toSorted((one, other) => other.message.at - one.message.at)
        .slice(query.offset, query.offset + query.count);
      return openapiSuccess(
        messages.map(({ message, customer }) => toThreadMessage(message, customer, call.oa)),
        call.headers,
      );
    }),

    route('GET', /^\/v2\.0\/oa\/conversation$/, (call) => {
      const query = ThreadQuery.safeParse(dataOf(call)).data;
      if (!query) return openapiFailure(invalidParameter('data'), call.headers);
      if (query.count > 10) return openapiFailure(zaloErrors.limit, call.headers);
      const customer = known(call.oa, query.user_id);
      if (!customer) return openapiFailure(zaloErrors.notFollower, call.headers);
      const newestFirst = world.thread(customer.id).toReversed();
      const page = newestFirst.slice(query.offset, query.offset + query.count);
      return openapiSuccess(
        page.map((message) => toThreadMessage(message, customer, call.oa)),
        call.headers,
      );
    }),
  ];
}

/** GET parameters travel as JSON in one query parameter named `data`. */
function dataOf({ request }: OpenapiCall): unknown {
  try {
    return JSON.parse(request.query.get('data') ?? '');
  } catch {
    return undefined;
  }
}

function toOa({ id, name }: Oa) {
  return {
    oaid: id,
    name,
    description: '',
    oa_alias: '',
    is_verified: true,
    oa_type: 2,
    cate_name: 'Chăm sóc sức khỏe',
    num_follower: 0,
    avatar: '',
    cover: '',
    package_name: '',
    package_valid_through_date: '',
    package_auto_renew_date: '',
    linked_ZCA: '',
  };
}

function toDetail({ id, idByApp, name, lastInteractionAt }: Customer) {
  return {
    user_id: id,
    user_id_by_app: idByApp,
    user_external_id: '',
    display_name: name,
    user_alias: name,
    is_sensitive: false,
    user_last_interaction_date: lastInteractionAt === undefined ? '' : vietnamDate(lastInteractionAt),
    user_is_follower: true,
    avatar: '',
    avatars: { '120': '', '240': '' },
    dynamic_param: '',
    tags_and_notes_info: { notes: [], tag_names: [] },
    shared_info: {},
  };
}

function toThreadMessage({ id, at, by, text }: ThreadMessage, customer: Customer, oa: Oa) {
  const person = { id: customer.id, name: customer.name };
  const [src, from, to] = by === 'customer' ? [1, person, oa] : [0, oa, person];
  return {
    message_id: id,
    src,
    time: at,
    type: 'text',
    message: text,
    from_id: from.id,
    from_display_name: from.name,
    from_avatar: '',
    to_id: to.id,
    to_display_name: to.name,
    to_avatar: '',
  };
}

const dates = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/** DD/MM/YYYY, on the vendor's own calendar. */
function vietnamDate(ms: number): string {
  return dates.format(ms);
}
