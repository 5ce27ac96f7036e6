import type { StaffWord } from '../machines/facts.ts';
import { findMoney } from '../understanding/person/money.ts';
import { fold } from '../understanding/text/normalise.ts';
import { tokensOf } from '../understanding/text/tokens.ts';

/** "để chị hỏi bác sĩ", "lát em gọi lại", "sẽ báo mình sau": the customer is waiting for it. */
const promises = [
  'de chi hoi',
  'de em hoi',
  'de minh hoi',
  'de anh hoi',
  'de chi kiem tra',
  'de em kiem tra',
  'de minh kiem tra',
  'goi lai',
  'goi cho',
  'bao lai',
  'nhan lai',
  'se lien he',
  'lat nua',
  'chut nua',
  'tra loi sau',
] as const;

/** Words that give something away. Whether they may is for an owner to confirm. */
const concessions = ['giam', 'bot', 'tang', 'mien phi', 'khuyen mai', 'uu dai', 'discount', 'free'] as const;

/**
 * What a person of the clinic wrote, as far as the bot must not contradict it later. Deliberately wide: taking a sentence
 * for a promise keeps the bot silent a little longer, missing one would make it speak against its colleague.
 */
export function staffWord(text: string): StaffWord {
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const saysAny = (phrases: readonly string[]) => phrases.some((phrase) => said.includes(` ${phrase} `));
  const [money] = findMoney(tokensOf(text));
  return {
    promised: saysAny(promises),
    concession: saysAny(concessions) ? { amount: money?.amount ?? null, confirmed: false } : null,
  };
}
