import { Visitor, type Program } from 'oxc-parser';

/** A word spelled in code: a string, part of a template, a type made of a string, or a key. */
export type SpelledWord = { word: string; at: number };

/** Finds the words as whole strings and keys, and quoted inside longer strings such as SQL. */
export function readWords(program: Program, words: readonly string[]): SpelledWord[] {
  const found: SpelledWord[] = [];
  const look = (text: string, at: number) => {
    for (const word of words) {
      if (text === word || text.includes(`'${word}'`) || text.includes(`"${word}"`)) found.push({ word, at });
    }
  };
  new Visitor({
    Literal({ value, start }) {
      if (typeof value === 'string') look(value, start);
    },
    TemplateElement: ({ value, start }) => look(value.cooked ?? value.raw, start),
    Property({ key, computed, start }) {
      if (!computed && key.type === 'Identifier') look(key.name, start);
    },
    TSPropertySignature({ key, computed, start }) {
      if (!computed && key.type === 'Identifier') look(key.name, start);
    },
  }).visit(program);
  return found;
}
