import { field } from './json-field.js';

/**
 * @typedef {{ kind: 'said' | 'asked', key: string, times: number }} Spoken A sentence by copy key.
 * @typedef {{ kind: 'done', name: string, reason: string | null }} Done Something else the chart ordered.
 * @typedef {{ spoken: Spoken[], done: Done[], isUnhandled: boolean }} StepEffects
 */

/**
 * What a step said, asked and ordered, out of its journal detail. What it does not know it leaves out.
 * @param {unknown} detail
 * @returns {StepEffects}
 */
export function stepEffects(detail) {
  /** @type {StepEffects} */
  const result = { spoken: [], done: [], isUnhandled: field(detail, 'unhandled') === true };
  for (const effect of list(field(detail, 'effects'))) {
    const type = text(field(effect, 'type'));
    const key = text(field(effect, 'key'));
    if (type === 'say' && key) result.spoken.push({ kind: 'said', key, times: 1 });
    else if (type === 'answer') {
      const keys = list(field(effect, 'keys')).filter((said) => typeof said === 'string');
      result.spoken.push(
        ...keys.map((said) => ({ kind: /** @type {const} */ ('said'), key: said, times: 1 })),
      );
    } else if (type === 'ask' && key) {
      const times = field(effect, 'times');
      result.spoken.push({ kind: 'asked', key, times: typeof times === 'number' ? times : 1 });
    } else if (type) result.done.push({ kind: 'done', name: type, reason: text(field(effect, 'reason')) });
  }
  return result;
}

/** @param {unknown} value @returns {unknown[]} */
function list(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' && value !== '' ? value : null;
}
