import type { Instant } from '../domain/clinic-time.ts';
import { findRecords, type Found } from './clinic/find-records.ts';
import type { Lexicon, Meaning } from './clinic/lexicon.ts';
import type { OptionFound } from './intent/options.ts';
import { tokensOf } from './text/tokens.ts';
import type { When } from './understanding.ts';
import { findWhen } from './when/when.ts';

type Said = {
  records: readonly Found[];
  when: When | undefined;
  places: readonly { from: number; to: number }[];
  choices: readonly string[];
  now: Instant;
};

/** "quận 7" or "2h chiều" picks the one choice that holds that branch or that hour. */
export function chosenByContent(
  { records, when, places, choices, now }: Said,
  lexicon: Lexicon,
): OptionFound | undefined {
  const said = [...records.map(({ meaning }) => recordOf(meaning)), when?.time].filter(
    (one) => one !== undefined,
  );
  if (said.length === 0) return undefined;
  const fitting = choices.flatMap((title, index) => {
    const holds = contentOf(title, now, lexicon);
    return said.some((one) => holds.has(one)) ? [index + 1] : [];
  });
  const [option, ...others] = fitting;
  const { from, to } = records[0] ?? places[0] ?? { from: 0, to: 0 };
  return option === undefined || others.length > 0 ? undefined : { option, from, to, isPointedAt: false };
}

function contentOf(title: string, now: Instant, lexicon: Lexicon): Set<string> {
  const tokens = tokensOf(title);
  const records = findRecords(tokens, lexicon).map(({ meaning }) => recordOf(meaning));
  const { when } = findWhen(tokens, { now, zone: lexicon.zone, isTaken: () => false, expectsTime: false });
  return new Set([...records, when?.time].filter((one) => one !== undefined));
}

function recordOf(meaning: Meaning): string {
  return meaning.kind === 'notOffered' ? meaning.name : `${meaning.kind} ${meaning.key}`;
}
