import { field } from './json-field.js';
import { listOf, number, numberOrNull, oneOf, text, textOrNull } from './json-reading.js';

/**
 * @typedef {import('@glowbot/core').ConversationSummary} ConversationSummary
 * @typedef {import('@glowbot/core').ConversationDetail} ConversationDetail
 * @typedef {import('@glowbot/core').StoredStep} StoredStep
 * @typedef {import('@glowbot/core').AppointmentRecord} AppointmentRecord
 * @typedef {ConversationDetail['messages'][number]} Message
 * @typedef {import('./chart-view.js').ChartState} ChartState
 * @typedef {import('./chart-view.js').Chart} Chart
 */

/** @param {unknown} value @returns {ConversationSummary} */
function readSummary(value) {
  return {
    id: text(value, 'id'),
    channel: text(value, 'channel'),
    state: text(value, 'state'),
    mode: oneOf(value, 'mode', ['automated', 'handoff']),
    customerName: textOrNull(value, 'customerName'),
    lastMessageAt: numberOrNull(value, 'lastMessageAt'),
  };
}

/** An address becomes a link, so it counts only if nothing but a page or a file can be behind it. @param {unknown} value */
function readAttachment(value) {
  const url = field(value, 'url');
  const isSafe = typeof url === 'string' && url.startsWith('https://');
  return { type: text(value, 'type'), ...(isSafe ? { url } : {}) };
}

/** @param {unknown} value @returns {Message} */
function readMessage(value) {
  return {
    id: text(value, 'id'),
    author: oneOf(value, 'author', ['customer', 'staff', 'bot']),
    text: text(value, 'text'),
    vendorMessageId: textOrNull(value, 'vendorMessageId'),
    attachments: listOf(value, 'attachments', readAttachment),
    at: number(value, 'at'),
    delivery: textOrNull(value, 'delivery'),
  };
}

/** @param {unknown} value @returns {StoredStep} */
function readStep(value) {
  return {
    cursor: text(value, 'cursor'),
    conversationId: text(value, 'conversationId'),
    event: text(value, 'event'),
    from: text(value, 'from'),
    to: text(value, 'to'),
    detail: field(value, 'detail'),
    at: number(value, 'at'),
  };
}

/** @param {unknown} value @returns {AppointmentRecord} */
function readAppointment(value) {
  return {
    id: text(value, 'id'),
    status: text(value, 'status'),
    treatment: text(value, 'treatment'),
    area: textOrNull(value, 'area'),
    branch: text(value, 'branch'),
    staff: text(value, 'staff'),
    room: text(value, 'room'),
    start: number(value, 'start'),
    end: number(value, 'end'),
  };
}

/** @param {unknown} value @returns {Chart} */
function readChart(value) {
  const initial = field(value, 'initial');
  return {
    ...(typeof initial === 'string' ? { initial } : {}),
    events: Array.isArray(field(value, 'events')) ? listOf(value, 'events', String) : [],
    states: Array.isArray(field(value, 'states')) ? listOf(value, 'states', readState) : [],
  };
}

/** @param {unknown} value @returns {ChartState} */
function readState(value) {
  return { name: text(value, 'name'), ...readChart(value) };
}

/** @param {unknown} body */
export function readConversations(body) {
  const zone = field(body, 'zone');
  return {
    conversations: listOf(body, 'conversations', readSummary),
    /** The clinic's time zone, where the server names it. */
    zone: typeof zone === 'string' ? zone : null,
  };
}

/** @param {unknown} body @returns {ConversationDetail} */
export function readConversation(body) {
  return {
    ...readSummary(body),
    messages: listOf(body, 'messages', readMessage),
    steps: listOf(body, 'steps', readStep),
    appointments: listOf(body, 'appointments', readAppointment),
  };
}

/** @param {unknown} body */
export function readMachines(body) {
  return listOf(body, 'machines', readChart);
}
