import { type Phone, toPhone } from '../domain/phone.ts';
import type { Tokens } from './tokens.ts';

const phonePattern = /(?:\+?84|0)(?:[\s.-]?\d){9}(?!\d)/;

export function findPhone(text: string): { phone: Phone; words: string } | undefined {
  const match = phonePattern.exec(text);
  const phone = match && toPhone(match[0]);
  return phone ? { phone, words: match[0] } : undefined;
}

/** How people introduce a name, and what follows it in politeness; neither is part of it. */
const introduces =
  / (?:minh ten|em ten|chi ten|anh ten|toi ten|ten la|ten minh la|ten em la|ten chi la|ten|my name is|i am|name) /;
const beforeName = /^(da|vang|minh|em|chi|anh|la|ten|toi|cua|so|khach|ban|nha|ok|hi|hello|chao)$/;
const notPartOfName =
  /^(a|nhe|nha|nghe|voi|va|so|sdt|em|chi|anh|minh|sinh|tuoi|dien|phone|o|muon|can|cho|hen|dat|lich|lam|la|luc|vao|ngay|mai|co|quan|cs\d|q\d)$/;

/** A name after "tên", or the whole message when a name was asked for. Written as the customer wrote it. */
export function findName(tokens: Tokens, isAskedFor: boolean): string | undefined {
  const introduced = introduces.exec(tokens.plain);
  if (introduced) return nameFrom(tokens, indexAfter(tokens, introduced.index + introduced[0].length - 1));
  if (!isAskedFor) return undefined;
  let first = 0;
  while (beforeName.test(tokens.list[first]?.plain ?? '')) first += 1;
  return nameFrom(tokens, first);
}

function indexAfter(tokens: Tokens, position: number): number {
  return tokens.plain.slice(0, position).trim().split(' ').filter(Boolean).length;
}

function nameFrom(tokens: Tokens, first: number): string | undefined {
  let last = first;
  while (last < first + 5 && isNameWord(tokens.list[last])) last += 1;
  const begin = tokens.list[first];
  const end = tokens.list[last - 1];
  return begin && end && last > first ? tokens.text.slice(begin.start, end.end) : undefined;
}

function isNameWord(token: { word: string; plain: string } | undefined): boolean {
  return token !== undefined && /^\p{L}+$/u.test(token.word) && !notPartOfName.test(token.plain);
}

/** "2 người", "đi 3 bạn" */
export function findPeople(tokens: Tokens): number | undefined {
  const match = / (\d{1,2}|hai|ba|bon) (nguoi|ban|chi em|me con) /.exec(tokens.plain);
  const words: Readonly<Record<string, number>> = { hai: 2, ba: 3, bon: 4 };
  const count = match && (words[match[1] ?? ''] ?? Number(match[1]));
  return count && count >= 1 && count <= 20 ? count : undefined;
}

/** "em 17 tuổi" */
export function findAge(tokens: Tokens): number | undefined {
  const match = / (\d{1,2}) tuoi /.exec(tokens.plain);
  return match ? Number(match[1]) : undefined;
}
