import type { Key } from '../domain/clinic.ts';
import type { Facts } from './facts.ts';

/** The next treatment of the visit about which the customer has not yet been asked what speaks against it. */
export function toScreen({ needs, screening }: Pick<Facts, 'needs' | 'screening'>): Key | undefined {
  return needs?.screening.find((treatment) => !screening.cleared.includes(treatment));
}
