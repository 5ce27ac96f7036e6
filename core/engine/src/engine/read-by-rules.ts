import type { InboundMessage } from '../contracts/inbound-event.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { Asking, Facts } from '../machines/facts.ts';
import { understandTurn } from '../understanding/index.ts';
import type { Expectation, Understanding } from '../understanding/understanding.ts';
import type { KnownClinic } from './clinic-cache.ts';
import { offeredTitles } from './tapped-titles.ts';

/** What the rules make of a turn's words, where the conversation stands. */
export function readByRules(
  said: readonly Pick<InboundMessage, 'text' | 'choice'>[],
  { clinic, lexicon }: KnownClinic,
  facts: Facts,
  now: Instant,
): Understanding {
  const expecting = facts.asking ? expectationOf[facts.asking.question] : undefined;
  return understandTurn(said, lexicon, now, expecting, offeredTitles(facts, clinic, now), facts.language);
}

/** What each open question makes of a short answer. */
const expectationOf: Partial<Record<Asking['question'], Expectation>> = {
  treatment: 'treatment',
  area: 'area',
  branch: 'branch',
  time: 'time',
  name: 'name',
  phone: 'phone',
  screening: 'confirm',
  agreement: 'confirm',
  attendance: 'confirm',
  cancel: 'confirm',
  waiting: 'confirm',
  freed: 'confirm',
  wellbeing: 'confirm',
  review: 'confirm',
  rebook: 'confirm',
  booking: 'option',
};
