import type { Instant } from '../domain/clinic-time.ts';
import type { Expectation, Understanding } from './understanding.ts';

/** One message, and what is needed to read it. */
export type Utterance = {
  text: string;
  now: Instant;
  /** What was just asked, so that a short answer can be read. */
  expecting?: Expectation | undefined;
  /** Titles of the choices just offered. */
  choices?: readonly string[];
  /** The language spoken so far, kept where a message does not show one: "ok", a name, a number. */
  language?: Understanding['language'] | undefined;
};
