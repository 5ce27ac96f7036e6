import type { AskedQuestion } from '../contracts/skill-store.ts';
import type { OpenQuestion } from '../contracts/skill.ts';
import type { Instant } from '../domain/clinic-time.ts';
import { fold, normaliseWord } from '../understanding/text/normalise.ts';

/** Courtesies and particles: what stays when they are gone is what the question asks. */
const empty: ReadonlySet<string> = new Set(
  (
    'a ah ak ad alo anh ban ben bs chi cho co con cua da day dc de di dr duoc e em gi gium giup ha hay hen hoi hong k ko khong ' +
    'la luon minh mk mn nao nay nha nhe nhi nhu ntn oi roi sao shop the thi tu u vay vs voi vậy y xin z'
  ).split(' '),
);

/** The words that carry a question, without accents and in no order: "có đau không em" and "đau ko shop" ask the same. */
export function signatureOf(words: string): string {
  const carrying = words
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => fold(normaliseWord(word)))
    .filter((word) => word !== '' && !empty.has(word));
  return [...new Set(carrying)].toSorted().join(' ').slice(0, 200);
}

/** Digits in a row are phone numbers and the like: nobody needs them to answer the question. */
const withoutNumbers = (words: string) => words.replace(/\d(?:[\s.-]?\d){6,}/g, '…');

export function askedQuestions(
  open: readonly OpenQuestion[],
  { newId, at }: { newId: () => string; at: Instant },
): AskedQuestion[] {
  const asked = open.map(({ open: words }) => ({
    signature: signatureOf(withoutNumbers(words)),
    words: withoutNumbers(words),
  }));
  return asked
    .filter(
      ({ signature }, place) =>
        signature !== '' && asked.findIndex((one) => one.signature === signature) === place,
    )
    .map((question) => ({ id: newId(), ...question, at }));
}
