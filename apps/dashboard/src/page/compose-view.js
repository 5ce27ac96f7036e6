import { byId } from './element.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {{ id: string, text: string }} Written `id` stays the same until it has arrived, so that a second try says nothing twice.
 */

/**
 * Where staff write to the customer. What is begun in one conversation stays there while another is open.
 * @param {(conversationId: string, written: Written) => Promise<boolean>} onWrite resolves with whether the server has it
 */
export function composeView(onWrite) {
  const form = byId('compose', HTMLFormElement);
  const field = byId('compose-text', HTMLTextAreaElement);
  const button = byId('compose-send', HTMLButtonElement);
  const hint = byId('compose-hint', HTMLElement);
  /** @type {Map<string, Written>} */
  const drafts = new Map();
  /** @type {string | null} */
  let openId = null;

  /** @param {string} id @returns {Written} */
  const draftOf = (id) => drafts.get(id) ?? { id: crypto.randomUUID(), text: '' };

  /** @param {string} text */
  function write(text) {
    if (openId !== null) drafts.set(openId, { ...draftOf(openId), text });
  }

  async function send() {
    const conversationId = openId;
    if (conversationId === null || field.value.trim() === '') return;
    const written = draftOf(conversationId);
    button.disabled = true;
    const arrived = await onWrite(conversationId, { ...written, text: field.value.trim() });
    button.disabled = false;
    if (!arrived) return;
    drafts.delete(conversationId);
    if (openId === conversationId) field.value = '';
  }

  field.addEventListener('input', () => write(field.value));
  /** Enter sends, with Shift it begins a line; while a Vietnamese keyboard is composing it belongs to the keyboard. */
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });

  return {
    /** @param {string} id @param {'bot' | 'staff' | 'waiting'} care @param {Words} words */
    show(id, care, { ui }) {
      if (id !== openId) {
        openId = id;
        field.value = draftOf(id).text;
      }
      hint.textContent = care === 'staff' ? '' : ui.composeHint;
      hint.hidden = care === 'staff';
    },
    /** A suggested reply, to be read before it is sent. @param {string} text */
    suggest(text) {
      field.value = text;
      write(text);
      field.focus();
    },
  };
}
