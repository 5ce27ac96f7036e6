import { type EnabledSkill, enableSkill } from '@glowbot/core';
import { pricingFaq } from '@glowbot/pricing-faq';

/** The skills every clinic has. Adding one is a folder of its own and a line here. */
export const skills: readonly EnabledSkill[] = [enableSkill(pricingFaq, {})];
