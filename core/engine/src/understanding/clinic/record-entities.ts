import type { Key } from '../../domain/clinic.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Entities } from '../understanding.ts';
import type { Found } from './find-records.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { withoutRejected } from './rejected.ts';

type TreatmentMeaning = Extract<Meaning, { kind: 'treatment' }>;

/** What the records named in a message say together. */
export function recordEntities(named: readonly Found[], lexicon: Lexicon, tokens: Tokens): Entities {
  const found = withoutRejected(named, tokens);
  const meanings = found.map(({ meaning }) => meaning);
  const treatments = treatmentsMeant(meanings.filter((meaning) => meaning.kind === 'treatment'));
  const area = areaMeant(found, treatments, lexicon, tokens);
  const branch = meanings.findLast((meaning) => meaning.kind === 'branch')?.key;
  const staff = meanings.findLast((meaning) => meaning.kind === 'staff')?.key;
  const notOffered = meanings.find((meaning) => meaning.kind === 'notOffered')?.name;
  return {
    ...(treatments.length > 0 ? { treatments } : {}),
    ...(area === undefined ? {} : { area }),
    ...(branch === undefined ? {} : { branch }),
    ...(staff === undefined ? {} : { staff }),
    ...(notOffered === undefined ? {} : { notOffered }),
  };
}

/** Whoever names treatments means those; the trouble alone stands for the treatment it is for. */
function treatmentsMeant(found: readonly TreatmentMeaning[]): Key[] {
  const named = found.filter(({ isNamed }) => isNamed);
  return [...new Set((named.length > 0 ? named : found).map(({ key }) => key))];
}

function areaMeant(
  found: readonly Found[],
  treatments: readonly Key[],
  { areasOf }: Lexicon,
  tokens: Tokens,
): Key | undefined {
  const isVariant = (area: Key) => treatments.some((key) => areasOf.get(key)?.includes(area));
  const areas = found.flatMap(({ meaning, from, to }) => {
    if (meaning.kind === 'treatment') return meaning.area === undefined ? [] : [meaning.area];
    if (meaning.kind !== 'area') return [];
    // "moi" may be "mới" and "co" "có": without its accent a part of the body counts only beside its treatment.
    const isCertain = to - from > 1 || tokens.list[from]?.isLoose === false;
    const isMeant = treatments.length > 0 ? isVariant(meaning.key) : isCertain;
    return isMeant ? [meaning.key] : [];
  });
  return areas.at(-1);
}
