import type { treatmentFacts } from '../facts/treatment-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const treatment: Sentences<typeof treatmentFacts> = {
  'treatment.info': (facts, words) => {
    const { sessions, pain, downtime, result } = words.info(facts.treatment);
    return [
      `Dạ em gửi mình thông tin ${words.treatment(facts.treatment)} ạ:`,
      sessions && `• Số buổi: ${sessions}`,
      pain && `• Cảm giác: ${pain}`,
      downtime && `• Hồi phục: ${downtime}`,
      result && `• Kết quả: ${result}`,
    ]
      .filter(Boolean)
      .join('\n');
  },
  'faq.answer': (facts) => facts.answer,
  'notOffered.answer': (facts) => facts.say,
};
