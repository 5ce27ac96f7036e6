import Router from '@koa/router';
import { type ClinicScope, dayMs } from '@glowbot/core';
import type { Context } from 'koa';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { problem } from '../http/problem.ts';
import type { CalendarParts } from './calendar-routes.ts';
import { calendarFile } from './feed.ts';
import { addressOf } from './public-address.ts';

type Scoped = Context & { state: { scope: ClinicScope }; params: Record<string, string> };

const Subject = z.object({
  kind: z.enum(['staff', 'branch']),
  key: z.string(),
  shows: z.enum(['busy', 'treatment', 'given-name']).default('treatment'),
});
const Source = z.object({ staff: z.string(), address: z.string().max(2_000) });

/** Secret links to calendars, and private calendars whose busy times are read. A link's token is shown once, when it is made. */
export function exchangeRoutes(router: Router<{ scope: ClinicScope }>, { store }: CalendarParts): void {
  router.get('/calendar-feeds', async (ctx: Scoped) => {
    ctx.body = { feeds: await store.feeds(ctx.state.scope) };
  });

  router.post('/calendar-feeds', async (ctx: Scoped) => {
    const subject = await jsonBody(ctx, Subject);
    if (!subject) return;
    const { clinic } = await store.loadClinic(ctx.state.scope);
    const records = subject.kind === 'staff' ? clinic.staff : clinic.branches;
    if (!records.some(({ key }) => key === subject.key))
      return problem(ctx, 400, 'No such record', `The clinic has no ${subject.kind} with this key.`);
    const { id, token } = await store.issueFeed(ctx.state.scope, subject);
    ctx.status = 201;
    ctx.body = { id, ...subject, path: `/calendar/${token}.ics` };
  });

  router.delete('/calendar-feeds/:id', async (ctx: Scoped) => {
    if (await store.revokeFeed(ctx.state.scope, ctx.params.id ?? '')) ctx.status = 204;
    else problem(ctx, 404, 'No such link', 'Your clinic has no link with this id.');
  });

  router.get('/busy-sources', async (ctx: Scoped) => {
    const sources = await store.busySources(ctx.state.scope);
    /** The address is a secret of its owner: whoever needs it again has it. */
    ctx.body = {
      sources: sources.map(({ address, ...source }) => ({
        ...source,
        host: addressOf(address)?.hostname ?? '',
      })),
    };
  });

  router.post('/busy-sources', async (ctx: Scoped) => {
    const source = await jsonBody(ctx, Source);
    if (!source) return;
    const { clinic } = await store.loadClinic(ctx.state.scope);
    if (!clinic.staff.some(({ key }) => key === source.staff))
      return problem(ctx, 400, 'No such record', 'The clinic has no staff with this key.');
    if (!addressOf(source.address))
      return problem(ctx, 400, 'Bad address', 'The address must begin with https:// or webcal://.');
    ctx.status = 201;
    ctx.body = { id: await store.addBusySource(ctx.state.scope, source.staff, source.address) };
  });

  router.delete('/busy-sources/:id', async (ctx: Scoped) => {
    if (await store.removeBusySource(ctx.state.scope, ctx.params.id ?? '')) ctx.status = 204;
    else problem(ctx, 404, 'No such calendar', 'Your clinic reads no calendar with this id.');
  });
}

const pastMs = 30 * dayMs;

/** The calendar files themselves: whoever has the link sees the calendar, as with every secret calendar link. */
export function calendarFiles(parts: CalendarParts): Router {
  const router = new Router();
  router.get('/calendar/:file', async (ctx) => {
    const token = /^([\w-]{43})\.ics$/.exec(ctx.params.file ?? '')?.[1];
    const opened = token === undefined ? undefined : await parts.store.openFeed(token);
    if (!opened) return problem(ctx, 404, 'Not found', 'There is nothing at this address.');
    const { scope, subject } = opened;
    const { clinic } = await parts.store.loadClinic(scope);
    const now = parts.clock();
    const ahead = (clinic.bookingRules.maxAdvanceDays + 1) * dayMs;
    const span = { from: now - pastMs, to: now + ahead };
    const appointments = await parts.store.appointmentsBetween(scope, span);
    ctx.set({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
    ctx.type = 'text/calendar; charset=utf-8';
    ctx.body = calendarFile(clinic, subject, appointments, 'glowbot');
  });
  return router;
}
