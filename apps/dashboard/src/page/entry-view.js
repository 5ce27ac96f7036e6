import { byId } from './element.js';
import { pastedToken } from './session.js';

/**
 * The way in for somebody without an access token.
 * @param {(token: string) => void} onToken
 */
export function entryView(onToken) {
  const entry = byId('entry', HTMLElement);
  const input = byId('entry-input', HTMLInputElement);
  const problem = byId('entry-problem', HTMLElement);
  /** @type {'entryWrong' | 'entryRefused' | null} */
  let trouble = null;
  /** @type {import('./words/words.js').Words | null} */
  let words = null;

  function draw() {
    problem.textContent = words && trouble ? words.ui[trouble] : '';
    input.toggleAttribute('aria-invalid', trouble === 'entryWrong');
  }

  byId('entry-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const token = pastedToken(input.value);
    trouble = token ? null : 'entryWrong';
    draw();
    if (!token) return input.focus();
    input.value = '';
    onToken(token);
  });

  return {
    /** @param {'entryRefused' | null} why */
    show(why) {
      trouble = why;
      entry.hidden = false;
      draw();
      if (why) input.focus();
    },
    hide() {
      entry.hidden = true;
    },
    /** @param {import('./words/words.js').Words} inWords */
    say(inWords) {
      words = inWords;
      draw();
    },
  };
}
