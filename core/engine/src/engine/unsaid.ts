import type { Standing, UnsaidReply } from '../contracts/outbox-store.ts';
import type { CopyKey } from '../copy/copy-key.ts';
import type { Effect, Say, TimerName } from '../machines/effects.ts';
import type { Facts } from '../machines/facts.ts';
import type { ReplyPlan } from './reply-plan.ts';

/**
 * The customer wrote again before a decided reply was said. That reply may not leave any more; the next one takes in what it
 * would have told, and asks only what is to be asked now.
 */
export function withUnsaid(fresh: ReplyPlan, unsaid: readonly UnsaidReply[], isUrgent: boolean): ReplyPlan {
  const answers = unsaid.filter(({ proactive }) => !proactive);
  const earlier = answers
    .filter(({ before }) => before.binding || !isUrgent)
    .flatMap(({ plan }) => plan.says)
    .filter((say) => !isOvertaken(say, fresh.says));
  return {
    ...fresh,
    introduce: fresh.introduce || answers.some(({ plan }) => plan.introduce),
    says: isUrgent ? [...fresh.says, ...earlier] : [...earlier, ...fresh.says],
  };
}

/** In an emergency nothing comes before the emergency, and nothing is sold beside it. */
export function isEmergency(effects: readonly Effect[]): boolean {
  return effects.some((effect) => effect.type === 'openHandoff' && effect.reason === 'medical');
}

/** Of these only the latest is still true of what the customer wishes. */
const ofThePresentWish: ReadonlySet<CopyKey> = new Set([
  'availability.free',
  'slot.refused',
  'slot.none',
  'slot.lapsed',
  'staff.notThen',
]);
/** Courtesies that answer to nothing any more when something else is said. */
const courtesies: ReadonlySet<CopyKey> = new Set([
  'thanks.welcome',
  'defer.fine',
  'wait.fine',
  'smalltalk.reply',
  'sticker.received',
  'bridge.back',
  'repeat.again',
]);

function isOvertaken(say: Say, fresh: readonly Say[]): boolean {
  if (courtesies.has(say.key)) return true;
  if (ofThePresentWish.has(say.key)) return fresh.some(({ key }) => ofThePresentWish.has(key));
  return fresh.some(
    ({ key, facts }) => key === say.key && JSON.stringify(facts) === JSON.stringify(say.facts),
  );
}

/** The facts as the customer sees them: a question that was not said was not asked, and "dạ" does not answer it. */
export function asLastSaid(facts: Facts, [first]: readonly UnsaidReply[]): Facts {
  if (!first) return facts;
  const { asking, misunderstood } = first.before;
  return { ...facts, asking, misunderstood };
}

/** Where the customer stands until this turn's reply is said: where they stood before the first one that was not. */
export function standingBefore(unsaid: readonly UnsaidReply[], now: Standing): Standing {
  const [first] = unsaid;
  if (!first) return now;
  const { asking, misunderstood } = first.before;
  const isBinding = unsaid.some(({ proactive, before }) => !proactive && before.binding);
  return { ...now, asking, misunderstood, binding: now.binding || isBinding };
}

/** Reminders that were taken back are decided anew. */
export function timersOfUnsaid(unsaid: readonly UnsaidReply[]): TimerName[] {
  return unsaid.filter(({ proactive }) => proactive).flatMap(({ before }) => before.timers);
}
