import { z } from 'zod';
import { appointment, appointments, nothing, treatment } from './shared-facts.ts';

export const askingFacts = {
  'ask.treatment': nothing,
  'ask.area': treatment,
  'ask.screening': treatment,
  'ask.branch': z.object({ branches: z.string() }),
  'ask.time': treatment,
  /** `times` names each offered start and its branch as `<ms>@<branch>`, with spaces between. */
  'ask.timeChoices': z.object({ times: z.string() }),
  'ask.name': nothing,
  'ask.nameAndPhone': nothing,
  'ask.phone': z.object({ name: z.string().nullable() }),
  'ask.agreement': appointment,
  'ask.agreementSeveral': appointments,
  'ask.invite': nothing,
} as const satisfies Record<string, z.ZodObject>;
