import type { Knowledge } from '../contracts/language-model.ts';
import type { Clinic } from '../domain/clinic.ts';
import { fold } from '../understanding/text/normalise.ts';

type Entry = { section: string; line: string; words: ReadonlySet<string> };

export type KnowledgeLimits = {
  /** Characters of the part that is the same for every call, and of what is chosen for one. */
  stable: number;
  relevant: number;
};

/** About 6,000 and 2,000 tokens of Vietnamese: room for a clinic with 200 treatments and questions. */
export const knowledgeLimits: KnowledgeLimits = { stable: 16_000, relevant: 5_000 };

const sections = ['branches', 'areas', 'staff', 'treatments', 'faqs', 'notOffered'] as const;

/**
 * What a model needs to name a clinic's records: keys with the words customers use for them, and no price, promotion, hour or
 * phone number. It is written once per version of the records and in one order, so that the vendor can cache it.
 */
export function knowledgeBase(clinic: Clinic, limits: KnowledgeLimits = knowledgeLimits) {
  const entries = entriesOf(clinic);
  const stable: Entry[] = [];
  const rest: Entry[] = [];
  let room = limits.stable;
  for (const entry of entries) {
    room -= entry.line.length + 1;
    (room >= 0 ? stable : rest).push(entry);
  }
  const written = write(stable);
  const rarity = rarityOf(rest);

  return {
    /** The whole of a small clinic; of a large one the beginning, and of the rest what has most words in common with what was said. */
    for(texts: readonly string[]): Knowledge {
      if (rest.length === 0) return { stable: written, relevant: '' };
      const said = wordsOf(texts.join(' '));
      const scored = rest
        .map((entry) => ({ entry, score: score(entry.words, said, rarity) }))
        .filter((found) => found.score > 0)
        .toSorted((one, other) => other.score - one.score);
      const chosen: Entry[] = [];
      let left = limits.relevant;
      for (const { entry } of scored) {
        const size = entry.line.length + 1;
        if (size > left) continue;
        left -= size;
        chosen.push(entry);
      }
      return { stable: written, relevant: write(chosen) };
    },
  };
}
export type KnowledgeBase = ReturnType<typeof knowledgeBase>;

function entriesOf(clinic: Clinic): Entry[] {
  const entry = (
    section: string,
    key: string,
    name: string,
    also: readonly string[],
    about: readonly string[] = [],
  ): Entry => {
    const line = [
      `${key} = ${oneLine(name)}`,
      ...(also.length > 0 ? [`also: ${also.map(oneLine).join(', ')}`] : []),
      ...(about.length > 0 ? [`for: ${about.map(oneLine).join(', ')}`] : []),
    ].join('; ');
    return { section, line, words: wordsOf([name, ...also, ...about].join(' ')) };
  };
  const all = [
    ...clinic.branches.map(({ key, name, aliases, landmark }) =>
      entry('branches', key, name, landmark === undefined ? aliases : [...aliases, landmark]),
    ),
    ...clinic.areas.map(({ key, name }) => entry('areas', key, name, [])),
    ...clinic.staff.map(({ key, name, shortName, role }) => entry('staff', key, name, [shortName, role])),
    ...clinic.treatments.map(({ key, name, aliases, concerns }) =>
      entry('treatments', key, name, aliases, concerns),
    ),
    ...clinic.faqs.map(({ key, question }) => entry('faqs', key, question, [])),
    ...clinic.notOffered.map(({ name, aliases }, index) =>
      entry('notOffered', `not${index + 1}`, name, aliases),
    ),
  ];
  return all.toSorted(
    (one, other) =>
      sections.findIndex((name) => name === one.section) -
        sections.findIndex((name) => name === other.section) || (one.line < other.line ? -1 : 1),
  );
}

/** A record is one line: an imported question cannot begin a section of its own. */
const oneLine = (text: string) => text.replaceAll(/[\s[\]⟦⟧=;]+/g, ' ').trim();

function write(entries: readonly Entry[]): string {
  return sections
    .flatMap((section) => {
      const lines = entries.filter((entry) => entry.section === section).map(({ line }) => line);
      return lines.length === 0 ? [] : [`[${section}]`, ...lines];
    })
    .join('\n');
}

const wordsOf = (text: string) =>
  new Set(
    fold(text.toLowerCase())
      .split(/[^a-z0-9]+/)
      .flatMap((word) => (word.length > 1 ? [word, ...trigrams(word)] : [])),
  );

/** Pieces of three letters find a word that was typed wrongly. */
function trigrams(word: string): string[] {
  return word.length < 4
    ? []
    : Array.from({ length: word.length - 2 }, (_, at) => `~${word.slice(at, at + 3)}`);
}

function rarityOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of entries) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + entries.length / count)]));
}

/** A word that few records have tells more than one that all have; a piece of a word tells less than the whole. */
function score(
  words: ReadonlySet<string>,
  said: ReadonlySet<string>,
  rarity: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const word of said)
    if (words.has(word)) sum += (rarity.get(word) ?? 0) * (word.startsWith('~') ? 0.2 : 1);
  return sum;
}
