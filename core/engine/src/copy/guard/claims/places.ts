import type { Key } from '../../../domain/clinic.ts';
import type { Span } from '../../../understanding/text/span.ts';
import type { FoundClaim, RefusalWhy } from '../claim.ts';
import { plain } from '../guard-records.ts';
import { type Ground, recordsIn, treatmentsIn } from '../scope.ts';

/** Addresses, branches, and what can be had where. */
export function placeClaims(ground: Ground): FoundClaim[] {
  return [...houseClaims(ground), ...branchClaims(ground), ...whereClaims(ground), ...landmarkClaims(ground)];
}

function claimOf(
  { reply }: Ground,
  { from, to }: Span,
  verdict: { backedBy: string } | { refused: RefusalWhy },
): FoundClaim {
  return { kind: 'place', words: reply.words({ from, to }), from, to, ...verdict };
}

const wrong = { refused: 'wrong_location' } as const;

/** A house number and its street belong to a branch; the branch named nearest before must be that one. */
function houseClaims(ground: Ground): FoundClaim[] {
  const { reply, records, clinic } = ground;
  return reply.addresses.flatMap((address): FoundClaim[] => {
    if (address.is !== 'house' || reply.isDenied(address.from)) return [];
    const street = plain(address.street);
    const house = records.houses.find(
      (one) =>
        one.number === address.number && (street.startsWith(one.street) || one.street.startsWith(street)),
    );
    if (!house) return [claimOf(ground, address, wrong)];
    const branch = clinic.branches.find(({ key }) => key === house.branch);
    const named = branchBefore(ground, address, street);
    return [
      claimOf(
        ground,
        address,
        named === undefined || named === branch?.key ? { backedBy: `branch ${house.branch}` } : wrong,
      ),
    ];
  });
}

/** The branch named last before an address, in its sentence or in the one just before it. */
function branchBefore(ground: Ground, address: Span, street: string): Key | undefined {
  const { reply } = ground;
  const { from } = reply.sentenceOf(address.from);
  const other = reply.addresses.findLast((one) => one.is === 'house' && one.to <= address.from);
  // What stands between two addresses belongs to the first of them, unless a new line begins.
  if (other && other.to > from) return undefined;
  const before = recordsIn(ground, { from: Math.max(other?.to ?? 0, from - 12), to: address.from }, 'branch');
  return before.findLast((found) => !street.includes(plain(ground.reply.words(found))))?.meaning.key;
}

/** Branches that no record knows, and how many there are. */
function branchClaims(ground: Ground): FoundClaim[] {
  const { reply, clinic, records } = ground;
  const isRecord = (span: Span) =>
    recordsIn(ground, { from: span.from - 1, to: span.to }, 'branch').length > 0;
  const known = records.said.places;
  const strange = reply.cues
    .all({ from: 0, to: reply.tokens.list.length }, 'otherPlace', 'branchNumber')
    .filter((place) => {
      const sentence = reply.sentenceOf(place.from);
      const isPlace = reply.cues.in(sentence, 'at', 'branchWord') !== undefined;
      return (
        isPlace &&
        !isRecord(place) &&
        reply.tokens.list[place.to - 1]?.before.trim() === '' &&
        !known.includes(plain(reply.words(place))) &&
        !reply.isDenied(place.from) &&
        !reply.isAsked(place.from) &&
        !isCustomers(ground, place)
      );
    })
    .map((place) => claimOf(ground, place, wrong));
  const counts = reply.quantities
    .filter(({ unit, from }) => unit === 'branch' && !reply.isDenied(from))
    .map((quantity) =>
      claimOf(ground, quantity, quantity.low === clinic.branches.length ? { backedBy: 'branches' } : wrong),
    );
  return [...strange, ...counts];
}

/** "mình ở Hà Nội": where the customer lives. */
function isCustomers({ reply }: Ground, { from }: Span): boolean {
  const before = reply.tokens.list.slice(Math.max(0, from - 3), from).map(({ raw }) => raw.toLowerCase());
  return (
    before.includes('mình') ||
    before.includes('chị') ||
    before.includes('anh') ||
    before.includes('bạn') ||
    before.includes('you')
  );
}

/** A treatment at a branch, a parking place or a landmark beside one. */
function whereClaims(ground: Ground): FoundClaim[] {
  const { reply, clinic } = ground;
  return reply.sentences.flatMap((sentence): FoundClaim[] => {
    const branches = recordsIn(ground, sentence, 'branch');
    const keys = [...new Set(branches.map(({ meaning }) => meaning.key))];
    const [key] = keys;
    const first = branches[0];
    if (
      first === undefined ||
      key === undefined ||
      keys.length > 1 ||
      reply.isDenied(sentence.to - 1) ||
      reply.isAsked(first.from)
    )
      return [];
    if (reply.isDenied(first.from)) return [];
    const away = treatmentsIn(ground, sentence).find(({ branches: offered }) => !offered.includes(key));
    const floor = floorClaim(ground, sentence, key);
    const where = away ? [claimOf(ground, sentence, wrong)] : [];
    const branch = clinic.branches.find((one) => one.key === key);
    return [
      ...where,
      ...floor,
      ...parkingClaim(ground, sentence, `${branch?.parking ?? ''} ${branch?.landmark ?? ''}`),
    ];
  });
}

function floorClaim(ground: Ground, sentence: Span, key: Key): FoundClaim[] {
  const { reply, clinic } = ground;
  const floor = reply.cues.in(sentence, 'floor');
  const branch = clinic.branches.find((one) => one.key === key);
  if (!floor || !branch) return [];
  const recorded = plain(`${branch.address} ${branch.landmark ?? ''} ${branch.parking ?? ''}`);
  return recorded.includes(plain(reply.words(floor))) ? [] : [claimOf(ground, floor, wrong)];
}

const vehicles = [/xe may/, /o to/];

/** Free parking, by the vehicle the record names. */
function parkingClaim(ground: Ground, sentence: Span, recorded: string): FoundClaim[] {
  const { reply } = ground;
  const place = reply.cues.in(sentence, 'parking');
  if (!place || recorded.trim() === '') return [];
  const said = plain(reply.words(sentence));
  const record = plain(recorded);
  const isStrange = vehicles.some((vehicle) => vehicle.test(said) && !vehicle.test(record));
  return [claimOf(ground, place, isStrange ? wrong : { backedBy: 'parking' })];
}

/** "gần chợ Bến Thành": something near a branch that no record of it names. */
function landmarkClaims(ground: Ground): FoundClaim[] {
  const { reply, clinic } = ground;
  const recorded = plain(
    clinic.branches
      .flatMap(({ name, address, landmark = '', parking = '' }) => [name, address, landmark, parking])
      .join(' '),
  );
  return reply.cues.all({ from: 0, to: reply.tokens.list.length }, 'near').flatMap((place): FoundClaim[] => {
    const named = reply.names.find(({ from }) => from >= place.from && from < place.to);
    const isElsewhere = isCustomers(ground, place) || reply.isDenied(place.from) || reply.isAsked(place.from);
    if (!named || isElsewhere || recorded.includes(plain(reply.words(named)))) return [];
    return [claimOf(ground, place, wrong)];
  });
}
