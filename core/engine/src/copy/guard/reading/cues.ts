import { type Match, matchesOf, patternIndex, type Reading } from '../../../understanding/text/pattern.ts';
import type { Span } from '../../../understanding/text/span.ts';
import { denyingCues } from '../words/denying-cues.ts';
import { medicalCues } from '../words/medical-cues.ts';
import { moneyCues } from '../words/money-cues.ts';
import { degrees, languageNames, peopleCues } from '../words/people-cues.ts';
import { placeCues } from '../words/place-cues.ts';
import { policyCues } from '../words/policy-cues.ts';
import { speakerCues } from '../words/speaker-cues.ts';
import { timeCues } from '../words/time-cues.ts';
import { treatmentCues } from '../words/treatment-cues.ts';

const tables = {
  ...denyingCues,
  ...medicalCues,
  ...moneyCues,
  ...peopleCues,
  ...placeCues,
  ...policyCues,
  ...speakerCues,
  ...timeCues,
  ...treatmentCues,
} satisfies Readonly<Record<string, readonly string[]>>;

/** A kind of words by which the readers of claims know what a sentence is about. */
export type Cue = keyof typeof tables | `degree.${number}` | `language.${string}`;

/** The places of every cue in one text, found in one pass. */
export type Cues = {
  /** The first place of one of these cues that begins inside the span. */
  in(span: Span, ...cues: readonly Cue[]): Span | undefined;
  all(span: Span, ...cues: readonly Cue[]): readonly Span[];
};

const ofNames: ReadonlySet<string> = new Set([
  'elsewhere',
  'illness',
  'branchWord',
  'at',
  'branchNumber',
  'otherPlace',
]);

/** "một buổi của Tắm trắng" promises no white skin. */
const ofResults: ReadonlySet<string> = new Set(['complete', 'vowed', 'forever']);

const isCue = (name: string): name is Cue => name in tables;

const index = patternIndex<Cue>([
  ...Object.entries(tables).flatMap(([cue, sources]: [string, readonly string[]]) =>
    isCue(cue) ? sources.map((source) => [source, cue] as const) : [],
  ),
  ...degrees.map(([said], at) => [said, `degree.${at}`] as const),
  ...languageNames.map(([said, code]) => [said, `language.${code}`] as const),
]);

/** The words inside a treatment's or a branch's name, "Giảm béo", "Khám và soi da", say nothing else. */
export function findCues(reading: Reading, isName: (at: number) => boolean): Cues {
  return cuesOf(
    matchesOf(index, reading).filter(({ value, from, to }) => {
      const isInName = isName(to - 1) && (isName(from) || ofResults.has(value));
      return !isInName || ofNames.has(value);
    }),
  );
}

/** What a number may be about: all that is asked of a record's own words. */
export const topics = ['lasting', 'interval', 'recovery', 'result', 'numb'] as const satisfies readonly Cue[];
const topicIndex = patternIndex<Cue>(
  topics.flatMap((cue) => treatmentCues[cue].map((source) => [source, cue] as const)),
);

export function findTopics(reading: Reading): Cues {
  return cuesOf(matchesOf(topicIndex, reading));
}

function cuesOf(matches: readonly Match<Cue>[]): Cues {
  const places = new Map<Cue, Span[]>();
  for (const { value, from, to } of matches) {
    const list = places.get(value);
    if (list) list.push({ from, to });
    else places.set(value, [{ from, to }]);
  }
  const all = ({ from, to }: Span, ...cues: readonly Cue[]) =>
    cues.flatMap((cue) => (places.get(cue) ?? []).filter((place) => place.from >= from && place.from < to));
  return { all, in: (span, ...cues) => all(span, ...cues)[0] };
}
