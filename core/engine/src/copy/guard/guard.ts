import type { Instant } from '../../domain/clinic-time.ts';
import { within } from '../../understanding/text/span.ts';
import { type Claim, type FoundClaim, isRefused, type RefusedClaim } from './claim.ts';
import { bookingClaims } from './claims/bookings.ts';
import { calendarClaims } from './claims/calendar.ts';
import { contactClaims } from './claims/contacts.ts';
import { hourClaims } from './claims/hours.ts';
import { identityClaims } from './claims/identity.ts';
import { medicineClaims } from './claims/medicine.ts';
import { moneyClaims } from './claims/money.ts';
import { numberClaims } from './claims/numbers.ts';
import { personClaims } from './claims/people.ts';
import { placeClaims } from './claims/places.ts';
import { policyClaims } from './claims/policies.ts';
import { promiseClaims } from './claims/promises.ts';
import { promotionClaims } from './claims/promotions.ts';
import { secretClaims } from './claims/secrets.ts';
import { slotClaims } from './claims/slots.ts';
import { asTold } from './claims/told.ts';
import { treatmentClaims } from './claims/treatments.ts';
import type { GuardRecords } from './guard-records.ts';
import type { Known } from './known.ts';
import { repeatedSentences } from './reading/repeated.ts';
import { readReply } from './reading/reply.ts';
import { reasonInWords } from './reasons.ts';
import type { Ground } from './scope.ts';

/** What a text is held against: the clinic's records, the time, and what is known of the customer it goes to. */
export type GuardContext = { records: GuardRecords; now: Instant; known: Known };

export type GuardVerdict =
  | { ok: true; claims: readonly Claim[] }
  /** `reasons` say in English what a second wording must leave out or correct. */
  | { ok: false; claims: readonly Claim[]; refused: readonly RefusedClaim[]; reasons: readonly string[] };

const readers: readonly ((ground: Ground) => FoundClaim[])[] = [
  moneyClaims,
  promotionClaims,
  policyClaims,
  treatmentClaims,
  personClaims,
  placeClaims,
  contactClaims,
  bookingClaims,
  slotClaims,
  hourClaims,
  calendarClaims,
  medicineClaims,
  promiseClaims,
  identityClaims,
  secretClaims,
];

/** Finds every claim of a text, and says of each which record backs it or why it may not be said. Pure, and linear in the text. */
export function guard(text: string, context: GuardContext): GuardVerdict {
  const claims = inPieces(text).flatMap((piece) => claimsOf(piece, context));
  const refused = claims.filter(isRefused);
  if (refused.length === 0) return { ok: true, claims };
  return { ok: false, claims, refused, reasons: [...new Set(refused.map(reasonInWords))] };
}

function claimsOf(text: string, { records, now, known }: GuardContext): Claim[] {
  const { clinic, lexicon } = records;
  const { ground, claims } = asTold({
    reply: readReply(text, lexicon, now),
    records,
    clinic,
    known,
    now,
  });
  const found = [...claims, ...readers.flatMap((read) => read(ground))];
  const { tokens, sentences } = ground.reply;
  const isOwn = within(...repeatedSentences(tokens, sentences, records.sentences));
  return [...found, ...numberClaims(ground, found)].map(({ from, to: _to, ...claim }): Claim => {
    const { kind, words } = claim;
    return isOwn(from) ? { kind, words, backedBy: 'the clinic’s own words' } : claim;
  });
}

/** The reader of words takes this much at a time; nothing of a longer text may go unread. */
const longestPiece = 3_000;

function inPieces(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longestPiece) {
    const window = rest.slice(0, longestPiece);
    const end = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('. '), window.lastIndexOf(' '));
    const cut = end > 0 ? end + 1 : longestPiece;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}
