import type { Run } from '../database/database.ts';

export type Contact = {
  clinicId: string;
  accountId: string;
  contactId: string;
  conversationId: string;
  customerId: string;
};

/**
 * A first word makes a customer and a conversation; their ids follow from the contact, so that two processes
 * make the same ones. Sorted, so that two batches wait for each other in one direction only.
 */
export async function createContacts(run: Run, contacts: readonly Contact[]): Promise<void> {
  await run(
    `with contact as (
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[])
         as contact (clinic_id, account_id, contact_id, conversation_id, customer_id)
       order by clinic_id, account_id, contact_id
     ), customer as (
       insert into customers (clinic_id, customer_id) select clinic_id, customer_id from contact on conflict do nothing
     )
     insert into conversations (clinic_id, conversation_id, account_id, contact_id, customer_id)
     select clinic_id, conversation_id, account_id, contact_id, customer_id from contact on conflict do nothing`,
    [
      contacts.map(({ clinicId }) => clinicId),
      contacts.map(({ accountId }) => accountId),
      contacts.map(({ contactId }) => contactId),
      contacts.map(({ conversationId }) => conversationId),
      contacts.map(({ customerId }) => customerId),
    ],
  );
}
