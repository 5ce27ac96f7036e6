import { toLocal } from '../domain/clinic-time.ts';
import { findRecords, type Found, withMarks } from './clinic/find-records.ts';
import type { Lexicon } from './clinic/lexicon.ts';
import { findMinor } from './intent/minors.ts';
import { type CountFound, findAge, findPeople } from './person/age-and-people.ts';
import { findBudget, findMoney, type MoneyFound } from './person/money.ts';
import { findName, findPersons, type NameFound } from './person/name.ts';
import { findPhones, type PhoneFound, phoneGiven } from './person/phone.ts';
import { wordSet } from './text/numbers.ts';
import type { Reading } from './text/pattern.ts';
import { type Span, within } from './text/span.ts';
import type { Tokens } from './text/tokens.ts';
import type { Utterance } from './utterance.ts';
import { findWhen, type FoundWhen } from './when/when.ts';

/** What a message contains, before asking what its writer wants. */
export type Facts = FoundWhen & {
  records: readonly Found[];
  isRecord: (at: number) => boolean;
  phones: readonly PhoneFound[];
  phone: PhoneFound | undefined;
  /** A name that the message itself introduces. */
  name: NameFound | undefined;
  age: CountFound | undefined;
  /** The words that show somebody under age. */
  minor: Span | undefined;
  people: CountFound | undefined;
  budget: MoneyFound | undefined;
  reading: Reading;
};

/** In this order, so that words which certainly mean one thing are not read as another: records, numbers, names, times. */
export function findFacts(written: Tokens, { now, expecting }: Utterance, lexicon: Lexicon): Facts {
  const named = findRecords(written, lexicon);
  const tokens = withMarks(written, named);
  const isRecord = within(...named.filter((found) => !isDoubtful(tokens, found)));
  const phones = findPhones(tokens);
  const phone = phoneGiven(phones);
  const money = findMoney(tokens);
  const name = findName(tokens, { phone, isAskedFor: false, isTaken: isRecord });
  const isSpokenFor = within(name, ...phones, ...money);
  const { when, places } = findWhen(tokens, {
    now,
    zone: lexicon.zone,
    isTaken: (at) => isSpokenFor(at) || isRecord(at),
    expectsTime: expecting === 'time',
  });
  const age = findAge(tokens);
  const minor = findMinor(tokens, age, Number(toLocal(now, lexicon.zone).date.slice(0, 4)));
  const isOther = within(name, minor, ...phones, ...places);
  const records = named.filter(
    (found) => !isDoubtful(tokens, found) || !(isOther(found.from) || isCounted(tokens, found.from)),
  );
  return {
    records,
    isRecord,
    phones,
    phone,
    name,
    when,
    places,
    age,
    minor,
    people: findPeople(tokens),
    budget: findBudget(tokens, money),
    reading: {
      tokens,
      found: foundByKind(records, {
        when: places,
        money,
        name: name ? [name] : [],
        phone: phones,
        person: findPersons(tokens),
      }),
    },
  };
}

/** Longer words without accents are hardly ever other words. */
const shortWord = 3;

/** A single word without its accents may be another word: "nam" is "nám", or "năm", or a name. */
function isDoubtful(tokens: Tokens, { from, to, meaning }: Found): boolean {
  const token = tokens.list[from];
  const isShort = meaning.kind === 'area' || (token?.word.length ?? 0) <= shortWord;
  return to - from === 1 && token?.isLoose === true && isShort;
}

const isAmount = wordSet('lâu nhiều mấy vài bao nhiêu mỗi hai ba bốn năm mười');

/** "lau nam", "10 nam": counted, and so a year. */
function isCounted(tokens: Tokens, at: number): boolean {
  const before = tokens.list[at - 1];
  return before !== undefined && (before.digits !== undefined || isAmount(tokens, at - 1));
}

function foundByKind(
  records: readonly Found[],
  spans: Readonly<Record<string, readonly Span[]>>,
): Reading['found'] {
  const found = new Map<string, Map<number, number>>();
  const add = (kind: string, { from, to }: Span) => {
    const places = found.get(kind) ?? new Map<number, number>();
    places.set(from, to);
    found.set(kind, places);
  };
  for (const record of records) {
    add(record.meaning.kind, record);
    if (record.meaning.kind === 'treatment' && record.meaning.isNamed) add('named', record);
  }
  for (const [kind, list] of Object.entries(spans)) for (const span of list) add(kind, span);
  return found;
}
