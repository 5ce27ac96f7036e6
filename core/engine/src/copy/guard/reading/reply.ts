import type { Instant } from '../../../domain/clinic-time.ts';
import { findRecords, type Found } from '../../../understanding/clinic/find-records.ts';
import type { Lexicon } from '../../../understanding/clinic/lexicon.ts';
import { findWholeNames, withoutPausesIn } from '../../../understanding/clinic/whole-names.ts';
import { languageOf } from '../../../understanding/language.ts';
import type { Reading } from '../../../understanding/text/pattern.ts';
import { type Span, within } from '../../../understanding/text/span.ts';
import { type Token, type Tokens, tokensOf } from '../../../understanding/text/tokens.ts';
import { type Address, findAddresses } from './addresses.ts';
import { type Cues, findCues } from './cues.ts';
import { findNames } from './names.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { askedTokens, type Sentence, sentencesOf } from './sentences.ts';

import { findTimes, type SaidTimes } from './times.ts';

/** A text that wants to leave the house, taken apart once for all who check claims in it. */
export type Reply = {
  tokens: Tokens;
  isEnglish: boolean;
  sentences: readonly Sentence[];
  records: readonly Found[];
  quantities: readonly Quantity[];
  times: SaidTimes;
  addresses: readonly Address[];
  names: readonly Span[];
  cues: Cues;
  isAsked: (at: number) => boolean;
  sentenceOf(at: number): Sentence;
  clauseOf(at: number): Span;
  /** Whether the words from there on are denied in the same clause. */
  isDenied(at: number): boolean;
  words(span: Span): string;
};

const nowhere: Sentence = { from: 0, to: 0, clauses: [] };

export function readReply(text: string, lexicon: Lexicon, now: Instant): Reply {
  const tokensAsWritten = tokensOf(withoutTitleDots(text));
  const isInEnglish = isEnglish(tokensAsWritten);
  const written = isInEnglish ? asEnglish(tokensAsWritten) : tokensAsWritten;
  const whole = findWholeNames(written, lexicon);
  const tokens = withoutPausesIn(written, whole);
  const { list } = tokens;
  const isInWhole = within(...whole);
  const single = findRecords(tokens, lexicon).filter(
    (found) => isCertain(tokens, found) && !isInWhole(found.from),
  );
  const records = [...whole, ...single].toSorted((a, b) => a.from - b.from);
  const addresses = findAddresses(tokens);
  const isAddress = within(...addresses);
  const isRecord = within(...records.filter(({ meaning }) => meaning.kind !== 'area'));
  const counted = findQuantities(tokens, isAddress);
  const isHourWord = ({ to }: Quantity) => /^(giờ|h)$/.test(list[to - 1]?.word ?? '');
  const sure = counted.filter((quantity) => !isHourWord(quantity));
  const isSure = within(...sure);
  const times = findTimes(
    tokens,
    { now, zone: lexicon.zone },
    (at) => isSure(at) || isAddress(at) || isRecord(at),
  );
  const isTime = within(...times.clocks, ...times.days);
  const isWeekday = within(...times.weekdays);
  const isBranch = within(...records.filter(({ meaning }) => meaning.kind === 'branch'));
  // In "thứ Bảy cơ sở 2" there are no seven branches.
  const quantities = counted.filter(
    (one) =>
      (!isHourWord(one) || !isTime(one.from)) &&
      !(isWeekday(one.from) || (one.unit === 'branch' && isBranch(one.to - 1))),
  );
  const inside = [...quantities, ...whole, ...times.clocks].map(({ from, to }) => ({ from: from + 1, to }));
  const isInside = within(...inside);
  const sentences = sentencesOf(tokens, isInside);
  const names = findNames(
    tokens,
    within(...records, ...times.days, ...times.weekdays),
    lexicon.houseName,
    sentences,
  );
  const isName = within(
    ...records.filter(({ meaning }) => meaning.kind === 'treatment' || meaning.kind === 'branch'),
  );
  const cues = findCues({ tokens, found: foundByKind(records, { quantities, times, names }) }, isName);
  const isAsked = askedTokens(tokens, sentences);
  const sentenceOf = (at: number) => sentences.find(({ from, to }) => at >= from && at < to) ?? nowhere;
  const clauseOf = (at: number) =>
    sentenceOf(at).clauses.find(({ from, to }) => at >= from && at < to) ?? nowhere;
  return {
    tokens,
    isEnglish: isInEnglish,
    sentences,
    records,
    quantities,
    times,
    addresses,
    names,
    cues,
    isAsked,
    sentenceOf,
    clauseOf,
    isDenied: (at) => isDenied(at, clauseOf(at), cues),
    words: ({ from, to }) => tokens.words(from, to),
  };
}

/** The dot of a title ends no sentence and parts no name. */
function withoutTitleDots(text: string): string {
  return text.replace(/\b(BS|Dr|ThS|KTV|Mr|Mrs|Ms)\.(?=\s?\p{Lu})/gu, '$1 ');
}

/** In an English text "the" is no "thề": words without marks mean themselves. */
function asEnglish(tokens: Tokens): Tokens {
  const { list } = tokens;
  return {
    ...tokens,
    list: list.map((token, at) => {
      const isWhole = list[at - 1]?.start !== token.start && list[at + 1]?.start !== token.start;
      const word = token.raw.toLowerCase();
      const isItself = token.digits === undefined && isWhole && /^[a-z]+$/.test(word);
      return {
        ...token,
        isLoose: false,
        ...(isItself ? { word, plain: word, forms: [word], others: [] } : {}),
      };
    }),
  };
}

/** A text is English when a line of it is, whatever names stand in the others. */
function isEnglish({ list }: Tokens): boolean {
  let line: Token[] = [];
  const lines = [line];
  for (const token of list) {
    if (token.before.includes('\n')) lines.push((line = []));
    line.push(token);
  }
  return lines.some((words) => languageOf({ list: words }) === 'en');
}

/** A short word without its marks may be another: "co" is no "cổ". */
function isCertain({ list }: Tokens, { from, to, meaning }: Found): boolean {
  const token = list[from];
  const isDoubtful = meaning.kind === 'area' && token?.isLoose === true && token.word.length < 5;
  return to - from > 1 || !isDoubtful;
}

/** How many words may stand between a "không" and what it denies. */
const reach = 7;

function isDenied(at: number, clause: Span, cues: Cues): boolean {
  const span = { from: Math.max(clause.from, at - reach), to: at };
  const denial = cues
    .all(span, 'denies')
    .toSorted((a, b) => a.from - b.from)
    .at(-1);
  const turn = denial && cues.in({ from: denial.to + 1, to: at }, 'turns');
  if (!denial || turn) return false;
  return cues.in({ from: clause.from, to: at }, 'affirms') === undefined;
}

function foundByKind(
  records: readonly Found[],
  { quantities, times, names }: Pick<Reply, 'quantities' | 'times' | 'names'>,
): Reading['found'] {
  const found = new Map<string, Map<number, number>>();
  const add = (kind: string, { from, to }: Span) => {
    const places = found.get(kind) ?? new Map<number, number>();
    places.set(from, to);
    found.set(kind, places);
  };
  for (const record of records) add(record.meaning.kind, record);
  for (const quantity of quantities) {
    if (quantity.unit === 'vnd') add('money', quantity);
    if (quantity.unit === 'percent') add('percent', quantity);
  }
  for (const span of [...times.days, ...times.weekdays, ...times.clocks]) add('when', span);
  for (const span of names) add('person', span);
  return found;
}
