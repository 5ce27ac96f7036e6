import type { Span } from '../../../understanding/text/span.ts';
import { wordSet } from '../../../understanding/text/numbers.ts';
import type { Token, Tokens } from '../../../understanding/text/tokens.ts';

export type Sentence = Span & {
  clauses: readonly Span[];
};

const endPattern = /[!?…\n;]|\.(?:\s|$)|\.\.|•/;
const isShortened = /^(?:p|q|tp|bs|ths|ts|ktv|dr|ms|mr|mrs|st|no|cki|ckii|cn|gs|pgs)$/i;

/** Where sentences and their clauses begin and end. The dot of "TP. Hồ Chí Minh" ends nothing, nor does the comma of "2,5". */
export function sentencesOf(tokens: Tokens, isInside: (at: number) => boolean): Sentence[] {
  const sentences: { from: number; to: number; clauses: Span[] }[] = [];
  let clause: Span | undefined;
  for (const [at, token] of tokens.list.entries()) {
    const before = tokens.list[at - 1];
    const isPause = token.isAfterPause && !isInside(at) && !isAbbreviation(before, token);
    const last = sentences.at(-1);
    if (!last || (isPause && endPattern.test(token.before))) {
      clause = { from: at, to: at + 1 };
      sentences.push({ from: at, to: at + 1, clauses: [clause] });
      continue;
    }
    if (isPause || !clause) {
      clause = { from: at, to: at + 1 };
      last.clauses.push(clause);
    }
    clause.to = at + 1;
    last.to = at + 1;
  }
  return sentences;
}

function isAbbreviation(before: Token | undefined, token: Token): boolean {
  return before !== undefined && /^\.\s?$/.test(token.before) && isShortened.test(before.raw);
}

const isExample = wordSet('dụ nhắn như hoặc là example write answer like or say');

/** "ví dụ “10h sáng thứ Bảy”": what the customer might write is not said by the house. */
function examples(tokens: Tokens): Span[] {
  const found: Span[] = [];
  for (const [from, token] of tokens.list.entries()) {
    if (!/[“"]\s*$/.test(token.before) || !isExample(tokens, from - 1)) continue;
    const to = tokens.list.findIndex((other, at) => at > from && /[”"]/.test(other.before));
    found.push({ from, to: to < 0 ? tokens.list.length : to });
  }
  return found;
}

const isAsking = wordSet('không chưa hả nhỉ');
const isTag = wordSet('đúng phải');
const isSoftener = wordSet('ạ nhé nha nhe ha à chị anh em mình bạn vậy thế ta hen nè');

/** Which tokens are asked and not said: the clause before a question mark, and the whole sentence before "đúng không". */
export function askedTokens(tokens: Tokens, sentences: readonly Sentence[]): (at: number) => boolean {
  const asked = new Set<number>();
  for (const { from, to, clauses } of sentences) {
    const after = tokens.text.slice(
      tokens.list[to - 1]?.end ?? 0,
      tokens.list[to]?.start ?? tokens.text.length,
    );
    let last = to - 1;
    while (last > from && isSoftener(tokens, last)) last -= 1;
    const isTagged = isAsking(tokens, last) && isTag(tokens, last - 1);
    if (!after.includes('?') && !isAsking(tokens, last)) continue;
    const begin = isTagged ? from : (clauses.at(-1)?.from ?? from);
    for (let at = begin; at < to; at += 1) asked.add(at);
  }
  for (const { from, to } of examples(tokens)) for (let at = from; at < to; at += 1) asked.add(at);
  return (at) => asked.has(at);
}
