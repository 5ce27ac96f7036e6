/** @typedef {{ key: string }} Item Everything an item shows, as data. */

/** @type {WeakMap<Element, { key: string, looks: string }>} */
const shown = new WeakMap();

/**
 * Makes a list show these items. What did not change stays the same element, so that focus, selection and
 * scroll position survive an update; what did change is marked once with the class `changed`.
 * @template {Item} I
 * @param {HTMLElement} parent
 * @param {readonly I[]} items
 * @param {(item: I) => HTMLElement} draw
 */
export function showItems(parent, items, draw) {
  const before = new Map([...parent.children].map((child) => [shown.get(child)?.key, child]));
  const focusedKey = [...before].find(([, child]) => child.contains(document.activeElement))?.[0];
  const children = items.map((item) => {
    const looks = JSON.stringify(item);
    const old = before.get(item.key);
    if (old && shown.get(old)?.looks === looks) return old;
    const drawn = draw(item);
    if (old) drawn.classList.add('changed');
    shown.set(drawn, { key: item.key, looks });
    return drawn;
  });
  const isSame =
    children.length === parent.children.length && children.every((child, i) => parent.children[i] === child);
  if (isSame) return;
  parent.replaceChildren(...children);
  const focused = children.find((child) => focusedKey !== undefined && shown.get(child)?.key === focusedKey);
  const target = focused?.matches('a, button') ? focused : focused?.querySelector('a, button');
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
