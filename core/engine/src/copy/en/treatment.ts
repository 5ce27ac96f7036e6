import type { treatmentFacts } from '../facts/treatment-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const treatment: Sentences<typeof treatmentFacts> = {
  'treatment.info': (facts, words) => {
    const { sessions, pain, downtime, result } = words.info(facts.treatment);
    return [
      `About ${words.treatment(facts.treatment)}:`,
      sessions && `• Sessions: ${sessions}`,
      pain && `• Feeling: ${pain}`,
      downtime && `• Recovery: ${downtime}`,
      result && `• Result: ${result}`,
    ]
      .filter(Boolean)
      .join('\n');
  },
  'faq.answer': (facts) => facts.answer,
  'notOffered.answer': (facts) => facts.say,
};
