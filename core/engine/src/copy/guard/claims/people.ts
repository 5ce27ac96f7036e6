import type { Staff } from '../../../domain/clinic.ts';
import { weekdayOf, weekdays } from '../../../domain/clinic-time.ts';
import { wordSet } from '../../../understanding/text/numbers.ts';
import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { plain } from '../guard-records.ts';
import { type Ground, recordsIn, staffOf, treatmentsIn } from '../scope.ts';
import { degrees, languageNames } from '../words/people-cues.ts';

/** Who works here, and what is said of them. */
export function personClaims(ground: Ground): FoundClaim[] {
  return [...strangers(ground), ...staffClaims(ground), ...colleagues(ground), ...teamClaims(ground)];
}

function claimOf(
  { reply }: Ground,
  { from, to }: Span,
  verdict: { backedBy: string } | { refused: RefusalWhy },
): FoundClaim {
  return { kind: 'person', words: reply.words({ from, to }), from, to, ...verdict };
}

const wrongFact = { refused: 'wrong_staff_fact' } as const;

/** A title with a name that no record holds. */
function strangers(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.names.flatMap((name): FoundClaim[] => {
    const before = { from: Math.max(0, name.from - 3), to: name.from };
    const title = reply.cues
      .all(before, 'doctorTitle', 'technicianTitle')
      .find(({ to }) => to >= name.from - 1);
    if (!title || reply.isDenied(title.from)) return [];
    if (recordsIn(ground, { from: title.from, to: name.to }, 'staff').length > 0) return [];
    return [claimOf(ground, { from: title.from, to: name.to }, { refused: 'invented_staff' })];
  });
}

function staffClaims(ground: Ground): FoundClaim[] {
  const { reply } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const found = recordsIn(ground, sentence, 'staff');
    const keys = [...new Set(found.map(({ meaning }) => meaning.key))];
    const first = found[0];
    if (!first || keys.length !== 1 || reply.isAsked(first.from)) return [];
    const person = staffOf(ground, first.meaning.key);
    if (!person) return [];
    const why = whyNotSo(ground, sentence, first, person);
    const span = { from: sentence.from, to: sentence.to };
    return [claimOf(ground, span, why ? wrongFact : { backedBy: `staff ${person.key}` })];
  });
}

const isColleague = wordSet('bạn em bé');

/** "Bạn Sương sẽ tiêm cho chị": somebody of the house by the given name alone, and what they are said to do. */
function colleagues(ground: Ground): FoundClaim[] {
  const { reply, clinic, known } = ground;
  return reply.names.flatMap((name): FoundClaim[] => {
    const said = plain(reply.words(name));
    const person = clinic.staff.find(({ shortName }) => plain(shortName).split(/\s+/).at(-1) === said);
    const isOwn = known.names?.some((own) => plain(own).includes(said)) === true;
    const sentence = reply.sentenceOf(name.from);
    if (!person || isOwn || !isColleague(reply.tokens, name.from - 1)) return [];
    if (reply.isDenied(name.from) || reply.isAsked(name.from)) return [];
    const treatments = treatmentsIn(ground, { from: name.to, to: sentence.to });
    if (treatments.length === 0) return [];
    const isAble = treatments.every(({ key }) => person.skills.includes(key));
    return [claimOf(ground, name, isAble ? { backedBy: `staff ${person.key}` } : wrongFact)];
  });
}

/** Whether something said of a person is not so in their record. */
function whyNotSo(ground: Ground, sentence: Span, place: Span, person: Staff): boolean {
  const { reply } = ground;
  const record = `${person.name} ${person.role}`;
  const title = reply.cues.in({ from: Math.max(sentence.from, place.from - 3), to: place.to }, 'doctorTitle');
  const isDoctor = /bác sĩ|\bbs/i.test(record);
  if (title && !isDoctor) return true;
  const rank = degrees.findIndex((_, at) =>
    reply.cues.all(sentence, `degree.${at}`).some(({ from }) => !reply.isDenied(from)),
  );
  const ranks = degrees.flatMap(([, recorded], at) =>
    reply.cues.all(sentence, `degree.${at}`).some(({ from }) => !reply.isDenied(from)) ? [recorded] : [],
  );
  // "chuyên khoa II" contains "chuyên khoa I": the higher one is what was said.
  const said = rank >= 0 && ranks.length > 1 ? ranks.slice(0, 1) : ranks;
  if (said.some((recorded) => !recorded.test(record))) return true;
  if (wrongYears(ground, sentence, person) || wrongGender(ground, sentence, person)) return true;
  if (wrongLanguage(ground, sentence, person)) return true;
  return wrongWork(ground, sentence, person);
}

function wrongYears({ reply }: Ground, { from, to }: Span, { experienceYears }: Staff): boolean {
  const years = reply.quantities.filter(
    (one) =>
      one.unit === 'months' &&
      one.low % 12 === 0 &&
      one.from >= from &&
      one.from < to &&
      reply.cues.in(reply.clauseOf(one.from), 'experience') !== undefined,
  );
  return years.some(
    ({ low, high }) => experienceYears === undefined || low !== experienceYears * 12 || high !== low,
  );
}

function wrongGender({ reply }: Ground, sentence: Span, { gender }: Staff): boolean {
  const isFemale = reply.cues.all(sentence, 'female').some(({ from }) => !reply.isDenied(from));
  const isMale = reply.cues.all(sentence, 'male').some(({ from }) => !reply.isDenied(from));
  return (isFemale && gender !== 'nữ') || (isMale && gender !== 'nam');
}

function wrongLanguage({ reply }: Ground, sentence: Span, { languages }: Staff): boolean {
  return languageNames.some(
    ([, code]) =>
      !languages.includes(code) &&
      reply.cues.all(sentence, `language.${code}`).some(({ from }) => !reply.isDenied(from)),
  );
}

/** Days, hours, branch and treatments of a person's work. */
function wrongWork(ground: Ground, sentence: Span, { shifts, skills }: Staff): boolean {
  const { reply } = ground;
  const inside = ({ from }: Span) => from >= sentence.from && from < sentence.to && !reply.isDenied(from);
  const branches = recordsIn(ground, sentence, 'branch')
    .filter(inside)
    .map(({ meaning }) => meaning.key);
  const own = shifts.filter(({ branch }) => branches.length === 0 || branches.includes(branch));
  if (branches.length > 0 && own.length === 0) return true;
  const treatments = treatmentsIn(ground, sentence);
  const isDenied = reply.isDenied(sentence.to - 1) || reply.cues.in(sentence, 'denies') !== undefined;
  if (isDenied) return false;
  if (treatments.some(({ key }) => !skills.includes(key)) && reply.cues.in(sentence, 'does')) return true;
  const worked = weekdaysSaid(ground, sentence);
  if (worked.some((weekday) => !own.some((shift) => shift.weekday === weekdays[weekday]))) return true;
  const clocks = reply.times.clocks.filter(inside);
  return clocks.some(
    ({ start, end }) =>
      !own.some(
        (shift) =>
          shift.from <= start &&
          start <= shift.to &&
          (end === undefined || end <= shift.to) &&
          (worked.length === 0 || worked.some((weekday) => weekdays[weekday] === shift.weekday)),
      ),
  );
}

function weekdaysSaid({ reply }: Ground, { from, to }: Span): number[] {
  const inside = (span: Span) => span.from >= from && span.from < to;
  const named = reply.times.weekdays.filter(inside).flatMap(({ weekday, through }) => {
    const days = [weekday];
    for (let next = weekday; through !== undefined && next !== through; ) {
      next = (next + 1) % 7;
      days.push(next);
    }
    return days;
  });
  const dated = reply.times.days
    .filter((day) => inside(day) && day.first !== null && day.first === day.last)
    .map(({ first }) => weekdays.indexOf(weekdayOf(first ?? '')));
  return named.length > 0 ? named : dated;
}

/** The team without a name: how many, which languages, from where, and who does what. */
function teamClaims(ground: Ground): FoundClaim[] {
  const { reply, clinic } = ground;
  const doctors = clinic.staff.filter(({ name, role }) => /bác sĩ|\bbs\b/i.test(`${name} ${role}`));
  const counts = reply.quantities
    .filter(({ unit, from }) => unit === 'doctor' && !reply.isDenied(from))
    .map((quantity) =>
      claimOf(
        ground,
        quantity,
        quantity.low === doctors.length && quantity.high === quantity.low ? { backedBy: 'staff' } : wrongFact,
      ),
    );
  const whole = { from: 0, to: reply.tokens.list.length };
  const foreign = reply.cues
    .all(whole, 'foreign')
    .filter(({ from }) => !reply.isDenied(from) && !reply.isAsked(from))
    .map((place) => claimOf(ground, place, { refused: 'invented_staff' }));
  const spoken = languageNames.flatMap(([, code]) =>
    reply.cues
      .all(whole, `language.${code}`)
      .filter(
        ({ from }) =>
          !reply.isDenied(from) &&
          !reply.isAsked(from) &&
          recordsIn(ground, reply.sentenceOf(from), 'staff').length === 0,
      )
      .map((place) =>
        claimOf(
          ground,
          place,
          clinic.languages.includes(code) || clinic.staff.some(({ languages }) => languages.includes(code))
            ? { backedBy: 'languages' }
            : { refused: 'wrong_info' },
        ),
      ),
  );
  return [...counts, ...foreign, ...spoken, ...roles(ground, doctors)];
}

/** "phun môi do bác sĩ thực hiện" needs a doctor who does it. */
function roles(ground: Ground, doctors: readonly Staff[]): FoundClaim[] {
  const { reply } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const title = reply.cues.in(sentence, 'doctorTitle');
    if (!title || reply.isDenied(title.from) || recordsIn(ground, sentence, 'staff').length > 0) return [];
    const isDoing = /^(thực|trực|tiêm|làm|perform|performs|do)/.test(
      plain(reply.words({ from: title.to, to: title.to + 1 })),
    );
    if (!isDoing && !/do bac si/.test(plain(reply.words({ from: title.from - 1, to: title.to })))) return [];
    const strange = treatmentsIn(ground, sentence).some(
      ({ key }) => !doctors.some(({ skills }) => skills.includes(key)),
    );
    return strange ? [claimOf(ground, title, wrongFact)] : [];
  });
}
