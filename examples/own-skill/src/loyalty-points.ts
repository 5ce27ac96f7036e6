import type { Skill } from '@glowbot/core';
import { z } from 'zod';

export const LoyaltySettings = z.strictObject({
  pointsPerVisit: z.number().int().min(1).max(1_000).default(10),
});
export type LoyaltySettings = z.infer<typeof LoyaltySettings>;

const asksForPoints =
  /(?<!\p{L})(điểm|diem)\s+(tích|thưởng|tich|thuong)|(tích|tich|bao nhiêu|bao nhieu|mấy|may)\s+(điểm|diem)|loyalty|points/iu;

/** Keeps a customer's points, and says how many there are. */
export const loyaltyPoints: Skill<LoyaltySettings, 'book'> = {
  name: 'loyalty-points',
  settingsSchema: LoyaltySettings,
  settingsVersion: 1,
  needs: ['book'],
  consider({ words, understanding }, { book }) {
    if (!words.some((text) => asksForPoints.test(text))) return [];
    const points = book.customer['points'] ?? 0;
    const answer =
      understanding.language === 'en'
        ? `You have ${points} points so far.`
        : `Dạ mình đang có ${points} điểm tích lũy ạ.`;
    return [{ answers: 'points', key: 'faq.answer', facts: { faq: null, answer } }];
  },
  observe({ kind }, { pointsPerVisit }) {
    return kind === 'visit.completed'
      ? [{ account: 'points', whose: 'customer', amount: pointsPerVisit }]
      : [];
  },
};
