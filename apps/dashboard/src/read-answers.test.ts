import { expect, test } from 'vitest';
import { UnreadableAnswer } from './page/json-reading.js';
import { readConversation, readConversations, readMachines } from './page/read-answers.js';

const summary = {
  id: 'c-1',
  channel: 'zalo-oa',
  state: 'automated.idle',
  mode: 'automated',
  customerName: null,
  lastMessageAt: null,
};
const detail = {
  ...summary,
  messages: [
    {
      id: 'm-1',
      author: 'bot',
      text: 'Dạ',
      vendorMessageId: null,
      attachments: [{ type: 'image' }],
      at: 1,
      delivery: 'sent',
    },
  ],
  steps: [
    {
      cursor: '1',
      conversationId: 'c-1',
      event: 'customer.said',
      from: 'a',
      to: 'b',
      detail: { effects: [] },
      at: 1,
    },
  ],
  appointments: [
    {
      id: 'a-1',
      status: 'booked',
      treatment: 'Peel da',
      area: null,
      branch: 'CS 1',
      staff: 'KTV',
      room: '1',
      start: 1,
      end: 2,
    },
  ],
};

test('what the API promises is read whole, and what it adds is left alone', () => {
  expect(readConversation({ ...detail, added: 'later' })).toEqual(detail);
  expect(readConversations({ conversations: [summary] })).toEqual({ conversations: [summary], zone: null });
  expect(readConversations({ conversations: [], zone: 'Asia/Bangkok' }).zone).toBe('Asia/Bangkok');
});

test('a chart is read to its depth, with or without events', () => {
  const machines = [
    { name: 'conversation', initial: 'a', states: [{ name: 'a', states: [{ name: 'b', events: ['x'] }] }] },
  ];
  expect(readMachines({ machines })).toEqual([
    {
      initial: 'a',
      events: [],
      states: [{ name: 'a', events: [], states: [{ name: 'b', events: ['x'], states: [] }] }],
    },
  ]);
});

test.each([
  null,
  {},
  { ...detail, mode: 'asleep' },
  { ...detail, messages: 'none' },
  { ...detail, steps: [{}] },
  { ...detail, appointments: [{ ...detail.appointments[0], start: '2026-11-24' }] },
])('an answer of another shape is refused rather than half shown: %#', (answer) => {
  expect(() => readConversation(answer)).toThrow(UnreadableAnswer);
});

test('a photo can be opened at the vendor’s address, and at no other kind of address', () => {
  const message = {
    id: 'm-1',
    author: 'customer',
    text: '',
    vendorMessageId: null,
    attachments: [
      { type: 'image', url: 'https://photo.example/a.jpg' },
      { type: 'image', url: 'javascript:alert(1)' },
      { type: 'image' },
    ],
    at: 1,
    delivery: null,
  };
  const body = { ...summary, messages: [message], steps: [], appointments: [] };
  expect(readConversation(body).messages[0]?.attachments).toEqual([
    { type: 'image', url: 'https://photo.example/a.jpg' },
    { type: 'image' },
    { type: 'image' },
  ]);
});
