import type { Ask } from './effects.ts';
import type { ConversationEvent } from './events.ts';
import type { Asking, Facts } from './facts.ts';

type Situation = { context: Facts; event: ConversationEvent };

/** A question as the charts describe it; how often it has been asked is found out here. */
export type QuestionAsked = Pick<Ask, 'question' | 'key'> &
  Partial<Pick<Ask, 'facts' | 'choices'>> & { bookingId?: string | null };

/** Channels show no more choices than this. */
const mostChoices = 13;
const mostTimes = 9;

/**
 * Asks a question and remembers that it was asked: the next words are read as its answer.
 * Asking the same again counts up, so that the wording can change and a person can be called.
 */
export function asks(describe: (situation: Situation) => QuestionAsked) {
  const asked = (situation: Situation) => {
    const { facts = {}, choices = [], bookingId = null, ...question } = describe(situation);
    const before = situation.context.asking;
    const times = before?.question === question.question ? Math.min(before.times + 1, mostTimes) : 1;
    return { ...question, facts, choices: choices.slice(0, mostChoices), times, bookingId };
  };
  return [
    {
      type: 'ask' as const,
      params: (situation: Situation): Omit<Ask, 'type'> => {
        const { bookingId: _, ...order } = asked(situation);
        return order;
      },
    },
    {
      type: 'rememberAsking' as const,
      params: (situation: Situation): Asking => {
        const { question, times, choices, bookingId } = asked(situation);
        return { question, times, choices, bookingId };
      },
    },
  ] as const;
}
