import type { Facts } from '../facts.ts';
import type { Expectation, Intent } from '../understanding.ts';
import { likenessOf } from './by-example.ts';
import { intentBySubject, isQuestion } from './by-subject.ts';
import { isCourtesy } from './courtesies.ts';
import type { IntentFound } from './find-intents.ts';

/** A likeness that is seldom wrong, one that is right more often than not, and how many words must be known for either. */
const clearLead = 2.5;
const slightLead = 1;
const knownShare = 0.6;
/** Beside an answer to a question, or a name or number, only this makes a second meaning. */
const certainLead = 4;

/** Never on a slight likeness: they end something, or accuse somebody. */
const grave: ReadonlySet<Intent> = new Set(['cancel', 'opt_out', 'prompt_injection', 'spam', 'complaint']);

/** What is probably wanted where no phrase says so. */
export function guessIntent(
  facts: Facts,
  said: readonly { intent: Intent }[],
  expecting: Expectation | undefined,
): IntentFound | undefined {
  if (said.some(({ intent }) => !isCourtesy(intent) || intent === 'smalltalk' || intent === 'thanks_bye'))
    return undefined;
  const has = (intent: Intent) => said.some((one) => one.intent === intent);
  if (has('describe_concern') && !isQuestion(facts.reading)) return undefined;
  const like = likenessOf(facts.reading);
  const isBeside = expecting !== undefined || has('give_phone') || has('give_name') || has('greet');
  if (isBeside) {
    const isClear = like && like.lead >= certainLead && like.known >= knownShare && like.words > 2;
    if (isClear && (expecting === undefined || said.length === 0)) return found(like, 0.6);
    if (expecting !== undefined) return undefined;
  } else if (like && like.lead >= clearLead && like.known >= knownShare) return found(like, 0.6);
  const bySubject = intentBySubject(facts);
  if (bySubject) return bySubject;
  const isSlight =
    !isBeside && like && like.lead >= slightLead && like.known >= knownShare && !grave.has(like.intent);
  return isSlight ? found(like, 0.45) : undefined;
}

function found(
  { intent, from, to }: { intent: Intent; from: number; to: number },
  confidence: number,
): IntentFound {
  return { intent, from, to, confidence };
}
