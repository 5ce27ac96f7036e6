import type { Clinic } from '../domain/clinic.ts';
import { normaliseWord } from '../understanding/text/normalise.ts';

/** Sentences in which every fact has become a numbered mark, so that nobody who rewords them can change one. */
export type MarkedDraft = {
  text: string;
  /** In their order; `shown` is what may be told about a mark, and null for what belongs to a person. */
  marks: readonly { mark: string; fact: string; shown: string | null }[];
};

const units =
  'đồng|đ|k|nghìn|ngàn|triệu|tr|buổi|lần|phút|giờ|tiếng|ngày|tuần|tháng|năm|tuổi|ml|cc|vùng|người|chỗ|khách|số|%';

/** Whatever holds a digit, with its unit; links and addresses; days and parts of the day. */
const factPatterns: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)\S+|\S+@\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  new RegExp(
    String.raw`[^\s"“”(),;:!?…⟦⟧]*\d[^\s"“”();!?…⟦⟧]*(?: (?:${units})(?![\p{L}\p{M}])(?! (?:mai|kia|mốt|nay|này|tới|sau)(?![\p{L}\p{M}])))?`,
    'gu',
  ),
  /(?<![\p{L}\p{M}])(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|hôm nay|ngày mai|ngày kia|tuần này|tuần sau|sáng|trưa|chiều|tối)(?![\p{L}\p{M}])\s?)+/giu,
  /(?<![\p{L}\p{M}])miễn phí(?![\p{L}\p{M}])/giu,
];

const trailing = /[.,:]+$/u;

export function markDraft(written: string, clinic: Clinic, personal: readonly string[]): MarkedDraft {
  const text = written.normalize('NFC');
  const people = personal.map((words) => words.normalize('NFC')).filter((words) => words.length > 1);
  const spans = withoutOverlaps([
    ...people.flatMap((words) => occurrences(text, words).map((span) => ({ ...span, isPersonal: true }))),
    ...recordWords(clinic).flatMap((words) => occurrences(text, words)),
    ...factPatterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => trimmed(index, found)),
    ),
  ]);
  let marked = '';
  let end = 0;
  const marks: { mark: string; fact: string; shown: string | null }[] = [];
  for (const { from, to, isPersonal } of spans) {
    const mark = `⟦${marks.length + 1}⟧`;
    const fact = text.slice(from, to);
    marks.push({ mark, fact, shown: isPersonal ? null : fact });
    marked += text.slice(end, from) + mark;
    end = to;
  }
  return { text: marked + text.slice(end), marks };
}

/** Every mark becomes its fact again. */
export function unmark(text: string, { marks }: MarkedDraft): string {
  return marks.reduce((filled, { mark, fact }) => filled.replaceAll(mark, () => fact), text);
}

type Place = { from: number; to: number; isPersonal?: boolean };

function trimmed(from: number, found: string): Place {
  return { from, to: from + found.trimEnd().replace(trailing, '').length };
}

/** Names under which the clinic's records are spoken of, the longest first. */
function recordWords(clinic: Clinic): string[] {
  const names = [
    clinic.name,
    clinic.shortName,
    ...clinic.branches.flatMap(({ name, address }) => [name, address]),
    ...clinic.staff.flatMap(({ name, shortName }) => [name, shortName]),
    ...clinic.treatments.flatMap(({ name, variants }) => [
      name,
      ...variants.flatMap((variant) => [variant.name, `${name} ${variant.name}`]),
    ]),
    ...clinic.areas.map(({ name }) => name),
  ];
  return names.map((name) => name.normalize('NFC')).filter((name) => name.length > 1);
}

function occurrences(text: string, words: string): Place[] {
  const found: Place[] = [];
  const haystack = text.toLowerCase();
  const needle = words.toLowerCase();
  for (let from = haystack.indexOf(needle); from >= 0; from = haystack.indexOf(needle, from + 1)) {
    const to = from + needle.length;
    if (!isLetter(text[from - 1]) && !isLetter(text[to])) found.push({ from, to });
  }
  return found;
}

const isLetter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);

/** Of places that overlap the longer one holds, and a personal one before any other. */
function withoutOverlaps(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  const weight = ({ from, to, isPersonal }: Place) => to - from + (isPersonal ? 1_000 : 0);
  for (const place of places.toSorted((one, other) => weight(other) - weight(one))) {
    if (place.to > place.from && kept.every(({ from, to }) => place.to <= from || place.from >= to))
      kept.push(place);
  }
  return kept.toSorted((one, other) => one.from - other.from);
}

/** Words of a text as the lists spell them; signs are none, and marks only where they are asked for. */
export function wordsIn(text: string, marks: 'with marks' | 'words only' = 'words only'): string[] {
  const found = [...text.matchAll(/⟦\d+⟧|[\p{L}\p{M}]+/gu)].map(([word]) =>
    word.startsWith('⟦') ? word : normaliseWord(word),
  );
  return marks === 'with marks' ? found : found.filter((word) => !word.startsWith('⟦'));
}
