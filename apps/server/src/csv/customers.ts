import { type CustomerEntry, toPhone } from '@glowbot/core';
import { type BadRow, readTable } from './read-table.ts';
import { writeTable } from './write-table.ts';

const columns = {
  id: ['mã', 'mã khách', '?'],
  name: ['tên', 'họ tên', 'họ và tên', 'tên khách', 'khách'],
  phone: ['số điện thoại', 'sđt', 'điện thoại', 'di động', 'tel'],
  optedOut: ['không nhắn tin', 'ngừng nhắn tin', 'opted out', '?'],
} as const;

const yes = new Set(['x', '1', 'có', 'co', 'yes', 'true', 'rồi']);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type CustomersRead = { customers: CustomerEntry[]; added: number; bad: BadRow[] };

/**
 * Customers of a file. Somebody whose code or number is known is the same person, and what the file leaves empty stays as it is;
 * whoever asked for silence keeps it.
 */
export function readCustomers(
  text: string,
  known: readonly CustomerEntry[],
  newId: () => string,
): CustomersRead {
  const { rows, bad } = readTable(text, columns);
  const byId = new Map(known.map((customer) => [customer.id, customer]));
  const byPhone = new Map(known.flatMap((customer) => (customer.phone ? [[customer.phone, customer]] : [])));
  const seen = new Map<string, number>();
  const customers: CustomerEntry[] = [];
  let added = 0;
  for (const { line, cells } of rows) {
    const { id = '', name = '', phone: written = '', optedOut = '' } = cells;
    const phone = written === '' ? null : toPhone(written);
    if (phone === undefined) {
      bad.push({ line, column: 'phone', why: `“${written}” is no Vietnamese mobile number` });
      continue;
    }
    if (name === '' && phone === null) {
      bad.push({ line, column: 'name', why: 'neither a name nor a number' });
      continue;
    }
    if (id !== '' && !(uuid.test(id) && byId.has(id))) {
      bad.push({ line, column: 'id', why: `the clinic has no customer with the code “${id}”` });
      continue;
    }
    const before = byId.get(id) ?? (phone === null ? undefined : byPhone.get(phone));
    const owner = phone === null ? undefined : byPhone.get(phone);
    if (before && owner && owner.id !== before.id) {
      bad.push({ line, column: 'phone', why: 'another customer has this number' });
      continue;
    }
    const earlier = seen.get(before?.id ?? phone ?? '');
    if (earlier !== undefined) {
      bad.push({ line, column: 'phone', why: `the same customer stands in line ${earlier}` });
      continue;
    }
    const entry: CustomerEntry = {
      id: before?.id ?? newId(),
      name: name === '' ? null : name,
      phone,
      optedOut: yes.has(optedOut.toLowerCase()),
    };
    if (before || phone !== null) seen.set(before?.id ?? phone ?? '', line);
    if (!before) added += 1;
    customers.push(entry);
  }
  return { customers, added, bad };
}

export function writeCustomers(customers: readonly CustomerEntry[]): string {
  return writeTable(
    ['Mã', 'Tên', 'Số điện thoại', 'Không nhắn tin'],
    customers.map(({ id, name, phone, optedOut }) => [id, name ?? '', phone ?? '', optedOut ? 'x' : '']),
  );
}
