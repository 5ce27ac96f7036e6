import type { RefusalWhy, RefusedClaim } from './claim.ts';

/** What is wrong, as a language model is told it. */
const reasons: Record<RefusalWhy, string> = {
  wrong_price: 'is not a price of the records',
  expired_promo: 'belongs to a promotion that is over',
  future_promo: 'belongs to a promotion that has not begun',
  wrong_promo_terms: 'does not agree with the terms of the promotion',
  invented_discount: 'is a discount or gift that no promotion gives',
  invented_staff: 'names somebody who does not work here',
  wrong_staff_fact: 'is not so in the record of that person',
  wrong_hours: 'does not agree with the opening hours',
  wrong_location: 'does not agree with the addresses and branches',
  wrong_contact: 'is not a contact of the clinic',
  guarantee: 'promises a result',
  diagnosis: 'is a diagnosis, which only a doctor may give',
  medication_advice: 'advises on medicine, which only a doctor may do',
  unsafe_reassurance: 'makes light of a danger; leave it to the doctor',
  wrong_policy: 'does not agree with the rules of the clinic',
  false_booking: 'says that an appointment stands or was changed, and none was',
  wrong_booking_fact: 'does not agree with the appointment',
  unsupported_slot: 'offers a time that was not found free',
  leaked_data: 'tells of another person',
  prompt_leak: 'tells of instructions or inner workings',
  claims_human: 'pretends to be a person',
  invented_treatment: 'offers something the clinic does not do',
  wrong_info: 'does not agree with the records',
  unsupported_claim: 'is backed by no record',
};

export function reasonInWords({ words, refused }: RefusedClaim): string {
  return `“${words}” ${reasons[refused]}.`;
}
