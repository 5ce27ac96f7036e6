import { type InstalledSkill, installSkill } from '@glowbot/core';
import { inTime } from '@glowbot/in-time';
import { pricingFaq } from '@glowbot/pricing-faq';
import { promotions } from '@glowbot/promotions';

/** The skills every clinic can have, in the order in which they are heard. Adding one is a folder of its own and a line here. */
export const skills: readonly InstalledSkill[] = [
  installSkill(pricingFaq),
  installSkill(inTime),
  installSkill(promotions),
];
