import {
  type Appointment,
  type BusyPeriod,
  type Clinic,
  type CustomerEntry,
  type ImportRows,
  type Instant,
  occupiedBy,
  type Slot,
  slotByHand,
  toInstant,
  toLocal,
  toPhone,
} from '@glowbot/core';
import { dayFrom, dayTo, timeFrom } from './read-clock.ts';
import { type BadRow, isSameName, readTable, type TableRow } from './read-table.ts';
import { writeTable } from './write-table.ts';

const columns = {
  id: ['mã', 'mã lịch', '?'],
  date: ['ngày'],
  time: ['giờ'],
  treatment: ['dịch vụ'],
  area: ['vùng', '?'],
  branch: ['cơ sở', 'chi nhánh'],
  staff: ['người làm', 'người thực hiện', 'bác sĩ', 'nhân viên'],
  name: ['tên khách', 'khách', 'tên'],
  phone: ['số điện thoại', 'sđt', 'điện thoại'],
  status: ['trạng thái', '?'],
} as const;

type Imported = ImportRows['appointments'][number];
const statuses: Readonly<Record<Imported['status'], string>> = {
  booked: 'đã đặt',
  completed: 'đã đến',
  no_show: 'không đến',
  cancelled: 'đã hủy',
};

/** What is known when a file is read. `busy` covers its days. */
export type Known = {
  clinic: Clinic;
  busy: readonly BusyPeriod[];
  customers: readonly CustomerEntry[];
  /** Codes of appointments that are there already: they are left as they are, so that a file can be read twice. */
  appointmentIds: ReadonlySet<string>;
  now: Instant;
  newId: () => string;
};
export type AppointmentsRead = ImportRows & {
  unchanged: number;
  /** Which line each appointment stands in. */
  lines: ReadonlyMap<string, number>;
  bad: BadRow[];
};

/** The days of a file, so that its part of the calendar can be loaded. */
export function daysOf(text: string): { from: string; to: string } | undefined {
  const days = readTable(text, columns)
    .rows.flatMap(({ cells }) => dayFrom(cells['date'] ?? '') ?? [])
    .toSorted();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Appointments of a file, each in a room and with a person who are free then; rows of the file stand in each other's way too. */
export function readAppointments(text: string, known: Known): AppointmentsRead {
  const { rows, bad } = readTable(text, columns);
  const busy = [...known.busy];
  const customers = new Map<string, CustomerEntry>();
  const appointments: Imported[] = [];
  const lines = new Map<string, number>();
  let unchanged = 0;
  for (const { line, cells } of rows) {
    const { id = '' } = cells;
    if (id !== '' && known.appointmentIds.has(id)) {
      unchanged += 1;
      continue;
    }
    const read = readRow({ line, cells }, { ...known, busy });
    if ('why' in read) {
      bad.push(read);
      continue;
    }
    const { slot, status, name, phone } = read;
    const owner = known.customers.find((customer) => customer.phone === phone) ??
      customers.get(phone) ?? { id: known.newId(), name, phone, optedOut: false };
    customers.set(phone, owner);
    const appointment = { id: known.newId(), customerId: owner.id, slot, status };
    appointments.push(appointment);
    lines.set(appointment.id, line);
    if (status === 'booked') busy.push(periodOf(appointment));
  }
  return { customers: [...customers.values()], appointments, unchanged, lines, bad };
}

type Row = { slot: Slot; status: Imported['status']; name: string; phone: string };

function readRow({ line, cells }: TableRow, { clinic, busy, now }: Known): Row | BadRow {
  const wrong = (column: string, why: string): BadRow => ({ line, column, why });
  const { name = '', status: state = '' } = cells;
  const cell = (column: string) => cells[column] ?? '';
  const date = dayFrom(cell('date'));
  if (date === undefined) return wrong('date', `“${cell('date')}” is no day such as 25/11/2026`);
  const time = timeFrom(cell('time'));
  if (time === undefined) return wrong('time', `“${cell('time')}” is no time such as 15:30`);
  const treatment = clinic.treatments.find((record) => isCalled(record, cell('treatment'), record.aliases));
  if (!treatment) return wrong('treatment', `the clinic has no treatment “${cell('treatment')}”`);
  const variant = treatment.variants.find(
    (record) => isSameName(record.name, cell('area')) || isSameName(record.area, cell('area')),
  );
  if (cell('area') !== '' && !variant)
    return wrong('area', `${treatment.name} has no area “${cell('area')}”`);
  const branch = clinic.branches.find((record) => isCalled(record, cell('branch'), record.aliases));
  if (!branch) return wrong('branch', `the clinic has no branch “${cell('branch')}”`);
  const staff = clinic.staff.find((record) => isCalled(record, cell('staff'), [record.shortName]));
  if (!staff) return wrong('staff', `nobody at the clinic is called “${cell('staff')}”`);
  if (name === '') return wrong('name', 'the customer has no name');
  const phone = toPhone(cell('phone'));
  if (phone === undefined) return wrong('phone', `“${cell('phone')}” is no Vietnamese mobile number`);
  const status = statusFrom(state);
  if (status === undefined)
    return wrong('status', `“${state}” is none of ${Object.values(statuses).join(', ')}`);

  const question = { treatment, branch: branch.key, staff: staff.key };
  const slot = slotByHand(clinic, status === 'booked' ? busy : [], now, {
    question: variant ? { ...question, area: variant.area } : question,
    start: toInstant({ date, time }, clinic.zone),
  });
  if (slot === 'full') return wrong('time', `${staff.shortName} or the rooms are taken then`);
  return { slot, status, name, phone };
}

const isCalled = (
  { key, name }: { key: string; name: string },
  written: string,
  aliases: readonly string[],
) => [key, name, ...aliases].some((called) => isSameName(called, written));

function statusFrom(written: string): Imported['status'] | undefined {
  if (written === '') return 'booked';
  const found = Object.entries(statuses).find(
    ([status, word]) => isSameName(status, written) || isSameName(word, written),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key of an entry of the list above
  return found?.[0] as Imported['status'] | undefined;
}

function periodOf({ id, slot }: Imported): BusyPeriod {
  const { from, to } = occupiedBy(slot);
  const { staff, room, place, machine = null } = slot;
  return { id, staff, room, place, machine, start: from, end: to, heldUntil: null };
}

/** Held slots are nobody's appointments yet; an arrived customer counts as one who came. */
const exported: Partial<Record<Appointment['status'], Imported['status']>> = {
  awaiting_deposit: 'booked',
  booked: 'booked',
  arrived: 'completed',
  completed: 'completed',
  no_show: 'no_show',
  cancelled: 'cancelled',
};

export function writeAppointments(clinic: Clinic, appointments: readonly Appointment[]): string {
  const nameOf = (records: readonly { key: string; name: string }[], key: string) =>
    records.find((record) => record.key === key)?.name ?? key;
  return writeTable(
    [
      'Mã',
      'Ngày',
      'Giờ',
      'Dịch vụ',
      'Vùng',
      'Cơ sở',
      'Người làm',
      'Tên khách',
      'Số điện thoại',
      'Trạng thái',
    ],
    appointments.flatMap(({ id, status, slot, customer }) => {
      const kept = exported[status];
      if (kept === undefined) return [];
      const { date, time } = toLocal(slot.start, clinic.zone);
      const row = [
        id,
        dayTo(date),
        time,
        nameOf(clinic.treatments, slot.treatment),
        slot.area ?? '',
        nameOf(clinic.branches, slot.branch),
        nameOf(clinic.staff, slot.staff),
        customer.name ?? '',
        customer.phone ?? '',
        statuses[kept],
      ];
      return [row];
    }),
  );
}
