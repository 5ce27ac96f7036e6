import type { Clinic, Key, Staff, Treatment } from '../../domain/clinic.ts';
import type { Instant } from '../../domain/clinic-time.ts';
import type { Found } from '../../understanding/clinic/find-records.ts';
import type { Meaning } from '../../understanding/clinic/lexicon.ts';
import type { Span } from '../../understanding/text/span.ts';
import type { Known } from './known.ts';
import type { GuardRecords } from './guard-records.ts';
import type { Reply } from './reading/reply.ts';

/** Everything one claim is held against. */
export type Ground = {
  reply: Reply;
  records: GuardRecords;
  clinic: Clinic;
  known: Known;
  now: Instant;
};

type Kind = Meaning['kind'];
type FoundOf<K extends Kind> = Found & { meaning: Extract<Meaning, { kind: K }> };

export function recordsIn<K extends Kind>(
  { reply }: Pick<Ground, 'reply'>,
  span: Span,
  kind: K,
): FoundOf<K>[] {
  return reply.records.filter(
    (found): found is FoundOf<K> =>
      found.meaning.kind === kind && found.from >= span.from && found.from < span.to,
  );
}

/**
 * The records of a kind that the words at a place are about: those of the same clause, else the nearest before in the
 * sentence, else after in it, else the nearest before in the text.
 */
function recordsAbout<K extends Kind>(ground: Pick<Ground, 'reply'>, at: number, kind: K): FoundOf<K>[] {
  const clause = ground.reply.clauseOf(at);
  const sentence = ground.reply.sentenceOf(at);
  const inClause = recordsIn(ground, clause, kind);
  if (inClause.length > 0) return inClause;
  const before = recordsIn(ground, { from: sentence.from, to: clause.from }, kind).slice(-1);
  if (before.length > 0) return before;
  const after = recordsIn(ground, { from: clause.to, to: sentence.to }, kind).slice(0, 1);
  if (after.length > 0) return after;
  return recordsIn(ground, { from: 0, to: sentence.from }, kind).slice(-1);
}

/** Treatments the words at a place are about; the trouble alone stands for its treatment only where none is named. */
export function treatmentsAbout(ground: Ground, at: number): Treatment[] {
  return named(ground, recordsAbout(ground, at, 'treatment'));
}

export function treatmentsIn(ground: Ground, span: Span): Treatment[] {
  return named(ground, recordsIn(ground, span, 'treatment'));
}

function named({ clinic }: Ground, found: readonly FoundOf<'treatment'>[]): Treatment[] {
  const certain = found.filter(({ meaning }) => meaning.isNamed);
  const keys = new Set((certain.length > 0 ? certain : found).map(({ meaning }) => meaning.key));
  return clinic.treatments.filter(({ key }) => keys.has(key));
}

/** The treatment one amount belongs to, and the area said with it. */
export function treatmentAt(
  ground: Ground,
  at: number,
): { treatment: Treatment | undefined; area: Key | undefined } {
  const { reply, clinic, known } = ground;
  const about = recordsAbout(ground, at, 'treatment');
  const certain = about.filter(({ meaning }) => meaning.isNamed);
  const list = certain.length > 0 ? certain : about;
  const found = list.findLast(({ from }) => from <= at) ?? list[0];
  const only = known.bookings?.[0]?.treatment;
  const treatment = clinic.treatments.find(({ key }) => key === (found?.meaning.key ?? only));
  const clause = reply.clauseOf(at);
  const areas = recordsIn(ground, clause, 'area');
  const area = areas.findLast(({ from }) => from <= at) ?? areas[0];
  // "filler cằm, 4 triệu": the area may stand with the treatment, in an earlier clause.
  const earlier =
    found && found.from < clause.from
      ? recordsIn(ground, reply.clauseOf(found.from), 'area').at(-1)
      : undefined;
  return { treatment, area: area?.meaning.key ?? found?.meaning.area ?? earlier?.meaning.key };
}

export function staffOf({ clinic }: Ground, key: Key): Staff | undefined {
  return clinic.staff.find((person) => person.key === key);
}
