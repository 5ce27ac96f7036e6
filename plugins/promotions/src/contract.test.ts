import { skillContract } from '@glowbot/testkit';
import { promotions } from './promotions.ts';

skillContract(promotions, {
  words: ['giá bao nhiêu, có khuyến mãi noel giảm 20% không, có cần cọc không, mã GLOW20', 'dạ em hỏi chút'],
});
