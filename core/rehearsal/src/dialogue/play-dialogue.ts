import { type Facts, minuteMs } from '@glowbot/core';
import { type Customer, customerOn } from '../stage/customer.ts';
import { breathMs, type Stage } from '../stage/stage.ts';
import type { Answers, DialogueItem } from './dialogue-item.ts';
import { furnish } from './furnish.ts';
import { handoffReasonOf, outcomeOf, type Prediction, toPredicted } from './prediction.ts';

/** How often a customer whose script has ended still answers what they are asked. */
const mostAnswers = 6;

/** Plays one scripted dialogue from an empty house, and tells how it ended. */
export async function playDialogue(stage: Stage, item: DialogueItem): Promise<Prediction> {
  stage.restart(Date.parse(item.now));
  const isAnothers = item.tags.includes('privacy') || item.tags.includes('admin');
  await furnish(stage, item.setup, isAnothers ? 'another' : 'customer');
  const customer = customerOn(stage, 'customer');
  const another = customerOn(stage, 'another');
  const before = await customer.record();
  const anothersBefore = await another.record();

  let spokeAt = stage.now();
  for (const [index, { text, afterMinutes }] of item.turns.entries()) {
    if (index > 0) await stage.passUntil(spokeAt + (afterMinutes ?? 0) * minuteMs + breathMs);
    spokeAt = stage.now();
    await customer.says(text);
  }
  await answerWhatIsAsked(stage, customer, item.answers);

  const after = await customer.record();
  const anothersAfter = await another.record();
  const handoffReason = handoffReasonOf(after);
  const outcome = outcomeOf(before.appointments, after);
  const unchanged = [...before.appointments, ...anothersBefore.appointments];
  const now = [...after.appointments, ...anothersAfter.appointments];
  return {
    id: item.id,
    outcome,
    bookings: toPredicted(after, stage.clinic),
    ...(handoffReason && outcome === 'handoff' ? { handoffReason } : {}),
    replies: customer.replies().map(({ text }) => text),
    optedOut: after.optedOut,
    cancelled: after.cancelled.length > 0,
    bookingUnchanged: unchanged.every((old) =>
      now.some((one) => one.id === old.id && one.start === old.start && one.treatment === old.treatment),
    ),
  };
}

async function answerWhatIsAsked(stage: Stage, customer: Customer, answers: Answers): Promise<void> {
  for (let given = 0; given < mostAnswers; given += 1) {
    const { facts, state } = await customer.record();
    const answer = state.startsWith('handoff') ? undefined : answerTo(facts, answers);
    if (answer === undefined) return;
    await stage.passUntil(stage.now() + breathMs);
    await customer.says(answer);
  }
}

/** What the script says to the open question. An invitation is no question: who leaves it unanswered wanted nothing more. */
function answerTo({ asking, interested }: Facts, answers: Answers): string | undefined {
  if (!asking) return undefined;
  switch (asking.question) {
    case 'name':
      return answers.name ?? answers.other;
    case 'phone':
      return answers.phone ?? answers.other;
    case 'branch':
      return answers.branch;
    case 'agreement':
    case 'screening':
    case 'attendance':
    case 'cancel':
    case 'freed':
      return answers.confirm;
    case 'area':
    case 'time':
    case 'treatment':
    case 'booking':
      return interested ? answers.other : undefined;
    case 'waiting':
    case 'wellbeing':
    case 'review':
    case 'rebook':
    case 'help':
      return undefined;
  }
}
