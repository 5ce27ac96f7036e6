import { composeView } from './compose-view.js';
import { chartWith, deepestKnown, eventsFrom } from './chart-view.js';
import { drawAppointments } from './draw-appointments.js';
import { drawBrief } from './draw-brief.js';
import { drawChart } from './draw-chart.js';
import { careOf } from './draw-conversations.js';
import { drawRefusals } from './draw-refusals.js';
import { drawSteps } from './draw-steps.js';
import { drawThread } from './draw-thread.js';
import { byId } from './element.js';

/**
 * @typedef {import('./words/words.js').Words} Words
 * @typedef {import('./times.js').Times} Times
 * @typedef {import('./read-answers.js').ConversationDetail} ConversationDetail
 * @typedef {'takeOver' | 'release'} Command
 * @typedef {object} ConversationLook
 * @property {readonly import('./chart-view.js').Chart[]} machines
 * @property {Words} words
 * @property {Times} times
 * @property {number} now
 * @property {Command | null} sent A command whose effect has not been seen yet.
 * @property {import('./read-model.js').Brief | null} brief
 * @property {readonly import('./read-model.js').ModelCall[]} calls
 */

/** @param {string} id */
const at = (id) => byId(id, HTMLElement);

/**
 * One conversation: who, what was said, where the chart is and how it got there.
 * @param {(command: Command) => void} onCommand
 * @param {(conversationId: string, written: import('./compose-view.js').Written) => Promise<boolean>} onWrite
 */
export function conversationView(onCommand, onWrite) {
  const frame = byId('conversation', HTMLElement);
  const side = byId('side', HTMLElement);
  const compose = composeView(onWrite);
  const buttons = {
    takeOver: byId('take-over', HTMLButtonElement),
    release: byId('release', HTMLButtonElement),
  };
  /** @type {string | null} */
  let shownId = null;

  buttons.takeOver.addEventListener('click', () => onCommand('takeOver'));
  buttons.release.addEventListener('click', () => onCommand('release'));
  const switches = [...at('switch').querySelectorAll('button')];
  for (const button of switches) {
    button.addEventListener('click', () => {
      frame.dataset['pane'] = button.dataset['shows'] ?? 'thread';
      for (const other of switches) other.setAttribute('aria-pressed', String(other === button));
    });
  }

  /** @param {ConversationDetail} detail @param {ConversationLook} look */
  function drawHead(detail, { words, sent }) {
    at('conversation-name').textContent = detail.customerName ?? words.ui.unnamed;
    at('conversation-channel').textContent = words.channel(detail.channel);
    at('conversation-channel').dataset['channel'] = detail.channel;
    at('conversation-mode').textContent = words.mode(detail.mode);
    frame.dataset['care'] = careOf(detail);

    const advice = {
      waiting: words.ui.waitingForStaff,
      staff: words.ui.withStaff,
      bot: '',
    }[careOf(detail)];
    const text = sent === null ? advice : sent === 'takeOver' ? words.ui.takeOverSent : words.ui.releaseSent;
    if (at('advice').textContent !== text) at('advice').textContent = text;
    at('advice').hidden = text === '';

    const hadFocus = document.activeElement;
    buttons.takeOver.disabled = sent !== null || careOf(detail) === 'staff';
    buttons.release.disabled = sent !== null || careOf(detail) === 'bot';
    buttons.takeOver.title = words.ui.takeOverHint;
    buttons.release.title = words.ui.releaseHint;
    /** A button that goes dead under the finger would drop the keyboard to the top of the page. */
    if (Object.values(buttons).some((button) => button === hadFocus && button.disabled))
      at('conversation-name').focus();
  }

  /** @param {ConversationDetail} detail @param {ConversationLook} look */
  function drawMachine(detail, { machines, words }) {
    const chart = chartWith(machines, detail.state);
    const current = at('state-current');
    at('state-name').textContent = detail.mode === 'automated' ? words.ui.now : words.ui.nowHandoff;
    current.textContent = words.state(detail.state);
    current.dataset['state'] = detail.state;
    current.title = detail.state;
    at('chart-empty').hidden = chart !== undefined;
    if (!chart) return;
    const isKnown = deepestKnown(chart, detail.state) === detail.state;
    const events = eventsFrom(chart, detail.state).map((event) =>
      words.event(event).toLocaleLowerCase(words.language),
    );
    at('next').textContent = isKnown ? `${words.ui.next}: ${events.join(', ')}` : words.ui.stateUnknown;
    at('next').hidden = isKnown && events.length === 0;
    const visited = new Set(detail.steps.flatMap(({ from, to }) => [from, to]));
    drawChart(at('chart'), chart, { current: detail.state, visited, words });
  }

  return {
    /** @param {ConversationDetail} detail @param {ConversationLook} look */
    show(detail, look) {
      const isNewlyOpened = detail.id !== shownId;
      shownId = detail.id;
      frame.hidden = false;
      drawHead(detail, look);
      drawMachine(detail, look);
      drawBrief(look.brief, look.words, (text) => compose.suggest(text));
      compose.show(detail.id, careOf(detail), look.words);
      drawRefusals(look.calls, look);
      at('thread-empty').hidden = detail.messages.length > 0;
      drawThread(at('messages'), detail.messages, { ...look, isNewlyOpened });
      at('steps-empty').hidden = detail.steps.length > 0;
      drawSteps(at('steps'), detail.steps, look);
      at('appointments-empty').hidden = detail.appointments.length > 0;
      drawAppointments(at('appointments'), detail.appointments, look);
      if (isNewlyOpened) {
        side.scrollTop = 0;
        at('conversation-name').focus({ preventScroll: true });
      }
    },
    hide() {
      shownId = null;
      frame.hidden = true;
    },
  };
}
