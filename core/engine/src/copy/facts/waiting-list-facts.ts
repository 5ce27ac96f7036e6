import { z } from 'zod';
import { Instant } from '../../domain/clinic-time.ts';
import { nothing, treatment, visit, wished } from './shared-facts.ts';

const wish = wished.extend(treatment.shape);

export const waitingListFacts = {
  'ask.joinWaitingList': wish,
  'waitingList.joined': wish,
  'waitingList.notJoined': nothing,
  'waitingList.left': nothing,
  /** A slot became free; it is kept for this customer until `until`. */
  'ask.takeFreed': visit.extend({ until: Instant }),
  'freed.declined': nothing,
  'freed.expired': z.object({ start: Instant }),
} as const satisfies Record<string, z.ZodObject>;
