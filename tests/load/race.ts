import { minuteMs, toInstant } from '@glowbot/core';
import type { DatabaseConnection } from '@glowbot/postgres';
import type { Reply } from '@glowbot/rehearsal';
import { openRaceDesk, type RaceDesk, type Said } from './race-desk.ts';

/** One race for one slot, as the customers and the database saw it. */
export type RaceReport = {
  racers: number;
  /** Asked to agree to the slot everybody wanted: it is held for them. */
  won: number;
  /** Told that it is gone, with times to choose from that nobody has. */
  offeredOthers: number;
  /** Rows of the slot that take up time: there may never be two. */
  rows: number;
  /** The losers then take the first of their times, all at once; whoever gets it agrees. Booked by then, by rows. */
  bookedAtLast: number;
  /** Sentences that the database does not bear out, and everything else that must not be. */
  lies: string[];
  ms: number;
};

/** Thursday at ten, with the one doctor that everybody names. */
const wanted = { date: '2026-11-26', time: '10:00', staff: 'bs_lac', branch: 'cs1' };
const question = (nth: number) =>
  `Cho em đặt lịch khám soi da với bác sĩ Lạc ở cơ sở 1 lúc 10h sáng ngày 26/11 nhé, em tên Lan, sđt 09120${String(nth).padStart(5, '0')}`;
const durationMs = 30 * minuteMs;

export async function race(connection: DatabaseConnection, racers: number): Promise<RaceReport> {
  const desk = await openRaceDesk(connection);
  try {
    return await run(desk, racers);
  } finally {
    await desk.close();
  }
}

async function run(desk: RaceDesk, racers: number): Promise<RaceReport> {
  const start = toInstant(wanted, desk.clinic.zone);
  const lies: string[] = [];
  const contacts = Array.from({ length: racers }, (_, nth) => `khach-${nth}`);
  const began = performance.now();
  const first = await desk.rush(new Map(contacts.map((contact, nth) => [contact, { text: question(nth) }])));
  const ms = performance.now() - began;

  const winners = [...first.values()].filter(isSummary);
  const losers = [...first.values()].filter((reply) => !isSummary(reply));
  let offeredOthers = 0;
  for (const reply of losers) {
    const wrong = await wrongWith(desk, reply, start);
    if (wrong === undefined) offeredOthers += 1;
    else lies.push(wrong);
  }
  const rows = await rowsAt(desk, start);

  /** A second rush, for the times that were offered, beside the winners' yes; and a third, so that who holds one agrees. */
  const second = await desk.rush(
    new Map([...first].flatMap(([contact, reply]) => next(reply).map((said) => [contact, said]))),
  );
  const third = await desk.rush(
    new Map([...second].filter(([, reply]) => isSummary(reply)).map(([contact]) => [contact, yes])),
  );
  const toldBooked = [...second, ...third]
    .filter(([, reply]) => saysBooked(reply))
    .map(([contact]) => contact);
  lies.push(...(await liesAboutBookings(desk, toldBooked)), ...desk.troubles);
  return {
    racers,
    won: winners.length,
    offeredOthers,
    rows,
    bookedAtLast: toldBooked.length,
    lies,
    ms,
  };
}

const yes: Said = { text: 'dạ đúng rồi, đặt giúp em' };

/** A summary to agree to has no times to choose from. */
const isSummary = (reply: Reply) => reply.text.includes('Dịch vụ:') && !saysBooked(reply);
const saysBooked = ({ text }: Reply) => /đã đặt lịch xong|đã được đặt/.test(text);

function next(reply: Reply): Said[] {
  if (isSummary(reply)) return [yes];
  const [time] = timesOf(reply);
  return time ? [{ text: time.title, choice: time.meaning }] : [];
}

const timesOf = ({ choices }: Reply) =>
  choices.filter(({ meaning }) => meaning.entities.when?.time !== undefined);

/** What is untrue in the answer to somebody who came too late; undefined when all of it is true. */
async function wrongWith(desk: RaceDesk, reply: Reply, start: number): Promise<string | undefined> {
  if (saysBooked(reply)) return `booked without a yes: ${reply.text}`;
  const times = timesOf(reply);
  if (times.length === 0) return `offered nothing: ${reply.text}`;
  for (const { meaning } of times) {
    const { date, time } = meaning.entities.when ?? {};
    if (date === undefined || time === undefined) return 'an offer without a day';
    const at = toInstant({ date, time }, desk.clinic.zone);
    if (at === start) return `offered the slot that is gone: ${reply.text}`;
    if ((await rowsAt(desk, at)) > 0) return `offered a slot that somebody has: ${reply.text}`;
  }
  return undefined;
}

/** Rows in which the wanted doctor is busy at a start, asked of the database past the product. */
async function rowsAt({ sql, clinicId }: RaceDesk, at: number): Promise<number> {
  const [found] = await sql<{ count: number }>(
    `select count(*)::int as count from appointments
     where clinic_id = $1 and staff_key = $2 and status in ('held', 'awaiting_deposit', 'booked', 'arrived')
       and starts_at < to_timestamp($4::float8 / 1000) and ends_at > to_timestamp($3::float8 / 1000)`,
    [clinicId, wanted.staff, at, at + durationMs],
  );
  return found?.count ?? 0;
}

/** Everybody who read that they are booked has a row, everybody with a row read it, and no two rows overlap. */
async function liesAboutBookings({ sql, clinicId }: RaceDesk, told: readonly string[]): Promise<string[]> {
  const rows = await sql<{ contact: string; staff: string; room: string; from: Date; to: Date }>(
    `select c.contact_id as contact, a.staff_key as staff, a.room_key || ' ' || a.place as room, a.starts_at as from, a.ends_at as to
     from appointments a join conversations c on c.clinic_id = a.clinic_id and c.conversation_id = a.conversation_id
     where a.clinic_id = $1 and a.status = 'booked'`,
    [clinicId],
  );
  const booked = new Set(rows.map(({ contact }) => contact));
  const overlapping = rows.filter((one, nth) =>
    rows.some(
      (other, otherNth) =>
        otherNth > nth &&
        (other.staff === one.staff || other.room === one.room) &&
        other.from < one.to &&
        one.from < other.to,
    ),
  );
  return [
    ...told
      .filter((contact) => !booked.has(contact))
      .map((contact) => `${contact} reads “booked” without a row`),
    ...[...booked]
      .filter((contact) => !told.includes(contact))
      .map((contact) => `${contact} is booked and was not told`),
    ...overlapping.map(({ contact }) => `${contact} shares somebody's time`),
  ];
}

export function raceTable(reports: readonly RaceReport[]): string {
  const pad = (value: string | number, width: number) => String(value).padStart(width);
  const lines = reports.map(
    ({ racers, won, offeredOthers, rows, bookedAtLast, lies, ms }, nth) =>
      `${pad(nth + 1, 5)} ${pad(racers, 7)} ${pad(won, 4)} ${pad(offeredOthers, 14)} ${pad(rows, 5)} ${pad(bookedAtLast, 15)} ${pad(lies.length, 5)} ${pad((ms / 1_000).toFixed(1), 8)} s`,
  );
  return [
    'Everybody wants the same doctor at the same time, at the same moment; two servers, one PostgreSQL',
    ' race  racers  won offered others  rows booked at last  lies    first answers',
    ...lines,
    ...reports.flatMap(({ lies }) => lies.slice(0, 5)),
    '',
  ].join('\n');
}
