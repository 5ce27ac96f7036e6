import type { consentFacts } from '../facts/consent-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const consent: Sentences<typeof consentFacts> = {
  'optOut.done': [
    () => 'I will not send you messages on my own any more. When you write, I still answer.',
    () => 'Done, you get no more messages from me on my own. If you write, I answer as always.',
  ],
  'optIn.done': [() => 'Reminders are on again.', () => 'All right, I will send you reminders again.'],
};
