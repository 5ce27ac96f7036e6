import type { Span } from '../../../understanding/text/span.ts';
import { wordSet } from '../../../understanding/text/numbers.ts';
import type { Token, Tokens } from '../../../understanding/text/tokens.ts';
import type { Sentence } from './sentences.ts';

const isAddress = wordSet('chị anh em cô chú bạn bé bác khách ms mr mrs dr bs ktv ông bà');
const isNoName = wordSet(
  'dạ vâng mình em chị anh bạn bên phòng khám quận phường đường cơ sở tp thành phố zalo facebook hotline website email ' +
    'noel giáng sinh tết ok xin chào cảm ơn chúc lịch da bác sĩ kỹ thuật viên trợ lý khách và gói spf sau trước hôm ngày i we you the our your',
);
const mostWords = 4;

/** Names of persons as a text writes them: capital letters that no record and no beginning of a sentence explains. */
export function findNames(
  tokens: Tokens,
  isRecord: (at: number) => boolean,
  houseName: ReadonlySet<string>,
  sentences: readonly Sentence[],
): Span[] {
  const begins = new Set(sentences.map(({ from }) => from));
  const found: Span[] = [];
  for (let at = 0; at < tokens.list.length; at += 1) {
    const isExplained = begins.has(at) && !isAddress(tokens, at - 1);
    if (isExplained || !isNameWord(tokens, at, isRecord)) continue;
    let to = at + 1;
    while (to - at < mostWords && isNameWord(tokens, to, isRecord) && !tokens.list[to]?.isAfterPause) to += 1;
    const isHouse = tokens.list.slice(at, to).every(({ word }) => houseName.has(word));
    if (!isHouse) found.push({ from: at, to });
    at = to - 1;
  }
  return found;
}

function isNameWord(tokens: Tokens, at: number, isRecord: (at: number) => boolean): boolean {
  const token = tokens.list[at];
  return token !== undefined && isCapitalised(token) && !isRecord(at) && !isNoName(tokens, at);
}

function isCapitalised({ raw }: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(raw);
}
