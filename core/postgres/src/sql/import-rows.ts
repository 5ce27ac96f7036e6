import type { ImportRows } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { sqlState, sqlStateOf } from '../database/failure.ts';
import { storable } from '../storable.ts';
import { slotColumns, slotPlaceholders, slotValues } from './occupy.ts';

/** An imported appointment met one that was booked meanwhile; thrown, because the whole import is undone. */
export class ImportedSlotTaken extends Error {
  readonly appointmentId: string;

  constructor(appointmentId: string, cause: unknown) {
    super('an imported appointment lost its slot', { cause });
    this.name = 'ImportedSlotTaken';
    this.appointmentId = appointmentId;
  }
}

export async function importRows(run: Run, clinicId: string, { customers, appointments }: ImportRows) {
  await run(
    `insert into customers (clinic_id, customer_id, name, phone, opted_out, birthday)
     select $1, customer_id, name, phone, opted_out, birthday
     from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::text[]) as entry (customer_id, name, phone, opted_out, birthday)
     on conflict (clinic_id, customer_id) do update set name = coalesce(excluded.name, customers.name),
       phone = coalesce(excluded.phone, customers.phone), birthday = coalesce(excluded.birthday, customers.birthday),
       opted_out = customers.opted_out or excluded.opted_out`,
    [
      clinicId,
      customers.map(({ id }) => id),
      customers.map(({ name }) => (name === null ? null : storable(name))),
      customers.map(({ phone }) => phone),
      customers.map(({ optedOut }) => optedOut),
      customers.map(({ birthday }) => birthday),
    ],
  );
  for (const { id, customerId, slot, status } of appointments) {
    try {
      await run(
        `insert into appointments (clinic_id, appointment_id, customer_id, status, source, changed_by, ${slotColumns})
         values ($1, $2, $3, $4, 'import', 'import', ${slotPlaceholders(5)})`,
        [clinicId, id, customerId, status, ...slotValues(slot)],
      );
    } catch (error) {
      if (sqlStateOf(error) === sqlState.exclusion) throw new ImportedSlotTaken(id, error);
      throw error;
    }
  }
}
