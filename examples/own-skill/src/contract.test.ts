import { skillContract } from '@glowbot/testkit';
import { loyaltyPoints } from './loyalty-points.ts';

skillContract(loyaltyPoints, {
  words: ['em được bao nhiêu điểm rồi', 'giá bao nhiêu'],
  facts: { book: { customer: { points: 30 }, clinic: {} } },
});
