import type { Clinic } from '../domain/clinic.ts';
import { commonNames } from '../understanding/person/name-words.ts';
import { findName } from '../understanding/person/name.ts';
import { findPhones, phoneGiven } from '../understanding/person/phone.ts';
import { fold, normaliseWord } from '../understanding/text/normalise.ts';
import type { Span } from '../understanding/text/span.ts';
import { type Token, type Tokens, tokensOf } from '../understanding/text/tokens.ts';

/** Hides who people are before anything leaves for a model, and shows it again in what comes back. */
export type Pseudonyms = {
  hide(text: string, isName?: 'name-asked'): string;
  show(text: string): string;
  /** Whether a text holds a mark that was never given out: an answer with one was not made from what was sent. */
  hasStrangers(text: string): boolean;
};

/** More of one message is not sent. */
const mostCharacters = 1_200;

/** So many digits in a row are no price, hour or date: phone and bank account numbers, identity cards. */
const tellingDigits = 8;

const between = /^[\s.\-–_()]*$/;
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const markPattern = /⟦(?:tên|số|thư) \d+⟧/g;

/** A name that was once given is known from then on, so hide in the order in which it was said. The same person has the same mark throughout one call. Names of the clinic's own people stay: they are its knowledge. */
export function pseudonyms(clinic: Clinic, knownNames: readonly string[]): Pseudonyms {
  const marks = new Map<string, string>();
  const own = ownWords(clinic);
  const parts = new Set(
    knownNames.flatMap((name) => name.normalize('NFC').split(/[^\p{L}\p{M}]+/u)).filter(isLongEnough),
  );

  const markFor = (kind: 'tên' | 'số' | 'thư', original: string) => {
    const known = marks.get(original);
    if (known !== undefined) return known;
    const mark = `⟦${kind} ${marks.size + 1}⟧`;
    marks.set(original, mark);
    return mark;
  };

  function spansOf(tokens: Tokens, isNameAsked: boolean): (Span & { kind: 'tên' | 'số' })[] {
    const phones = findPhones(tokens);
    const name = findName(tokens, {
      phone: phoneGiven(phones),
      isAskedFor: isNameAsked,
      isTaken: (at) => own.has(wordAt(tokens, at)),
    });
    const numbers = [...phones, ...digitRuns(tokens)].map((span) => ({ ...span, kind: 'số' as const }));
    for (const word of name?.name.split(/\s+/).filter(isLongEnough) ?? []) parts.add(word);
    const names = [...(name ? [name] : []), ...namesIn(tokens, parts, own)].map((span) =>
      wholeName(tokens, span),
    );
    return [...numbers, ...names.map(({ from, to }) => ({ from, to, kind: 'tên' as const }))];
  }

  return {
    hide(text, isName) {
      const tokens = tokensOf(text.replaceAll(/[⟦⟧]/g, '').slice(0, mostCharacters));
      const spans = withoutOverlaps(spansOf(tokens, isName === 'name-asked'));
      let hidden = '';
      let end = 0;
      for (const { from, to, kind } of spans) {
        const start = tokens.list[from]?.start ?? end;
        hidden += tokens.text.slice(end, start) + markFor(kind, tokens.words(from, to));
        end = tokens.list[to - 1]?.end ?? start;
      }
      hidden += tokens.text.slice(end);
      return hidden.replaceAll(address, (mail) => markFor('thư', mail));
    },
    show(text) {
      const originals = new Map([...marks].map(([original, mark]) => [mark, original]));
      return text.replaceAll(markPattern, (mark) => originals.get(mark) ?? mark);
    },
    hasStrangers(text) {
      const given = new Set(marks.values());
      return (text.match(/⟦[^⟧]*⟧?|⟧/g) ?? []).some((mark) => !given.has(mark));
    },
  };
}

const isLongEnough = (word: string) => word.length > 1;

const wordAt = (tokens: Tokens, at: number) => fold(normaliseWord(tokens.list[at]?.raw ?? ''));

const foldedWords = (texts: readonly string[]) =>
  texts.flatMap((text) => text.split(/[^\p{L}\p{M}]+/u)).map((word) => fold(normaliseWord(word)));

const commonNameWords: ReadonlySet<string> = new Set(foldedWords([commonNames]));

/** Words in which the clinic names itself, its people and its places. */
function ownWords(clinic: Clinic): ReadonlySet<string> {
  const names = [
    clinic.name,
    clinic.shortName,
    clinic.city,
    ...clinic.staff.flatMap(({ name, shortName }) => [name, shortName]),
    ...clinic.branches.flatMap(({ name, address: place, aliases }) => [name, place, ...aliases]),
  ];
  const treatments = clinic.treatments.flatMap(({ name, aliases }) => [name, ...aliases]);
  /** "Lăn kim" is a treatment, and Kim is somebody. */
  const named = foldedWords(treatments).filter((word) => !commonNameWords.has(word));
  return new Set([...foldedWords(names), ...named]);
}

function digitRuns(tokens: Tokens): Span[] {
  const runs: Span[] = [];
  for (let from = 0; from < tokens.list.length; ) {
    let to = from;
    let digits = 0;
    for (let token = tokens.list[to]; token?.digits !== undefined; token = tokens.list[to]) {
      if (to > from && !between.test(token.before)) break;
      digits += token.digits.length;
      to += 1;
    }
    if (digits >= tellingDigits) runs.push({ from, to });
    from = Math.max(to, from + 1);
  }
  return runs;
}

const kinship = new Set('anh chi co chu bac ban em be me ba chong vo con chau ong di cau'.split(' '));

/** A name that is known, wherever its words stand with a capital; and a capital after "chị", which names somebody. */
function namesIn(tokens: Tokens, parts: ReadonlySet<string>, own: ReadonlySet<string>): Span[] {
  const foldedParts = new Set([...parts].map((part) => fold(normaliseWord(part))));
  const isCapital = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.raw);
  const isPart = (at: number) =>
    isCapital(tokens.list[at]) ? foldedParts.has(wordAt(tokens, at)) : parts.size > 1 && isInFullName(at);
  /** In small letters "mai" is tomorrow, but "ngọc mai" beside each other is Ngọc Mai. */
  const isInFullName = (at: number) =>
    foldedParts.has(wordAt(tokens, at)) &&
    (foldedParts.has(wordAt(tokens, at - 1)) || foldedParts.has(wordAt(tokens, at + 1)));
  const found: Span[] = [];
  for (let at = 0; at < tokens.list.length; at += 1) {
    const isForeign = isCapital(tokens.list[at]) && !own.has(wordAt(tokens, at));
    /** "Thảo Ngân hỏi giá": nobody else writes two capitals in a row, one of them a name. */
    const isPair =
      isCapital(tokens.list[at + 1]) &&
      !own.has(wordAt(tokens, at + 1)) &&
      [at, at + 1].some((place) => commonNameWords.has(wordAt(tokens, place)));
    const isNamed = isForeign && (kinship.has(wordAt(tokens, at - 1)) || isPair);
    if (!isPart(at) && !isNamed) continue;
    let to = at + 1;
    while (
      to < tokens.list.length &&
      !tokens.list[to]?.isAfterPause &&
      (isPart(to) || (isNamed && isCapital(tokens.list[to])))
    )
      to += 1;
    found.push({ from: at, to });
    at = to - 1;
  }
  return found;
}

/** A name goes on for as long as its words have capitals. */
function wholeName(tokens: Tokens, { from, to }: Span): Span {
  let end = to;
  for (
    let next = tokens.list[end];
    next && !next.isAfterPause && /^\p{Lu}/u.test(next.raw);
    next = tokens.list[end]
  )
    end += 1;
  return { from, to: end };
}

function withoutOverlaps<S extends Span>(spans: readonly S[]): S[] {
  const kept: S[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = kept.at(-1);
    if (!last || span.from >= last.to) kept.push(span);
    else if (span.to > last.to) last.to = span.to;
  }
  return kept;
}
