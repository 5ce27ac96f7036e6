import type { Noticed } from '../stage/customer.ts';

/** A conversation as an owner can read it: who does what, and what must hold after it. */
export type Journey = {
  title: string;
  /** Where the clinic's calendar and clock stand at the start. */
  starts: { date: string; time: string };
  before: readonly { kind: 'appointment' | 'full'; text: string; line: number }[];
  scenes: readonly Scene[];
};

/** Something happens, and then these hold. */
export type Scene = { happens: Happening; line: number; holds: readonly { fact: Fact; line: number }[] };

export type Happening =
  | { kind: 'says'; texts: readonly string[] }
  | { kind: 'taps'; title: string }
  | { kind: 'sends'; attachment: 'image' | 'audio' | 'sticker' }
  | { kind: 'time passes'; ms: number }
  | { kind: 'staff write'; text: string }
  /** A message left the account, and nobody can tell whose it is. */
  | { kind: 'somebody writes'; text: string }
  | { kind: 'in the house'; what: Noticed }
  /** Everybody is busy then, or nobody any more. */
  | { kind: 'fills'; text: string }
  | { kind: 'empties' };

export type Fact =
  | { kind: 'bot says'; pattern: RegExp; text: string }
  | { kind: 'bot never says'; pattern: RegExp; text: string }
  /** The sentence itself, by its key, however it is worded. */
  | { kind: 'sentence'; key: string }
  | { kind: 'bot is silent' }
  | { kind: 'offered'; titles: readonly string[] }
  | { kind: 'state'; path: string }
  | { kind: 'appointments'; texts: readonly string[] }
  | { kind: 'handoff'; reason: string | null }
  | { kind: 'opted out'; is: boolean };
