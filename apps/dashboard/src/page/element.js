/**
 * @typedef {Record<string, string | boolean | undefined | null>} Attributes
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * A new element. Children are nodes or plain text: nothing a customer wrote is ever read as markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes] true is an empty attribute; false, null and undefined are none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/**
 * An instant as a machine-readable element.
 * @param {number} at
 * @param {string} text
 * @param {string} [className]
 */
export function timeElement(at, text, className) {
  return element('time', { datetime: new Date(at).toISOString(), class: className }, text);
}

/**
 * The element of the page with this id, which must be there.
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${kind.name} '${id}'.`);
  return found;
}
