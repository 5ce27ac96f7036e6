import { z } from 'zod';

/** Words that fit whoever is written to, for as long as nothing is known. */
const neutral = ['mình', 'bạn', 'anh chị', 'quý khách'] as const;
/** Words for people of one's parents' age and above. */
const elder = ['cô', 'chú', 'bác', 'dì'] as const;

/** How a customer is addressed. */
export const Address = z.enum([...neutral, 'chị', 'anh', ...elder]);
export type Address = z.infer<typeof Address>;

/** How a clinic's assistant speaks: what it calls itself, and what it may call a customer. */
export const Voice = z.object({
  self: z.enum(['em', 'mình']),
  /** To elders; "em" keeps the usual word. */
  selfToElders: z.enum(['em', 'con', 'cháu']),
  /** Where the customer has not shown how to be addressed. */
  address: z.enum(neutral),
  /** Other words are never used, whatever the customer says. */
  allowed: z.array(Address),
});
export type Voice = z.infer<typeof Voice>;

export const usualVoice: Voice = {
  self: 'em',
  selfToElders: 'em',
  address: 'mình',
  allowed: [...Address.options],
};

const elders: ReadonlySet<Address> = new Set(elder);

/** The pair of words one customer hears from this clinic. */
export function addressing(voice: Voice, shown: Address | null): { me: string; you: string } {
  const you = shown !== null && voice.allowed.includes(shown) ? shown : voice.address;
  const me = elders.has(you) ? voice.selfToElders : voice.self;
  // Two people who are both "mình" cannot be told apart.
  return me === you ? { me: 'em', you } : { me, you };
}
