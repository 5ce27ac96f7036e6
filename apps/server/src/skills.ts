import { pricingFaq } from '@glowbot/pricing-faq';
import { promotions } from '@glowbot/promotions';
import { type InstalledSkill, installSkill } from '@glowbot/core';

/** The skills every clinic can have, in the order in which they are heard. Adding one is a folder of its own and a line here. */
export const skills: readonly InstalledSkill[] = [installSkill(pricingFaq), installSkill(promotions)];
