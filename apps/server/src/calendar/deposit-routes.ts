import type Router from '@koa/router';
import type { ClinicScope } from '@glowbot/core';
import type { Context } from 'koa';
import { problem } from '../http/problem.ts';
import type { CalendarParts } from './calendar-routes.ts';
import { type Transfer, vietQrPayload, vietQrPicture } from './vietqr.ts';

type Scoped = Context & { state: { scope: ClinicScope }; params: Record<string, string> };

/** How a deposit is to be paid: in words for a message, and as a picture for a screen at the desk. */
export function depositRoutes(router: Router<{ scope: ClinicScope }>, { store }: CalendarParts): void {
  router.get('/appointments/:id/deposit', async (ctx: Scoped) => {
    const transfer = await transferOf(ctx);
    if (transfer) ctx.body = { ...transfer, payload: vietQrPayload(transfer) };
  });

  router.get('/appointments/:id/deposit.svg', async (ctx: Scoped) => {
    const transfer = await transferOf(ctx);
    if (!transfer) return;
    ctx.type = 'image/svg+xml';
    ctx.body = vietQrPicture(transfer);
  });

  /** Only what is still due can be paid. */
  async function transferOf(ctx: Scoped): Promise<Transfer | undefined> {
    const found = await store.appointment(ctx.state.scope, ctx.params.id ?? '');
    const { bank } = (await store.loadClinic(ctx.state.scope)).clinic;
    if (!found) problem(ctx, 404, 'No such appointment', 'Your clinic has no appointment with this id.');
    else if (found.deposit?.state !== 'due')
      problem(ctx, 404, 'Nothing to pay', 'No deposit of this appointment is due.');
    else if (!bank) problem(ctx, 409, 'No account', 'Enter the clinic’s bank account in its records first.');
    else return { bank, amount: found.deposit.amount, note: found.deposit.note };
    return undefined;
  }
}
