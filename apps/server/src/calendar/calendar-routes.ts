import type Router from '@koa/router';
import {
  addDays,
  availability,
  type CalendarStore,
  type ClinicScope,
  type EngineParts,
  type Instant,
  LocalDate,
  Phone,
  type StaffChange,
  type StaffResult,
  toInstant,
} from '@glowbot/core';
import type { Context } from 'koa';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { problem } from '../http/problem.ts';
import { aroundMs, staffSlot, StaffWish } from './staff-slot.ts';

export type CalendarParts = Pick<EngineParts, 'clock' | 'newId'> & {
  store: EngineParts['store'] & CalendarStore;
  wake: () => void;
};

type Scoped = Context & { state: { scope: ClinicScope }; params: Record<string, string> };

const mostDays = 62;
const Days = z.object({ from: LocalDate, to: LocalDate });
const NewAppointment = StaffWish.extend({
  customer: z.object({
    id: z.uuid().optional(),
    name: z.string().trim().min(1).max(100),
    phone: Phone.nullable().default(null),
  }),
  /** Whether the records' deposit is asked for. */
  deposit: z.boolean().default(false),
});
const Mark = z.object({ status: z.enum(['booked', 'arrived', 'completed', 'no_show']) });
const Deposit = z.object({ state: z.enum(['received', 'returned', 'kept']) });
const Question = Days.extend({
  treatment: z.string(),
  area: z.string().optional(),
  branch: z.string().optional(),
  staff: z.string().optional(),
});

/** How staff see and change the calendar. A refusal says why, and what there is instead. */
export function calendarRoutes(router: Router<{ scope: ClinicScope }>, parts: CalendarParts): void {
  const { store } = parts;

  router.get('/appointments', async (ctx: Scoped) => {
    const span = await spanOf(ctx, parts);
    if (span) ctx.body = { appointments: await store.appointmentsBetween(ctx.state.scope, span) };
  });

  router.get('/appointments/:id', async (ctx: Scoped) => {
    const found = await store.appointment(ctx.state.scope, ctx.params.id ?? '');
    if (found) ctx.body = found;
    else notFound(ctx);
  });

  router.get('/free', async (ctx: Scoped) => {
    const asked = Question.safeParse(ctx.query);
    const span = await spanOf(ctx, parts);
    if (!span) return;
    const { clinic } = await store.loadClinic(ctx.state.scope);
    const treatment = clinic.treatments.find(({ key }) => key === asked.data?.treatment);
    if (!asked.success || !treatment)
      return problem(ctx, 400, 'Bad query', 'treatment must be the key of a treatment.');
    const busy = await store.busyBetween(ctx.state.scope, span.from, span.to);
    const { area, branch, staff, from, to } = asked.data;
    const question = {
      treatment,
      ...(area === undefined ? {} : { area }),
      ...(branch === undefined ? {} : { branch }),
      ...(staff === undefined ? {} : { staff }),
    };
    const window = { from, to, earliest: 0, latest: 24 * 60 };
    ctx.body = { slots: availability(clinic, busy, parts.clock()).freeIn(question, window, 500) };
  });

  router.post('/appointments', async (ctx: Scoped) => {
    const wish = await jsonBody(ctx, NewAppointment);
    if (!wish) return;
    const slot = await slotFor(ctx, parts, wish);
    if (!slot) return;
    const { customer, deposit } = wish;
    await change(ctx, parts, {
      kind: 'create',
      id: parts.newId(),
      slot,
      status: deposit ? 'awaiting_deposit' : 'booked',
      customer: { ...customer, id: customer.id ?? parts.newId() },
    });
    if (ctx.status === 200) ctx.status = 201;
  });

  router.post('/appointments/:id/move', async (ctx: Scoped) => {
    const wish = await jsonBody(ctx, StaffWish.omit({ treatment: true, area: true }));
    if (!wish) return;
    const found = await store.appointment(ctx.state.scope, ctx.params.id ?? '');
    if (!found) return notFound(ctx);
    const { treatment, area, branch, staff } = found.slot;
    const whole = { branch, staff, ...wish, treatment, ...(area === undefined ? {} : { area }) };
    const slot = await slotFor(ctx, parts, whole, found.id);
    if (slot) await change(ctx, parts, { kind: 'move', id: found.id, slot });
  });

  router.post('/appointments/:id/cancel', (ctx: Scoped) =>
    change(ctx, parts, { kind: 'cancel', id: ctx.params.id ?? '' }),
  );

  router.post('/appointments/:id/mark', async (ctx: Scoped) => {
    const body = await jsonBody(ctx, Mark);
    if (body) await change(ctx, parts, { kind: 'mark', id: ctx.params.id ?? '', ...body });
  });

  router.post('/appointments/:id/deposit', async (ctx: Scoped) => {
    const body = await jsonBody(ctx, Deposit);
    if (body) await change(ctx, parts, { kind: 'settle-deposit', id: ctx.params.id ?? '', ...body });
  });

  router.get('/waiting-list', async (ctx: Scoped) => {
    ctx.body = { waiting: await store.waitingList(ctx.state.scope) };
  });
}

/** The days of a query as instants on the clinic's clock. */
async function spanOf(
  ctx: Scoped,
  { store }: CalendarParts,
): Promise<{ from: Instant; to: Instant } | undefined> {
  const days = Days.safeParse(ctx.query);
  if (!days.success || days.data.to < days.data.from || days.data.to > addDays(days.data.from, mostDays)) {
    problem(ctx, 400, 'Bad query', `from and to are days, YYYY-MM-DD, at most ${mostDays} apart.`);
    return undefined;
  }
  const { zone } = (await store.loadClinic(ctx.state.scope)).clinic;
  const midnight = (date: LocalDate) => toInstant({ date, time: '00:00' }, zone);
  return { from: midnight(days.data.from), to: midnight(addDays(days.data.to, 1)) };
}

async function slotFor(ctx: Scoped, { store, clock }: CalendarParts, wish: StaffWish, moving?: string) {
  const { clinic } = await store.loadClinic(ctx.state.scope);
  const busy = await store.busyBetween(ctx.state.scope, wish.start - aroundMs, wish.start + aroundMs);
  const answer = staffSlot(clinic, busy, clock(), wish, moving);
  switch (answer.kind) {
    case 'slot':
      return answer.slot;
    case 'unknown':
      problem(ctx, 400, 'No such record', `The clinic has no ${answer.what} with this key.`);
      return undefined;
    case 'refused':
      problem(ctx, 409, 'Not at that time', `The start cannot be had: ${answer.explanation.refusal}.`, {
        ...answer.explanation,
      });
      return undefined;
  }
}

async function change(ctx: Scoped, parts: CalendarParts, wanted: StaffChange): Promise<void> {
  const result: StaffResult = await parts.store.changeAppointment(ctx.state.scope, 'api', wanted);
  switch (result.kind) {
    case 'done':
      ctx.body = result.appointment;
      parts.wake();
      return;
    case 'not-found':
      notFound(ctx);
      return;
    case 'not-now':
      problem(ctx, 409, 'Not in this state', `The appointment is ${result.status}.`, {
        status_now: result.status,
      });
      return;
    case 'taken':
      problem(ctx, 409, 'Taken meanwhile', `Somebody else has the ${result.what} at that time.`, {
        refusal: 'full',
        taken: result.what,
      });
  }
}

function notFound(ctx: Scoped): void {
  problem(ctx, 404, 'No such appointment', 'Your clinic has no appointment with this id.');
}
