import { addDays, type LocalDate } from '../../domain/clinic-time.ts';

/**
 * The Vietnamese lunar calendar, computed for UTC+7 from new moons and the sun's longitude (after Meeus,
 * "Astronomical Algorithms", chapters 25 and 49). Calendars computed for Beijing differ by a day where a new moon falls
 * between 23:00 and 24:00 in Hà Nội, as it does at Tết of 2027 and 2030.
 */

export type LunarDay = { day: number; month: number };

type LunarMonth = { month: number; isLeap: boolean; first: number; length: number };

const synodicMonth = 29.530588861;
/** Julian day of the first new moon of the year 2000. */
const newMoonOf2000 = 2451550.09766;
const hanoi = 7 / 24;
const unixEpoch = 2440587.5;
const degrees = Math.PI / 180;

/** The moment of the new moon number `k` since January 2000, as a Julian day in universal time. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean = newMoonOf2000 + synodicMonth * k + (0.00015437 - 0.00000015 * t) * t * t;
  const e = 1 - (0.002516 + 0.0000074 * t) * t;
  const sun = (2.5534 + 29.1053567 * k - 0.0000014 * t * t) * degrees;
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * degrees;
  const latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * degrees;
  const node = (124.7746 - 1.56375588 * k + 0.0020672 * t * t) * degrees;
  const terms: readonly (readonly [number, number])[] = [
    [-0.4072, moon],
    [0.17241 * e, sun],
    [0.01608, 2 * moon],
    [0.01039, 2 * latitude],
    [0.00739 * e, moon - sun],
    [-0.00514 * e, moon + sun],
    [0.00208 * e * e, 2 * sun],
    [-0.00111, moon - 2 * latitude],
    [-0.00057, moon + 2 * latitude],
    [0.00056 * e, 2 * moon + sun],
    [-0.00042, 3 * moon],
    [0.00042 * e, sun + 2 * latitude],
    [0.00038 * e, sun - 2 * latitude],
    [-0.00024 * e, 2 * moon - sun],
    [-0.00017, node],
    [0.000325, (299.77 + 0.107408 * k - 0.009173 * t * t) * degrees],
    [0.000165, (251.88 + 0.016321 * k) * degrees],
    [0.000164, (251.83 + 26.651886 * k) * degrees],
    [0.000126, (349.42 + 36.412478 * k) * degrees],
    [0.00011, (84.66 + 18.206239 * k) * degrees],
  ];
  const corrections = terms.reduce((sum, [size, angle]) => sum + size * Math.sin(angle), 0);
  return mean + corrections - clockDrift;
}

/** Terrestrial time runs ahead of the clock: 69 seconds in the 2020s, some more later. */
const clockDrift = 71 / 86_400;

/** The Hà Nội day, in whole days since 1970, on which a Julian moment falls. */
function dayInHanoi(julian: number): number {
  return Math.floor(julian - unixEpoch + hanoi);
}

/** Which twelfth of its yearly path the sun is in at the beginning of a Hà Nội day; 9 begins at the winter solstice. */
function sunSector(day: number): number {
  const t = (day + unixEpoch - hanoi - 2451545) / 36525;
  const anomaly = (357.52911 + 35999.05029 * t - 0.0001537 * t * t) * degrees;
  const longitude =
    280.46646 +
    36000.76983 * t +
    0.0003032 * t * t +
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly) -
    0.00569 -
    0.00478 * Math.sin((125.04 - 1934.136 * t) * degrees);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00Z`) / 86_400_000;
}

/** The new moon that begins the eleventh lunar month: the month that holds the winter solstice of `year`. */
function eleventhMonth(year: number): number {
  const nearSolstice = dayNumber(`${year}-12-31`);
  let k = Math.floor((nearSolstice + unixEpoch - newMoonOf2000) / synodicMonth) + 1;
  while (dayInHanoi(newMoon(k)) > nearSolstice) k -= 1;
  // The solstice lies in it if the sun has not yet reached that twelfth when it begins.
  return sunSector(dayInHanoi(newMoon(k))) >= 9 ? k - 1 : k;
}

/** Years that were computed before: a year's moons do not change. */
const knownYears = new Map<number, readonly LunarMonth[]>();

/** Lunar months from the eleventh one of the year before to the tenth of `year`. */
function monthsOf(year: number): readonly LunarMonth[] {
  const known = knownYears.get(year) ?? computeMonths(year);
  knownYears.set(year, known);
  return known;
}

function computeMonths(year: number): LunarMonth[] {
  const begin = eleventhMonth(year - 1);
  const end = eleventhMonth(year);
  const firsts = Array.from({ length: end - begin + 1 }, (_, index) => dayInHanoi(newMoon(begin + index)));
  const isLeapYear = end - begin === 13;
  const leap = isLeapYear
    ? firsts.findIndex(
        (first, index) =>
          index > 0 && index < 13 && sunSector(first) === sunSector(firsts[index + 1] ?? first),
      )
    : -1;
  return firsts.slice(0, -1).map((first, index) => ({
    month: ((index - (leap > 0 && index >= leap ? 1 : 0) + 10) % 12) + 1,
    isLeap: index === leap,
    first,
    length: (firsts[index + 1] ?? first) - first,
  }));
}

/** Lunar months around a date, in order: enough to look two years ahead. */
function monthsAround(date: LocalDate): LunarMonth[] {
  const year = Number(date.slice(0, 4));
  return [year, year + 1, year + 2].flatMap(monthsOf);
}

/** The next such lunar day from `from` on, that day included. The last day of a month answers to 30. */
export function nextLunarDay(
  from: LocalDate,
  wanted: { day: number; month?: number },
): LocalDate | undefined {
  const today = dayNumber(from);
  for (const { month, isLeap, first, length } of monthsAround(from)) {
    if (wanted.month === undefined ? wanted.day > length : isLeap || month !== wanted.month) continue;
    const day = first + Math.min(wanted.day, length) - 1;
    if (day >= today) return addDays('1970-01-01', day);
  }
  return undefined;
}

export function toLunar(date: LocalDate): LunarDay | undefined {
  const day = dayNumber(date);
  const found = monthsAround(date).find(({ first, length }) => day >= first && day < first + length);
  return found && { day: day - found.first + 1, month: found.month };
}
