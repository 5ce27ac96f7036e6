import { z } from 'zod';

/** The account to which deposits are transferred. `bin` is the bank's six digits in NAPAS's list. */
export const Bank = z.object({
  bin: z.string().regex(/^\d{6}$/),
  name: z.string().min(1),
  account: z.string().regex(/^[0-9A-Z]{4,19}$/),
  holder: z.string().min(1),
});
export type Bank = z.infer<typeof Bank>;

const digits = '0123456789abcdef';
/** No vowels, so that no word comes of it, and nothing that is taken for something else on paper. */
const letters = 'BCDFGHKLMNPRSTVX';

/** What the customer writes into the transfer, and staff look for in the bank's list: one note for all appointments of a visit. */
export function transferNote(visitId: string): string {
  const first = visitId.replaceAll('-', '').slice(0, 8);
  return `GB${Array.from(first, (digit) => letters[digits.indexOf(digit)] ?? '').join('')}`;
}
