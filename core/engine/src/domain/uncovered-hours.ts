import { type Clinic, HandoffReason } from './clinic.ts';
import { type LocalTime, toMinutes, type Weekday, weekdays } from './clinic-time.ts';
import { chainOf, onCallOf, peopleOf } from './on-call.ts';

/** Hours of the week in which nobody of a reason's chain is on duty. `to` 00:00 is the end of the day. */
export type UncoveredHours = { reason: HandoffReason; weekday: Weekday; from: LocalTime; to: LocalTime };

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/**
 * Where a clinic's rota has holes. An emergency needs somebody at every hour; everything else while a branch is open, and can
 * wait until then at other times.
 */
export function uncoveredHours(clinic: Clinic): UncoveredHours[] {
  const onCall = onCallOf(clinic);
  const own = HandoffReason.options.filter((reason) => onCall.chains[reason] !== undefined);
  return [...new Set<HandoffReason>(['medical', 'human_request', ...own])].flatMap((reason) => {
    const chain = chainOf(onCall, reason);
    const people = chain ? peopleOf(onCall, chain).map(({ key }) => key) : [];
    const covered = minutesOf(onCall.duties.filter(({ person }) => people.includes(person)));
    const needed = reason === 'medical' ? wholeWeek() : minutesOf(openings(clinic));
    return spansOf(needed.difference(covered)).map((span) => ({ reason, ...span }));
  });
}

type Weekly = { weekday: Weekday; from: LocalTime; to: LocalTime };

function openings({ branches }: Clinic): Weekly[] {
  return branches.flatMap(({ hours }) =>
    weekdays.flatMap((weekday): Weekly[] => {
      const span = hours[weekday];
      return span ? [{ weekday, from: span.open, to: span.close }] : [];
    }),
  );
}

const wholeWeek = () => new Set(Array.from({ length: weekMinutes }, (_, minute) => minute));

/** The minutes of the week that these hours cover, counted from Monday 00:00; a Sunday night runs into Monday. */
function minutesOf(hours: readonly Weekly[]): Set<number> {
  const minutes = new Set<number>();
  for (const { weekday, from, to } of hours) {
    const start = weekdays.indexOf(weekday) * dayMinutes + toMinutes(from);
    const lasts = (toMinutes(to) - toMinutes(from) + dayMinutes) % dayMinutes || dayMinutes;
    for (let minute = start; minute < start + lasts; minute += 1) minutes.add(minute % weekMinutes);
  }
  return minutes;
}

/** Minutes next to each other, put together again day by day. */
function spansOf(minutes: ReadonlySet<number>): Weekly[] {
  const spans: Weekly[] = [];
  let start: number | undefined;
  for (let minute = 0; minute < weekMinutes; minute += 1) {
    if (!minutes.has(minute)) continue;
    start ??= minute;
    const ends = minute + 1;
    if (minutes.has(ends) && ends % dayMinutes !== 0) continue;
    const weekday = weekdays[Math.floor(start / dayMinutes)] ?? 'mon';
    spans.push({ weekday, from: clock(start), to: clock(ends) });
    start = undefined;
  }
  return spans;
}

function clock(minute: number): LocalTime {
  const ofDay = minute % dayMinutes;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}
