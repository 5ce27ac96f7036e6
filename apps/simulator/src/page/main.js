import * as simulator from './simulator-client.js';
import { createThreadView } from './thread-view.js';
import { say, switchLanguage, wordPage } from './words.js';

const $ = (id) => document.getElementById(id);
const input = $('message-input');

let accounts = [];
let customers = [];
let channel = 'zalo';
let accountId;
let customerId;
/** Whom this page was last talking as, for each clinic account. */
const lastCustomerOf = new Map();
/** Changes that arrive while a thread is being fetched are applied after it, so that none is lost or undone. */
let waitingChanges;
let queue = Promise.resolve();

const view = createThreadView({
  list: $('messages'),
  scroller: $('thread'),
  empty: $('empty'),
  typing: $('typing'),
  announcer: $('announcer'),
  onTap: (message, index) => attempt(() => simulator.customerTaps(message.customerId, message.id, index)),
});

/** What is chosen stays in the address, so that a reload or a second tab shows the same conversation. */
function readAddress() {
  const [, wantedChannel, wantedCustomer] = /^#(zalo|facebook)(?:\/(\d+))?$/.exec(location.hash) ?? [];
  if (wantedChannel) channel = wantedChannel;
  customerId = wantedCustomer;
}

function writeAddress() {
  history.replaceState(null, '', `#${channel}${customerId ? `/${customerId}` : ''}`);
}

async function load() {
  const state = await simulator.readState();
  ({ accounts, customers } = state);
  $('watch').hidden = state.watchUrl === null;
  if (state.watchUrl !== null) $('watch').href = state.watchUrl;
  const customer = customers.find((each) => each.id === customerId && each.channel === channel);
  accountId = customer?.accountId ?? accounts.find((each) => each.channel === channel)?.id;
  await showCustomer(customer?.id);
}

async function showCustomer(id) {
  customerId = id;
  lastCustomerOf.set(accountId, id);
  writeAddress();
  showChoices();
  view.clear();
  const changes = [];
  waitingChanges = changes;
  const messages = id === undefined ? [] : (await simulator.readThread(id)).messages;
  for (const message of messages) view.put(message);
  view.invite(messages.length === 0);
  waitingChanges = undefined;
  for (const change of changes) applyChange(change);
  markRead();
}

function applyChange(change) {
  if (change.kind === 'customer' && !customers.some((each) => each.id === change.customer.id)) {
    customers.push(change.customer);
    showChoices();
  }
  if (waitingChanges) {
    waitingChanges.push(change);
  } else if (change.kind === 'typing' && change.customerId === customerId) {
    view.setTyping(change.on);
  } else if (change.kind === 'message' && change.message.customerId === customerId) {
    view.announce(change.message);
    view.put(change.message);
    if (change.message.by !== 'customer' && change.message.readAt === null) markRead();
  }
}

function markRead() {
  if (customerId && document.visibilityState === 'visible')
    void attempt(() => simulator.customerReads(customerId));
}

function showChoices() {
  document.documentElement.dataset.channel = channel;
  for (const button of document.querySelectorAll('[data-channel-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset.channelChoice === channel));
  }
  const ofChannel = accounts.filter((each) => each.channel === channel);
  fillSelect($('account'), ofChannel, accountId);
  const ofAccount = customers.filter((each) => each.channel === channel && each.accountId === accountId);
  const nobody = customerId === undefined ? [{ id: '', name: say('nobody') }] : [];
  fillSelect($('customer'), [...nobody, ...ofAccount], customerId ?? '');
  const name = ofChannel.find((each) => each.id === accountId)?.name ?? '';
  $('account-name').textContent = name;
  $('account-kind').textContent = say(channel === 'zalo' ? 'zaloKind' : 'facebookKind');
  $('avatar').textContent = initials(name);
}

function fillSelect(select, entries, chosen) {
  select.replaceChildren(...entries.map(({ id, name }) => new Option(name, id, false, id === chosen)));
}

function initials(name) {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .slice(-2)
    .map((word) => word[0].toUpperCase())
    .join('');
}

function showSuggestions() {
  const buttons = say('suggestions').map((text) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.testid = 'suggestion';
    button.textContent = text;
    button.addEventListener('click', () => void attempt(() => speak(text)));
    return button;
  });
  $('suggestions').replaceChildren(...buttons);
}

async function startCustomer() {
  const name = $('customer-name').value.trim() || say('defaultName');
  const customer = await simulator.createCustomer({ channel, accountId, name });
  if (!customers.some((each) => each.id === customer.id)) customers.push(customer);
  await showCustomer(customer.id);
}

async function speak(text) {
  if (customerId === undefined) await startCustomer();
  await simulator.customerSays(customerId, text);
}

/**
 * One thing after the other, so that quick messages keep their order and two of them never create two customers.
 * False, and a notice, when the simulator could not be reached or refused.
 */
function attempt(action) {
  const done = queue.then(action).then(
    () => true,
    () => {
      notify(say('notSent'));
      return false;
    },
  );
  queue = done;
  return done;
}

function notify(text) {
  $('notice').textContent = text;
  $('notice').hidden = text === '';
}

async function sendInput() {
  const text = input.value.trim();
  if (text === '') return;
  input.value = '';
  fitInput();
  if (await attempt(() => speak(text))) notify('');
  else input.value = text;
  fitInput();
  input.focus();
}

async function sendAsStaff() {
  if (customerId === undefined) return notify(say('staffFirst'));
  const field = $('staff-input');
  if (await attempt(() => simulator.staffTypes(customerId, field.value))) field.value = '';
}

function fitInput() {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
}

$('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  void sendInput();
});
input.addEventListener('input', fitInput);
input.addEventListener('keydown', (event) => {
  // While a Vietnamese input method is composing, Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void sendInput();
});
$('new-customer-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(async () => {
    await startCustomer();
    unfold();
    input.focus();
  });
});
$('staff-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void sendAsStaff();
});
for (const button of document.querySelectorAll('[data-channel-choice]')) {
  button.addEventListener('click', () => {
    if (channel === button.dataset.channelChoice) return;
    channel = button.dataset.channelChoice;
    accountId = accounts.find((each) => each.channel === channel)?.id;
    void attempt(() => showCustomer(lastCustomerOf.get(accountId)));
  });
}
$('account').addEventListener('change', ({ target }) => {
  accountId = target.value;
  void attempt(() => showCustomer(lastCustomerOf.get(accountId)));
});
$('customer').addEventListener('change', ({ target }) => {
  void attempt(() => showCustomer(target.value === '' ? undefined : target.value));
});
$('language').addEventListener('click', () => {
  switchLanguage();
  reword();
});
document.addEventListener('visibilitychange', markRead);

function reword() {
  wordPage();
  showChoices();
  showSuggestions();
  view.reword();
}

/** On a wide screen everything about customer and clinic stays in sight. */
const wide = matchMedia('(min-width: 801px)');
const unfold = () => {
  $('more').open = wide.matches;
};
wide.addEventListener('change', unfold);
unfold();

readAddress();
reword();
$('customer-name').value = say('defaultName');
simulator.followChanges({
  onOpen: () => attempt(load).then((loaded) => loaded && notify('')),
  onLost: () => notify(say('lost')),
  onChange: applyChange,
});
