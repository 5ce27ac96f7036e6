import type { Clinic, Key, Treatment } from '../../domain/clinic.ts';
import { fold } from '../text/normalise.ts';
import { type PhraseTable, phraseAt, phraseTable } from '../text/phrase-table.ts';
import { tableWords, tokensOf } from '../text/tokens.ts';
import { type Concern, concernsOf } from './concerns.ts';
import { type Misspellings, misspellingsOf } from './misspelt.ts';
import {
  areaLeads,
  districtWords,
  englishAreas,
  englishTroubles,
  givenNameLeads,
  spokenAreas,
  treatmentVerbs,
} from './record-words.ts';

export type Meaning =
  /** `isNamed` when the treatment itself was said, and not only the trouble it is for. */
  | { kind: 'treatment'; key: Key; isNamed: boolean; area?: Key }
  | { kind: 'area'; key: Key }
  | { kind: 'branch'; key: Key }
  | { kind: 'staff'; key: Key }
  | { kind: 'notOffered'; name: string };

/** What a clinic's own records are called, ready to be found in a message. Built once per version of the records. */
export type Lexicon = {
  zone: string;
  /** The words of the clinic's own name. */
  houseName: ReadonlySet<string>;
  /** Names in which a pause is written, in small letters. */
  wholeNames: readonly { name: string; meaning: Meaning }[];
  names: PhraseTable<readonly Meaning[]>;
  /** Troubles whose words may stand apart. */
  concerns: readonly Concern[];
  misspellings: Misspellings;
  /** Areas that a treatment's variants name. */
  areasOf: ReadonlyMap<Key, readonly Key[]>;
};

export function buildLexicon(clinic: Clinic): Lexicon {
  const meanings = new Map<string, Meaning[]>();
  const add = (phrase: string, meaning: Meaning) => {
    const spelling = tableWords(phrase)
      .map(({ word }) => word)
      .join(' ');
    if (spelling === '') return;
    const known = meanings.get(spelling);
    const isKnown = known?.some((one) => one.kind === meaning.kind && sameRecord(one, meaning));
    if (!known) meanings.set(spelling, [meaning]);
    else if (!isKnown) known.push(meaning);
  };

  const areas = areaTable(clinic);
  for (const treatment of clinic.treatments) {
    const area = (phrase: string) => areaIn(phrase, areas, treatment);
    for (const phrase of spellingsOf(treatment)) {
      const isNamed = !namesTrouble(phrase, treatment);
      add(phrase, { kind: 'treatment', key: treatment.key, isNamed, ...area(phrase) });
    }
    for (const { name, area: key } of treatment.variants) {
      const isWhole = namesOneOf(name, treatment.aliases);
      for (const spelling of [name, ...otherwiseLinked(name)])
        add(
          spelling,
          isWhole
            ? { kind: 'treatment', key: treatment.key, isNamed: true, area: key }
            : { kind: 'area', key },
        );
    }
  }
  for (const { key, concerns, name } of clinic.treatments) {
    for (const phrase of troublesInEnglish([name, ...concerns]))
      add(phrase, { kind: 'treatment', key, isNamed: false });
  }
  for (const [phrase, meaning] of verbsWithAreas(clinic)) add(phrase, meaning);
  for (const { key, name } of clinic.areas) {
    for (const phrase of [...areaNames(name), ...otherNames(name)]) add(phrase, { kind: 'area', key });
  }
  for (const branch of clinic.branches) {
    for (const phrase of branchNames(branch)) add(phrase, { kind: 'branch', key: branch.key });
  }
  for (const person of clinic.staff) {
    for (const phrase of staffNames(person)) add(phrase, { kind: 'staff', key: person.key });
  }
  for (const { name, aliases } of clinic.notOffered) {
    for (const alias of [name, ...aliases]) add(alias, { kind: 'notOffered', name: alias });
  }
  return {
    zone: clinic.zone,
    houseName: new Set(tableWords(`${clinic.name} ${clinic.shortName}`).map(({ word }) => word)),
    wholeNames: [
      ...clinic.treatments.map(({ name, key }) => ({
        name,
        meaning: { kind: 'treatment' as const, key, isNamed: true },
      })),
      ...clinic.branches.map(({ name, key }) => ({ name, meaning: { kind: 'branch' as const, key } })),
    ]
      .filter(({ name }) => /\s[–—-]\s/.test(name))
      .map(({ name, meaning }) => ({ name: name.toLowerCase(), meaning })),
    names: phraseTable(meanings),
    concerns: concernsOf(clinic),
    misspellings: misspellingsOf(clinic),
    areasOf: new Map(clinic.treatments.map(({ key, variants }) => [key, variants.map(({ area }) => area)])),
  };
}

/** "acne scars" is for whatever the records hold against "sẹo rỗ". */
function troublesInEnglish(own: readonly string[]): string[] {
  const texts = own.map((text) => ` ${text.toLowerCase()} `);
  return englishTroubles.flatMap(([trouble, called]) =>
    texts.some((text) => text.includes(` ${trouble} `)) ? called : [],
  );
}

function sameRecord(one: Meaning, other: Meaning): boolean {
  return 'key' in one && 'key' in other ? one.key === other.key : true;
}

/** "rãnh cười (rãnh mũi má)" is called by either name; "mặt và cổ" also "mặt cổ". */
function areaNames(name: string): string[] {
  const names = name.split(/[()]/).map((part) => part.trim());
  return [...names, ...names.flatMap(otherwiseLinked)].filter((part) => part !== '');
}

/** "HIFU mặt và cổ" is also "HIFU mặt với cổ" and "HIFU mặt cổ". */
function otherwiseLinked(name: string): string[] {
  if (!name.includes(' và ')) return [];
  return ['', 'với ', 'lẫn ', 'cùng '].map((link) => name.replace(' và ', ` ${link}`));
}

function otherNames(name: string): readonly string[] {
  const own = areaNames(name)[0] ?? '';
  return [...(englishAreas.get(own) ?? []), ...(spokenAreas.get(own) ?? [])];
}

function areaTable(clinic: Clinic): PhraseTable<Key> {
  return phraseTable(
    clinic.areas.flatMap(({ key, name }) =>
      [...areaNames(name), ...otherNames(name)].map((part) => [part, key] as const),
    ),
  );
}

/** The area that a phrase of the treatment contains: "triệt nách" is hair removal, and under the arms. */
function areaIn(phrase: string, areas: PhraseTable<Key>, treatment: Treatment): { area?: Key } {
  const tokens = tokensOf(phrase);
  for (let at = 0; at < tokens.list.length; at += 1) {
    const found = phraseAt(areas, tokens, at);
    if (found && treatment.variants.some(({ area }) => area === found.value)) return { area: found.value };
  }
  return {};
}

/** "mụn ẩn" says what is wrong, "nặn mụn" what is to be done about it. */
function namesTrouble(phrase: string, treatment: Treatment): boolean {
  const [first] = tableWords(phrase);
  return treatment.concerns.some(
    (concern) => concern === phrase || (first !== undefined && tableWords(concern)[0]?.word === first.word),
  );
}

/** "Botox trán" says the treatment as well as the area, "Nguyên tay" only the area. */
function namesOneOf(name: string, aliases: readonly string[]): boolean {
  const table = phraseTable(aliases.map((alias) => [alias, true] as const));
  const tokens = tokensOf(name);
  return tokens.list.some((_, at) => phraseAt(table, tokens, at) !== undefined);
}

/** Names, aliases and concerns; an alias written without accents also with those of the name it comes from. */
function spellingsOf({ name, aliases, concerns }: Treatment): string[] {
  const accented = [name, ...aliases].map((phrase) => tableWords(phrase).map(({ word }) => word));
  const restored = aliases.flatMap((alias) => {
    const bare = tableWords(alias).map(({ word }) => word);
    if (bare.length < 2 || bare.some((word) => fold(word) !== word)) return [];
    return accented.flatMap((words) =>
      words.flatMap((_, at) => {
        const part = words.slice(at, at + bare.length);
        return part.length === bare.length && part.every((word, index) => fold(word) === bare[index])
          ? [part.join(' ')]
          : [];
      }),
    );
  });
  return [name, ...aliases, ...restored, ...concerns];
}

/** "tiêm trán" names no treatment, but only one treatment that is injected has the forehead among its areas. */
function verbsWithAreas(clinic: Clinic): [phrase: string, meaning: Meaning][] {
  const offers = new Map<string, { key: Key; area: Key }[]>();
  for (const treatment of clinic.treatments) {
    const verbs = new Set(
      [treatment.name, ...treatment.aliases].flatMap((phrase) => {
        const first = tableWords(phrase)[0]?.word ?? '';
        return treatmentVerbs.has(first) ? [first] : [];
      }),
    );
    for (const { area } of treatment.variants) {
      const name = clinic.areas.find(({ key }) => key === area)?.name ?? '';
      for (const verb of verbs) {
        for (const areaName of areaNames(name)) {
          for (const lead of areaLeads) {
            const phrase = `${verb} ${lead}${areaName}`;
            offers.set(phrase, [...(offers.get(phrase) ?? []), { key: treatment.key, area }]);
          }
        }
      }
    }
  }
  return [...offers].flatMap(([phrase, [offer, ...others]]): [string, Meaning][] =>
    offer && others.length === 0 ? [[phrase, { kind: 'treatment', isNamed: true, ...offer }]] : [],
  );
}

/** "Cơ sở 1 – Mộc Lan" is also "cơ sở 1" and "Mộc Lan"; "quận 3" is also "district 3". */
function branchNames({ name, aliases }: Clinic['branches'][number]): string[] {
  const names = [name, ...name.split(/\s[–-]\s/), ...aliases];
  const districts = names.flatMap((alias) => {
    const [, number] = /^(?:quận|q)\.?\s*(\d{1,2})$/i.exec(alias.trim()) ?? [];
    return number === undefined ? [] : districtWords.map((word) => `${word} ${number}`);
  });
  const numbered = names.flatMap((alias) => {
    const [, number] = /^(?:cơ sở|chi nhánh|cs)\s*(\d{1,2})$/i.exec(alias.trim()) ?? [];
    return number === undefined ? [] : [`branch ${number}`];
  });
  return [...names, ...districts, ...numbered];
}

/** A given name alone is anybody's; after a title, or with its family name, it is the clinic's own person. */
function staffNames({ name, shortName }: Clinic['staff'][number]): string[] {
  const words = (text: string) => text.split(/[\s.]+/).filter(Boolean);
  const given = words(shortName).at(-1) ?? '';
  const full = words(name);
  const family = full.slice(-3).join(' ');
  return [
    name,
    ...(words(shortName).length > 1 ? [shortName] : []),
    ...(full.length >= 3 ? [family] : []),
    ...(full.slice(-2).length === 2 && full.length > 2 ? [full.slice(-2).join(' ')] : []),
    ...givenNameLeads.map((lead) => `${lead} ${given}`),
  ];
}
