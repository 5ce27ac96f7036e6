import { type Clinic, type Instant, languages, type ReplyPlan, word } from '@glowbot/core';

/** A sentence that does not come out whole, in one of the languages. */
export type SentenceFault = { key: string; language: string; found: string };

/** More turns than any sentence has wordings. */
const turns = [0, 1, 2, 3];

/** Signs that a fact was missing where a sentence needed it. */
const gap =
  /undefined|null|NaN|Infinity|\[object|\$\{|[“"(]\s*[”")]|\s[.,!?;:](?:\s|$)|[^.]\.\.(?!\.)|:\s*[.?!]|\S {2,}\S|Invalid/u;

/** Says everything of a plan by itself, in every language and every wording, and tells what does not come out whole. */
export function sentenceFaults(plan: ReplyPlan, clinic: Clinic, now: Instant): SentenceFault[] {
  const told = [...plan.says, ...(plan.ask ? [plan.ask] : [])];
  return told.flatMap((one) =>
    languages.flatMap((language) => {
      const fault = turns
        .map((turn) => faultOf({ ...plan, language, turn, ...alone(one) }, clinic, now))
        .find((found) => found !== undefined);
      return fault === undefined ? [] : [{ key: one.key, language, found: fault }];
    }),
  );
}

type Told = ReplyPlan['says'][number] | NonNullable<ReplyPlan['ask']>;

const alone = (one: Told): Pick<ReplyPlan, 'says' | 'ask' | 'introduce'> =>
  one.type === 'ask'
    ? { says: [], ask: one, introduce: false }
    : { says: [one], ask: null, introduce: false };

function faultOf(plan: ReplyPlan, clinic: Clinic, now: Instant): string | undefined {
  try {
    const { text, choices } = word(plan, clinic, now);
    return [text, ...choices.map(({ title }) => title)].find((one) => one.trim() === '' || gap.test(one));
  } catch (error) {
    return error instanceof Error ? error.message : 'an error';
  }
}
