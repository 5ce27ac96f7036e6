import { say } from './words.js';

const typingMs = 20_000;

/** The bubbles of one conversation. All text goes in as text nodes. */
export function createThreadView({ list, scroller, empty, typing, announcer, onTap }) {
  const shown = new Map();
  let typingTimer;

  function setTyping(on) {
    clearTimeout(typingTimer);
    typing.hidden = !on;
    if (!on) return;
    // Messenger shows the dots for at most twenty seconds.
    typingTimer = setTimeout(() => setTyping(false), typingMs);
    toEnd();
  }

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
  }

  function put(message) {
    if (message.hidden) return;
    const known = shown.get(message.id);
    const parts = known ?? createParts(message);
    parts.message = message;
    fill(parts, onTap);
    if (known) return;
    shown.set(message.id, parts);
    list.append(parts.item);
    empty.hidden = true;
    toEnd();
  }

  return {
    put,
    setTyping,
    /** A message that arrived just now is also spoken by screen readers. */
    announce(message) {
      if (shown.has(message.id) || message.by === 'customer') return;
      announcer.replaceChildren(element('p', '', `${say('clinicSays')} ${message.text}`));
    },
    clear() {
      shown.clear();
      list.replaceChildren();
      announcer.replaceChildren();
      empty.hidden = true;
      setTyping(false);
    },
    /** Opening sentences for a conversation that has not begun. */
    invite(on) {
      empty.hidden = !on;
    },
    reword() {
      for (const parts of shown.values()) fill(parts, onTap);
    },
  };
}

function createParts(message) {
  const mine = message.by === 'customer';
  const item = element('li', mine ? 'message mine' : 'message');
  item.dataset.messageId = message.id;
  const author = element('p', 'author');
  const card = element('div', 'card');
  const bubble = element('p', 'bubble', message.text);
  bubble.dataset.testid = mine ? 'bubble-customer' : 'bubble-clinic';
  const choices = element('div', 'choices');
  const quickReplies = element('div', 'quick-replies');
  const meta = element('p', 'meta');
  card.append(bubble, choices);
  item.append(author, card, quickReplies, meta);
  return { item, author, choices, quickReplies, meta, message, drawn: '' };
}

function fill(parts, onTap) {
  const { author, choices, quickReplies, meta, message } = parts;
  author.textContent = message.by === 'staff' ? say('staffAuthor') : '';
  author.hidden = message.by !== 'staff';
  meta.textContent = metaOf(message);
  meta.classList.toggle('trouble', message.webhook === 'given-up');

  // Redrawing a button would take the keyboard focus from it, so only real changes are drawn.
  const drawn = JSON.stringify([message.choicesOpen, message.tapped]);
  if (parts.drawn === drawn) return;
  parts.drawn = drawn;
  const open = message.choicesOpen ? message.choices : [];
  const buttons = open.map((choice, index) => ({
    choice,
    button: choiceButton(choice, index, message, onTap),
  }));
  quickReplies.replaceChildren(...buttonsOf(buttons, true));
  choices.replaceChildren(...buttonsOf(buttons, false));
}

const buttonsOf = (buttons, quick) =>
  buttons.filter(({ choice }) => (choice.kind === 'quick-reply') === quick).map(({ button }) => button);

function choiceButton(choice, index, message, onTap) {
  const opens = choice.kind === 'url' || choice.kind === 'phone';
  const button = element(
    opens ? 'a' : 'button',
    message.tapped.includes(index) ? 'tapped' : '',
    choice.title,
  );
  button.dataset.testid = 'choice';
  if (opens) {
    button.href = choice.kind === 'phone' ? `tel:${choice.payload}` : webAddress(choice.payload);
    button.target = '_blank';
    button.rel = 'noopener noreferrer';
  } else {
    button.type = 'button';
    if (message.tapped.includes(index)) button.setAttribute('aria-pressed', 'true');
    button.addEventListener('click', () => onTap(message, index));
  }
  return button;
}

/** Only web addresses become links; a `javascript:` address becomes none. */
function webAddress(text) {
  return /^https?:\/\//i.test(text) ? text : '#';
}

function metaOf({ by, at, webhook, deliveredAt, readAt }) {
  const marks = [
    [readAt !== null, 'read'],
    [by !== 'customer' && deliveredAt !== null, 'delivered'],
    [webhook === 'waiting', 'waiting'],
    [webhook === 'accepted', 'accepted'],
    [webhook === 'given-up', 'givenUp'],
  ];
  const mark = marks.find(([holds]) => holds)?.[1];
  return mark ? `${timeOf(at)} · ${say(mark)}` : timeOf(at);
}

/** On the clinic's clock, whatever the viewer's computer says. */
const zone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('vi', { timeZone: zone, day: '2-digit', month: '2-digit' });

function timeOf(ms) {
  const time = clock.format(ms);
  return day.format(ms) === day.format(Date.now()) ? time : `${day.format(ms)} ${time}`;
}

function element(tag, className, text = '') {
  const created = document.createElement(tag);
  if (className !== '') created.className = className;
  if (text !== '') created.append(document.createTextNode(text));
  return created;
}
