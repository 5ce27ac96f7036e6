import { z } from 'zod';
import { askingFacts } from './facts/asking-facts.ts';
import { bookingFacts } from './facts/booking-facts.ts';
import { changeFacts } from './facts/change-facts.ts';
import { consentFacts } from './facts/consent-facts.ts';
import { conversationFacts } from './facts/conversation-facts.ts';
import { followUpFacts } from './facts/follow-up-facts.ts';
import { handoffFacts } from './facts/handoff-facts.ts';
import { priceFacts } from './facts/price-facts.ts';
import { promotionFacts } from './facts/promotion-facts.ts';
import { questionFacts } from './facts/question-facts.ts';
import { repairFacts } from './facts/repair-facts.ts';
import { treatmentFacts } from './facts/treatment-facts.ts';
import { waitingListFacts } from './facts/waiting-list-facts.ts';

/** Every sentence the bot can say, with the facts it needs. The catalogues of all languages hold exactly these keys. */
export const copyFacts = {
  ...conversationFacts,
  ...repairFacts,
  ...treatmentFacts,
  ...priceFacts,
  ...promotionFacts,
  ...questionFacts,
  ...askingFacts,
  ...bookingFacts,
  ...changeFacts,
  ...waitingListFacts,
  ...followUpFacts,
  ...handoffFacts,
  ...consentFacts,
} as const satisfies Record<string, z.ZodObject>;

export type CopyKey = keyof typeof copyFacts;
export const copyKeys = Object.keys(copyFacts).filter((key): key is CopyKey => key in copyFacts);
export const CopyKey = z.enum(copyKeys);

export type FactsOf<K extends CopyKey> = z.infer<(typeof copyFacts)[K]>;
