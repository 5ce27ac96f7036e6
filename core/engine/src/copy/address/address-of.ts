import type { Address } from '../../domain/voice.ts';
import { wordSet } from '../../understanding/text/numbers.ts';
import { isWord, tableWord, type Tokens, tokensOf } from '../../understanding/text/tokens.ts';
import * as table from './address-words.ts';

/**
 * How the customer is to be addressed after what they just said. They show it by what they call themself: "chị muốn hỏi"
 * asks to be called chị. A name shows nothing, and neither does "em": what was known before holds.
 */
export function addressOf(said: readonly string[], before: Address | null): Address | null {
  return said.reduce<Address | null>((known, text) => {
    const shown = shownIn(tokensOf(text));
    return shown === undefined || (shown === 'bạn' && known !== null) ? known : shown;
  }, before);
}

function shownIn(tokens: Tokens): Address | undefined {
  const roles = rolesIn(tokens);
  const isSelf = (word: string) => roles.some((role) => role.word === word && role.part === 'self');
  const kin = table.kinWords.filter(isSelf);
  const isJunior = table.juniorWords.some(isSelf);
  // "em" and "chị" both as the speaker: two people are spoken of, and nothing is certain.
  if (kin.length > 0) return kin.length === 1 && !isJunior ? kin[0] : undefined;
  const callsUsFriend = roles.some(({ word, part }) => word === 'bạn' && part === 'called');
  return callsUsFriend && !isJunior ? 'bạn' : undefined;
}

type Role = { word: string; part: 'self' | 'called' };

const persons = [...table.kinWords, ...table.juniorWords, 'bạn'].map(tableWord);

/** Who is who in a message: a word for a person each time it stands for the speaker, or for whom they speak to. */
function rolesIn(tokens: Tokens): Role[] {
  return tokens.list.flatMap((token, at) => {
    const person = persons.find((candidate) => isWord(token, candidate));
    const part = person && partOf(person.word, tokens, at);
    return part ? [{ word: person.word, part }] : [];
  });
}

const owns = wordSet(table.ownsAfter);
const acts = wordSet(table.actsBefore);
const has = wordSet('có');
const hasOwn = wordSet(table.hasBefore);
const isAsked = wordSet(table.askedFor);
const isGreeting = wordSet(table.calledAfter);
const isParticle = wordSet(table.particles);
const isAnother = wordSet(table.otherPersons);
const asks = wordSet(table.asksBefore);
const calls = wordSet('ơi');
const gives = wordSet('cho');
const names = wordSet('tên gọi là');
const isNot = wordSet('không');
const pictures = wordSet(table.picturesAfter);

function partOf(word: string, tokens: Tokens, at: number): Role['part'] | undefined {
  const next = inBreath(tokens, at + 1) ? at + 1 : -1;
  const last = inBreath(tokens, at) ? at - 1 : -1;
  const isFor = owns(tokens, last);
  if (calls(tokens, next)) return 'called';
  if (gives(tokens, next) && persons.some((other) => isWord(tokens.list[next + 1], other))) return 'called';
  if (isAnother(tokens, next) || (isName(tokens, next) && !names(tokens, last))) return undefined;
  if (isUnsure(word, tokens, at)) return gives(tokens, last) && asks(tokens, next) ? 'self' : undefined;
  if (isFor) return 'self';
  if (isGreeting(tokens, last)) return 'called';
  if (isAsked(tokens, next)) return 'called';
  if (acts(tokens, next) || (has(tokens, next) && hasOwn(tokens, next + 1)))
    return onlyParticles(tokens, next) ? undefined : 'self';
  return undefined;
}

/** Whether a token stands in one breath with the one before it. */
function inBreath({ list }: Tokens, at: number): boolean {
  return at > 0 && at < list.length && list[at]?.isAfterPause === false;
}

/** "anh Nam": a capital in the middle of a breath. */
function isName({ list }: Tokens, at: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(list[at]?.raw ?? '');
}

/** "co đau" typed bare is hardly "cô", and "c đau k" asks whether it hurts. */
function isUnsure(word: string, tokens: Tokens, at: number): boolean {
  const token = tokens.list[at];
  if (token?.isLoose && (table.mistakenFor.has(word) || pictures(tokens, at - 1))) return true;
  if (token?.raw.toLowerCase() !== 'c') return false;
  for (let next = at + 1; inBreath(tokens, next); next += 1) if (isNot(tokens, next)) return true;
  return false;
}

/** "… chị nhé", "… không chị ơi": the end of a breath calls somebody. */
function onlyParticles(tokens: Tokens, from: number): boolean {
  for (let at = from; inBreath(tokens, at); at += 1) if (!isParticle(tokens, at)) return false;
  return true;
}
