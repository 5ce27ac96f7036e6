import type { consentFacts } from '../facts/consent-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const consent: Sentences<typeof consentFacts> = {
  'optOut.done': () => 'I will not send you messages on my own any more. When you write, I still answer.',
  'optIn.done': () => 'Reminders are on again.',
};
