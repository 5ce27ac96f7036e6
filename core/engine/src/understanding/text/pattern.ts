import { withGroups } from './word-groups.ts';
import { isWord, type TableWord, tableWord, tableWords, type Tokens } from './tokens.ts';

/**
 * A small language for phrases with room in them:
 *   `có đau không`     these words, one after another, in one breath
 *   `(giá|chi phí)`    either; `(ạ)?` or not
 *   `còn .. không`     up to three words between; `..6` up to six
 *   `#`                a number
 *   `<me>`               any word of that group, see word-groups.ts
 *   `@treatment`       something found before, of that kind
 *   `^` `$`            the beginning and the end of a breath
 * Matching carries the set of all places reached so far, so its cost is bounded by the pattern's length at every word.
 */
type Node =
  | { is: 'word'; word: TableWord }
  | { is: 'either'; ways: readonly (readonly Node[])[] }
  | { is: 'gap'; most: number }
  | { is: 'number' }
  | { is: 'found'; kind: string }
  | { is: 'start' }
  | { is: 'end' };

export type Pattern = {
  source: string;
  nodes: readonly Node[];
  /** Whether words stand in it that the pattern does not name. */
  hasGap: boolean;
};

/** A message with what was found in it so far, by kind: first token to the token after the last. */
export type Reading = { tokens: Tokens; found: ReadonlyMap<string, ReadonlyMap<number, number>> };

export function pattern(source: string): Pattern {
  const parts = withGroups(source).match(/\(|\)\??|\||\.\.\d*|[^\s()|]+/g) ?? [];
  let at = 0;
  const sequence = (): Node[] => {
    const nodes: Node[] = [];
    for (; at < parts.length; at += 1) {
      const part = parts[at] ?? '';
      if (part === '|' || part.startsWith(')')) break;
      if (part === '(') {
        const ways: Node[][] = [];
        do {
          at += 1;
          ways.push(sequence());
        } while (parts[at] === '|');
        if (parts[at] === ')?') ways.push([]);
        nodes.push({ is: 'either', ways });
      } else nodes.push(...nodesOf(part));
    }
    return nodes;
  };
  const nodes = sequence();
  if (at < parts.length) throw new RangeError(`Unbalanced brackets in the pattern "${source}"`);
  return { source, nodes, hasGap: source.includes('..') };
}

function nodesOf(part: string): Node[] {
  if (part === '#') return [{ is: 'number' }];
  if (part === '^') return [{ is: 'start' }];
  if (part === '$') return [{ is: 'end' }];
  if (part.startsWith('..')) return [{ is: 'gap', most: Number(part.slice(2) || 3) }];
  if (part.startsWith('@')) return [{ is: 'found', kind: part.slice(1) }];
  const words = tableWords(part);
  // A pictogram or a sign that is no run of letters stands for itself.
  return (words.length > 0 ? words : [tableWord(part)]).map((word) => ({ is: 'word' as const, word }));
}

/** Places reached are bits counted from the token where the match began; no phrase is longer. */
const longestMatch = 30;

/** The token after the longest match that begins at `at`. */
export function matchAt({ nodes }: Pattern, reading: Reading, at: number): number | undefined {
  const reached = follow(nodes, 1, at, reading);
  return reached === 0 ? undefined : at + 31 - Math.clz32(reached);
}

function follow(nodes: readonly Node[], places: number, first: number, reading: Reading): number {
  let reached = places;
  for (const node of nodes) {
    if (reached === 0) return 0;
    reached = step(node, reached, first, reading);
  }
  return reached;
}

function step(node: Node, places: number, first: number, reading: Reading): number {
  if (node.is === 'either') {
    let reached = 0;
    for (const way of node.ways) reached |= follow(way, places, first, reading);
    return reached;
  }
  let reached = 0;
  for (let rest = places; rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest);
    reached |= stepFrom(node, first + bit, first, reading);
  }
  return reached;
}

type Single = Exclude<Node, { is: 'either' }>;

function stepFrom(node: Single, place: number, first: number, { tokens, found }: Reading): number {
  const token = tokens.list[place];
  const isInOneBreath = place === first || !token?.isAfterPause;
  switch (node.is) {
    case 'start':
      return place === 0 || token?.isAfterPause ? reach(place, first) : 0;
    case 'end':
      return token === undefined || token.isAfterPause ? reach(place, first) : 0;
    case 'word':
      return isInOneBreath && isWord(token, node.word) ? reach(place + 1, first) : 0;
    case 'number':
      return isInOneBreath && token?.digits !== undefined ? reach(place + 1, first) : 0;
    case 'found': {
      const end = found.get(node.kind)?.get(place);
      return isInOneBreath && end !== undefined ? reach(end, first) : 0;
    }
    case 'gap': {
      let reached = reach(place, first);
      for (let next = place; next < place + node.most && next < tokens.list.length; next += 1) {
        if (next !== first && tokens.list[next]?.isAfterPause) break;
        reached |= reach(next + 1, first);
      }
      return reached;
    }
  }
}

function reach(place: number, first: number): number {
  return place - first <= longestMatch ? 1 << (place - first) : 0;
}

/** The plain words a match may begin with; nothing when it may begin with anything. */
function beginnings(nodes: readonly Node[]): string[] | undefined {
  const begin: string[] = [];
  for (const node of nodes) {
    if (node.is === 'start') continue;
    if (node.is === 'word') return [...begin, node.word.plain];
    if (node.is !== 'either') return undefined;
    let mayBeEmpty = false;
    for (const way of node.ways) {
      if (way.length === 0) {
        mayBeEmpty = true;
        continue;
      }
      const inner = beginnings(way);
      if (!inner) return undefined;
      begin.push(...inner);
    }
    if (!mayBeEmpty) return begin;
  }
  return undefined;
}

export type PatternIndex<T> = {
  byWord: ReadonlyMap<string, readonly { pattern: Pattern; value: T }[]>;
  anywhere: readonly { pattern: Pattern; value: T }[];
};

export function patternIndex<T>(entries: Iterable<readonly [source: string, value: T]>): PatternIndex<T> {
  const byWord = new Map<string, { pattern: Pattern; value: T }[]>();
  const anywhere: { pattern: Pattern; value: T }[] = [];
  for (const [source, value] of entries) {
    const entry = { pattern: pattern(source), value };
    const words = beginnings(entry.pattern.nodes);
    if (!words) anywhere.push(entry);
    for (const word of new Set(words)) {
      const list = byWord.get(word);
      if (list) list.push(entry);
      else byWord.set(word, [entry]);
    }
  }
  return { byWord, anywhere };
}

export type Match<T> = { value: T; from: number; to: number; hasGap: boolean };

/** Every place where a pattern of the index matches. */
export function matchesOf<T>(index: PatternIndex<T>, reading: Reading): Match<T>[] {
  const matches: Match<T>[] = [];
  const { list } = reading.tokens;
  for (const [from, token] of list.entries()) {
    const tried = new Set<unknown>();
    const tryAll = (entries: PatternIndex<T>['anywhere']) => {
      for (const entry of entries) {
        if (token.forms.length > 1 && tried.has(entry)) continue;
        tried.add(entry);
        const to = matchAt(entry.pattern, reading, from);
        if (to !== undefined && to > from)
          matches.push({ value: entry.value, from, to, hasGap: entry.pattern.hasGap });
      }
    };
    tryAll(index.anywhere);
    for (const form of token.forms) tryAll(index.byWord.get(form) ?? []);
  }
  return matches;
}
