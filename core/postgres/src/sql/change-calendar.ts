import type { CalendarChange, Instant, Slot } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import {
  askDeposit,
  lapseExpired,
  occupy,
  type Owner,
  queueFor,
  slotColumns,
  slotPlaceholders,
  SlotTaken,
  slotValues,
} from './occupy.ts';
import { joinWaitingList, leaveWaitingList, noteOffer, passOn } from './waiting-list.ts';
import { type Freed, wakeWaiting } from './wake-waiting.ts';

/**
 * Makes a turn's changes of the calendar. What it gives up comes first, so that a customer's own hold never stands in the way
 * of its successor; a slot held and given up within the same turn never existed.
 */
export async function changeCalendar(
  run: Run,
  owner: Owner,
  changes: readonly CalendarChange[],
  now: Instant | null,
): Promise<void> {
  const net = netOf(changes);
  await queueFor(
    run,
    owner.clinicId,
    net.flatMap((change) => ('slot' in change ? [change.slot] : [])),
  );
  const freed: Freed[] = [];
  for (const change of net) freed.push(...(await make(run, owner, change, now)));
  for (const one of freed) {
    await wakeWaiting(run, owner.clinicId, one, { except: owner.conversationId, freedAt: null, now });
  }
}

/** Returns what became free by it. */
async function make(
  run: Run,
  owner: Owner,
  change: CalendarChange,
  now: Instant | null,
): Promise<readonly Freed[]> {
  switch (change.kind) {
    case 'release':
      return giveUp(run, owner, change.id, 'released', ['held', 'lapsed']);
    case 'cancel':
      return giveUp(run, owner, change.id, 'cancelled', ['booked', 'awaiting_deposit']);
    case 'hold': {
      const { id, slot, until, replaces = null, visit = null } = change;
      await lapseExpired(run, owner.clinicId, slot, id, now);
      await occupy(run, owner, { id, slot, status: 'held', heldUntil: until, replaces, visit });
      if (change.waiting !== undefined) await noteOffer(run, owner, change);
      return [];
    }
    case 'book': {
      const { id, slot, status, visit = null } = change;
      await lapseExpired(run, owner.clinicId, slot, id, now);
      await occupy(run, owner, { id, slot, status, heldUntil: null, replaces: null, visit });
      if (status === 'awaiting_deposit') await askDeposit(run, owner.clinicId, id, visit);
      return [];
    }
    case 'reschedule':
      await lapseExpired(run, owner.clinicId, change.slot, change.hold, now);
      return move(run, owner, change);
    case 'attendance-confirmed':
      await run(
        `update appointments set attendance_confirmed_at = now(), changed_at = now()
         where clinic_id = $1 and appointment_id = $2 and conversation_id = $3`,
        [owner.clinicId, change.id, owner.conversationId],
      );
      return [];
    case 'join-waiting-list':
      await joinWaitingList(run, owner, change.id, change.wish);
      return [];
    case 'leave-waiting-list':
      await leaveWaitingList(run, owner, change.id);
      return [];
    case 'waiting-passed':
      await passOn(run, owner, change.id, now);
      return [];
  }
}

/** What is put down and taken up again within a turn leaves no trace. */
function netOf(changes: readonly CalendarChange[]): CalendarChange[] {
  const held = new Set(changes.filter(({ kind }) => kind === 'hold').map(({ id }) => id));
  const released = new Set(changes.filter(({ kind }) => kind === 'release').map(({ id }) => id));
  const lasting = changes.filter(({ id }) => !(held.has(id) && released.has(id)));
  return [
    ...lasting.filter(({ kind }) => kind === 'release'),
    ...lasting.filter(({ kind }) => kind !== 'release'),
  ];
}

const freedColumns = `branch_key as branch, staff_key as staff, room_key as room,
  coalesce(busy_from, starts_at) as "from", coalesce(busy_until, ends_at) as "to"`;

async function giveUp(
  run: Run,
  owner: Owner,
  id: string,
  status: 'released' | 'cancelled',
  from: readonly string[],
): Promise<Freed[]> {
  return run<Freed>(
    `update appointments set status = $4, held_until = null, changed_by = 'customer', changed_at = now()
     where clinic_id = $1 and appointment_id = $2 and conversation_id = $3 and status = any ($5::text[])
     returning ${freedColumns}`,
    [owner.clinicId, id, owner.conversationId, status, from],
  );
}

/** The slot held for the move becomes the booking's own in one statement; nobody ever sees it with two times, or with none. */
async function move(
  run: Run,
  owner: Owner,
  { id, slot, hold }: { id: string; slot: Slot; hold: string },
): Promise<Freed[]> {
  await giveUp(run, owner, hold, 'released', ['held', 'lapsed']);
  const before = await run<Freed>(
    `select ${freedColumns} from appointments
     where clinic_id = $1 and appointment_id = $2 and conversation_id = $3 and status in ('booked', 'awaiting_deposit')
     for update`,
    [owner.clinicId, id, owner.conversationId],
  );
  if (before.length === 0) throw new SlotTaken();
  await run(
    `update appointments set (${slotColumns}) = row (${slotPlaceholders(3)}),
       moves = moves + 1, attendance_confirmed_at = null, changed_by = 'customer', changed_at = now()
     where clinic_id = $1 and appointment_id = $2`,
    [owner.clinicId, id, ...slotValues(slot)],
  );
  return before;
}
