import { expect, test } from 'vitest';
import { eventStreamParser } from './page/event-stream-parser.js';

const stream = [
  '\uFEFF: welcome\n\n',
  'id: 7\nevent: step\ndata: {"a":1}\n\n',
  'id:8\r\nevent:step\r\ndata:first\r\ndata: second\r\n\r\n',
  'event: step\rdata\r\r',
  'event: nothing-to-say\n\n',
  'unknown: field\ndata: plain\n\n',
  'data: unfinished',
].join('');

const events = [
  { id: '7', event: 'step', data: '{"a":1}' },
  { id: '8', event: 'step', data: 'first\nsecond' },
  { id: '8', event: 'step', data: '' },
  { id: '8', event: 'message', data: 'plain' },
];

test('events are read with every line ending, and comments and unfinished events are not events', () => {
  expect(eventStreamParser().push(stream)).toEqual(events);
});

test('it makes no difference where the stream is cut', () => {
  for (let size = 1; size <= 9; size += 1) {
    const parser = eventStreamParser();
    const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, i) =>
      stream.slice(i * size, (i + 1) * size),
    );
    expect(pieces.flatMap((piece) => parser.push(piece))).toEqual(events);
  }
});

test('an id with a null character is not kept', () => {
  const parser = eventStreamParser();
  expect(parser.push('id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n').map(({ id }) => id)).toEqual(['1', '1']);
});
