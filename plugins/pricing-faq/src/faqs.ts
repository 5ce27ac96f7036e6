import { type Clinic, type Intent, fold, type Proposal } from '@glowbot/core';

/** Words, without diacritics, by which a question asks about one subject; the record with most of them answers it. */
const subjects: Partial<Record<Intent, readonly string[]>> = {
  ask_location: ['o dau', 'dia chi', 'gui xe'],
  ask_hours: ['may gio', 'mo cua', 'tet'],
  ask_doctor: ['ai thuc hien'],
  ask_policy: [
    'coc',
    'huy',
    'doi lich',
    'tra gop',
    'thanh toan',
    'hoa don',
    'bao hanh',
    'den tre',
    'dat lich truoc',
  ],
};

/** Answers a question of a known kind with the clinic's own FAQ record, word for word; no record, no answer. */
export function faqFor(clinic: Clinic, intent: Intent, words: readonly string[]): Proposal[] {
  const signs = subjects[intent];
  if (!signs) return [];
  const asked = words.map((word) => fold(word.toLowerCase()));
  const scored = clinic.faqs
    .map((faq) => {
      const question = fold(faq.question.toLowerCase());
      const isSubject = signs.some((sign) => question.includes(sign));
      return { faq, score: isSubject ? asked.filter((word) => question.includes(word)).length : -1 };
    })
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0];
  return best
    ? [{ answers: intent, key: 'faq.answer', facts: { faq: best.faq.key, answer: best.faq.answer } }]
    : [];
}
