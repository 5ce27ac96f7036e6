import { buildLexicon, guard, guardRecords, type Known } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { z } from 'zod';
import type { Predictor } from './predictor.ts';

const Booking = z.looseObject({
  status: z.string(),
  treatment: z.string(),
  area: z.string().optional(),
  date: z.string(),
  time: z.string(),
  branch: z.string(),
  staff: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
});

const State = z.looseObject({
  booking: Booking.nullish(),
  offeredSlots: z
    .array(z.object({ date: z.string(), branch: z.string().optional(), times: z.array(z.string()) }))
    .optional(),
});

const Item = z.object({ id: z.string(), now: z.string(), reply: z.string(), state: State.nullish() });

/** `{id, now, reply, state?}` → `{id, ok, why?}`: whether a reply may be sent, and the first reason why not. */
export function groundingPredictor(): Predictor {
  const clinic = demoClinic();
  const records = guardRecords(clinic, buildLexicon(clinic));
  return (item) => {
    const { id, now, reply, state } = Item.parse(item);
    const verdict = guard(reply, { records, now: Date.parse(now), known: knownFrom(state) });
    return verdict.ok ? { id, ok: true } : { id, ok: false, why: verdict.refused[0]?.refused };
  };
}

function knownFrom(state: z.infer<typeof State> | null | undefined): Known {
  if (!state) return {};
  const { booking, offeredSlots } = state;
  return {
    ...(booking === undefined ? {} : { bookings: booking === null ? [] : [booking] }),
    ...(offeredSlots === undefined ? {} : { offered: offeredSlots }),
  };
}
