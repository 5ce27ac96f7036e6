import { apiWith } from './api.js';
import { connectionView } from './connection-view.js';
import { byId } from './element.js';
import { entryView } from './entry-view.js';
import { fragmentOf, readFragment, sessionIn } from './session.js';
import { watch } from './watch.js';
import { wordsIn } from './words/words.js';

const session = sessionIn(() => ({ tab: sessionStorage, browser: localStorage }));
const connection = connectionView({ clock: Date.now, onRetry: () => watching.retryNow() });
const watching = watch({ connection, onRefused: () => leave('entryRefused') });
const entry = entryView(enter);
const signOut = byId('sign-out', HTMLButtonElement);
const languageButton = byId('language', HTMLButtonElement);

function say() {
  const words = wordsIn(session.language());
  document.documentElement.lang = words.language;
  for (const place of document.querySelectorAll('[data-phrase]')) {
    place.textContent = words.phrase(place.getAttribute('data-phrase') ?? '');
  }
  languageButton.textContent = words.ui.otherLanguage;
  languageButton.title = words.ui.otherLanguageHint;
  languageButton.setAttribute('aria-label', words.ui.otherLanguageHint);
  languageButton.lang = words.language === 'vi' ? 'en' : 'vi';
  byId('switch', HTMLElement).setAttribute('aria-label', words.ui.panes);
  byId('back', HTMLElement).title = words.ui.backHint;
  document.title = words.ui.title;
  for (const view of [connection, entry, watching]) view.say(words);
}

/** @param {string} token */
function enter(token) {
  session.keepToken(token);
  entry.hide();
  signOut.hidden = false;
  watching.stop();
  watching.start(apiWith((input, init) => fetch(input, init), token));
}

/** @param {'entryRefused' | null} why */
function leave(why) {
  session.forgetToken();
  watching.stop();
  signOut.hidden = true;
  entry.show(why);
}

/** A token in the address is taken out of it at once, so that it stays in no history, bookmark or screenshot. */
function readAddress() {
  const { token, conversation } = readFragment(location.hash);
  if (token) {
    const clean =
      location.pathname + location.search + (conversation === null ? '' : fragmentOf(conversation));
    history.replaceState(null, '', clean);
  }
  watching.open(conversation);
  return token;
}

const arrived = readAddress();
say();
const token = arrived ?? session.token();
if (token) enter(token);
else entry.show(null);

addEventListener('hashchange', () => {
  const fresh = readAddress();
  if (fresh) enter(fresh);
});
addEventListener('online', () => watching.retryNow());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') watching.retryNow();
});
signOut.addEventListener('click', () => leave(null));
languageButton.addEventListener('click', () => {
  session.keepLanguage(session.language() === 'vi' ? 'en' : 'vi');
  say();
});
byId('skip', HTMLElement).addEventListener('click', (event) => {
  event.preventDefault();
  const target = document.querySelector('.conversation:not([hidden]) h2, .row, #entry-input');
  if (target instanceof HTMLElement) target.focus();
});
