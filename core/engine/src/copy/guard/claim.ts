import type { Span } from '../../understanding/text/span.ts';

/** Why something may not be said. */
export const refusalWhys = [
  'wrong_price',
  'expired_promo',
  'future_promo',
  'wrong_promo_terms',
  'invented_discount',
  'invented_staff',
  'wrong_staff_fact',
  'wrong_hours',
  'wrong_location',
  'wrong_contact',
  'guarantee',
  'diagnosis',
  'medication_advice',
  'unsafe_reassurance',
  'wrong_policy',
  'false_booking',
  'wrong_booking_fact',
  'unsupported_slot',
  'leaked_data',
  'prompt_leak',
  'claims_human',
  'invented_treatment',
  'wrong_info',
  'unsupported_claim',
] as const;
export type RefusalWhy = (typeof refusalWhys)[number];

/** What kind of thing a claim is about; each kind has its own file in `claims/`. */
export type ClaimKind =
  | 'money'
  | 'promotion'
  | 'hours'
  | 'place'
  | 'contact'
  | 'person'
  | 'treatment'
  | 'booking'
  | 'slot'
  | 'policy'
  | 'promise'
  | 'medicine'
  | 'identity'
  | 'secret'
  | 'calendar'
  | 'number';

/** Something a text asserts that a record could prove right or wrong, and what came of looking it up. */
export type Claim = {
  kind: ClaimKind;
  /** The words that make the claim. They may name a person: never log them. */
  words: string;
} & ({ backedBy: string } | { refused: RefusalWhy });

export type RefusedClaim = Extract<Claim, { refused: RefusalWhy }>;

/** A claim at its place in the reply. */
export type FoundClaim = Claim & Span;

export function isRefused<C extends Claim>(claim: C): claim is C & { refused: RefusalWhy } {
  return 'refused' in claim;
}
