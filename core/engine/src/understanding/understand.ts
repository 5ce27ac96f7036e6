import type { Instant } from '../domain/clinic-time.ts';
import { findOption, findYesOrNo } from './answers.ts';
import { findIntents } from './intents.ts';
import { findRecords, type Found, type Lexicon } from './lexicon.ts';
import { findAge, findName, findPeople, findPhone } from './person.ts';
import { type Tokens, tokensOf } from './tokens.ts';
import type { Entities, Evidence, Expectation, Intent, Understanding } from './understanding.ts';
import { findWhen } from './when.ts';

export type Utterance = {
  text: string;
  now: Instant;
  /** What was just asked, so that a short answer can be read. */
  expecting?: Expectation | undefined;
  /** Titles of the choices just offered. */
  choices?: readonly string[];
};

/** Reads one message by rules: pure, in time linear in its length, and able to say which words gave what. */
export function understand(
  { text, now, expecting, choices = [] }: Utterance,
  lexicon: Lexicon,
): Understanding {
  const tokens = tokensOf(text);
  const records = findRecords(tokens, lexicon);
  const { intents: found, evidence, isMedical } = findIntents(tokens);
  const intents = new Set<Intent>(found);
  const entities: Entities = recordEntities(records);
  for (const { meaning, words } of records) evidence.push({ of: meaning.kind, words });

  const phone = findPhone(tokens.text);
  if (phone) {
    entities.phone = phone.phone;
    intents.add('give_phone');
    evidence.push({ of: 'phone', words: 'phone' });
  }
  const option = findOption(tokens, choices.length);
  if (option !== undefined) {
    entities.option = option;
    intents.add('choose_option');
  }
  const when =
    option === undefined && !isOnlyPhone(tokens)
      ? findWhen(tokens, now, lexicon.zone, expecting === 'time')
      : undefined;
  if (when) {
    entities.when = when.when;
    intents.add('give_time');
    evidence.push({ of: 'when', words: when.words });
  }
  const isOpenForName =
    expecting === 'name' && [...intents].every((intent) => intent === 'give_phone') && records.length === 0;
  const name = findName(tokens, isOpenForName);
  if (name !== undefined) {
    entities.name = name;
    intents.add('give_name');
  }
  const age = findAge(tokens);
  if (age !== undefined) {
    entities.age = age;
    if (age < 18) intents.add('minor');
  }
  const people = findPeople(tokens);
  if (people !== undefined) entities.people = people;

  const answer = name === undefined && isAnswerable(intents, expecting) ? findYesOrNo(tokens) : undefined;
  if (answer) {
    intents.add(answer.confirm ? 'confirm_yes' : 'confirm_no');
    evidence.push(answer.evidence);
  }
  if (intents.size === 0 && records.some(({ meaning }) => meaning.kind === 'treatment'))
    intents.add('describe_concern');

  return {
    intents: [...intents].map((intent) => ({ intent, confidence: 0.9 })),
    entities,
    ...(isMedical
      ? { urgency: 'medical' as const }
      : isAngry(intents, text)
        ? { urgency: 'angry' as const }
        : {}),
    language: isEnglish(tokens) ? 'en' : 'vi',
    evidence: withoutPersons(evidence),
  };
}

function recordEntities(records: readonly Found[]): Entities {
  const entities: Entities = {};
  for (const { meaning } of records) {
    switch (meaning.kind) {
      case 'treatment':
        entities.treatments = [...new Set([...(entities.treatments ?? []), meaning.key])];
        if (meaning.area !== undefined) entities.area = meaning.area;
        break;
      case 'area':
        entities.area = meaning.key;
        break;
      case 'branch':
        entities.branch = meaning.key;
        break;
      case 'staff':
        entities.staff = meaning.key;
        break;
      case 'notOffered':
        entities.notOffered = meaning.name;
        break;
    }
  }
  return entities;
}

/** A yes or no is heard where one was asked, or where nothing else was said. */
function isAnswerable(intents: ReadonlySet<Intent>, expecting: Expectation | undefined): boolean {
  if (expecting === 'confirm') return !intents.has('contraindication') && !intents.has('medical_red_flag');
  return intents.size === 0;
}

function isOnlyPhone(tokens: Tokens): boolean {
  return /^ ?[\d\s.+-]+ ?$/.test(tokens.plain) && /\d{9,}/.test(tokens.plain.replaceAll(/[\s.+-]/g, ''));
}

function isAngry(intents: ReadonlySet<Intent>, text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  return intents.has('complaint') || (letters.length > 12 && letters === letters.toUpperCase());
}

const englishWords =
  / (the|is|are|how|what|when|can|please|want|would|like|price|book|appointment|you|my|i) /g;

function isEnglish(tokens: Tokens): boolean {
  const hasVietnameseLetters = tokens.list.some(({ word }) =>
    /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/.test(word),
  );
  return !hasVietnameseLetters && (tokens.plain.replaceAll(' ', '  ').match(englishWords)?.length ?? 0) >= 2;
}

/** Evidence is stored with the journal: it names what was found about a person, not the words themselves. */
function withoutPersons(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((piece) =>
    piece.of === 'phone' || piece.of === 'name' ? { ...piece, words: piece.of } : piece,
  );
}
