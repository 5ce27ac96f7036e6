import { field } from './json-field.js';

/** An answer that is not what the API promises. Names the field only: the value may be a customer's. */
export class UnreadableAnswer extends Error {
  /** @param {string} name */
  constructor(name) {
    super(`The answer cannot be read at '${name}'.`);
  }
}

/** @param {unknown} value @param {string} name */
export function text(value, name) {
  const found = field(value, name);
  if (typeof found !== 'string') throw new UnreadableAnswer(name);
  return found;
}

/** @param {unknown} value @param {string} name */
export function number(value, name) {
  const found = field(value, name);
  if (typeof found !== 'number') throw new UnreadableAnswer(name);
  return found;
}

/**
 * @template T
 * @param {(value: unknown, name: string) => T} read
 * @returns {(value: unknown, name: string) => T | null}
 */
function orNull(read) {
  return (value, name) => (field(value, name) === null ? null : read(value, name));
}

/**
 * @template {string} T
 * @param {unknown} value
 * @param {string} name
 * @param {readonly T[]} known
 * @returns {T}
 */
export function oneOf(value, name, known) {
  const found = known.find((candidate) => candidate === field(value, name));
  if (found === undefined) throw new UnreadableAnswer(name);
  return found;
}

/**
 * @template T
 * @param {unknown} value
 * @param {string} name
 * @param {(item: unknown) => T} read
 * @returns {T[]}
 */
export function listOf(value, name, read) {
  const found = field(value, name);
  if (!Array.isArray(found)) throw new UnreadableAnswer(name);
  return found.map((item) => read(item));
}

export const textOrNull = orNull(text);
export const numberOrNull = orNull(number);
