import type { Instant, LoadedSkillFacts } from '@glowbot/core';
import type { Run } from '../database/database.ts';

type Row = { visits: string; birthday: string | null };
type Sum = { skill: string; account: string; ofCustomer: string | null; ofClinic: string | null };

/** An appointment took place when staff said so; one that merely passed says nothing. */
export async function readSkillFacts(
  run: Run,
  clinicId: string,
  customerId: string,
  before: Instant,
): Promise<LoadedSkillFacts> {
  const [customer] = await run<Row>(
    `select c.birthday,
       (select count(*) from appointments a where a.clinic_id = c.clinic_id and a.customer_id = c.customer_id
          and a.status in ('arrived', 'completed') and a.starts_at < to_timestamp($3::float8 / 1000)) as visits
     from customers c where c.clinic_id = $1 and c.customer_id = $2`,
    [clinicId, customerId, before],
  );
  const sums = await run<Sum>(
    `select skill, account, sum(amount) filter (where customer_id = $2) as "ofCustomer",
       sum(amount) filter (where customer_id is null) as "ofClinic"
     from skill_entries where clinic_id = $1 and (customer_id = $2 or customer_id is null) group by skill, account`,
    [clinicId, customerId],
  );
  const books: Record<string, { customer: Record<string, number>; clinic: Record<string, number> }> = {};
  for (const { skill, account, ofCustomer, ofClinic } of sums) {
    const book = (books[skill] ??= { customer: {}, clinic: {} });
    if (ofCustomer !== null) book.customer[account] = Number(ofCustomer);
    if (ofClinic !== null) book.clinic[account] = Number(ofClinic);
  }
  return {
    customer: { visits: Number(customer?.visits ?? 0), birthday: customer?.birthday ?? null },
    books,
  };
}
