import { GlowBotError, hourMs, minuteMs } from '@glowbot/core';
import type { Fact, Happening, Journey, Scene } from './journey.ts';
import { noticedFrom, noticedWords } from './noticed-words.ts';

/** Reads a journey. Every line is understood, or the line is named with what could stand there. */
export function parseJourney(text: string, name = 'journey'): Journey {
  const lines = text.split('\n').map((raw, index) => ({ text: raw.trim(), number: index + 1 }));
  const fail = (line: number, why: string): never => {
    throw new GlowBotError('JOURNEY_INVALID', `${name}, line ${line}: ${why}`);
  };

  let title: string | undefined;
  let starts: Journey['starts'] | undefined;
  const before: Journey['before'][number][] = [];
  const scenes: { happens: Happening; line: number; holds: { fact: Fact; line: number }[] }[] = [];

  for (const { text: line, number } of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [head = '', ...rest] = line.split(':');
    const key = head.trim().toLowerCase().normalize('NFC');
    const value = rest.join(':').trim();
    if (key === 'hành trình') title = value;
    else if (key === 'bắt đầu') starts = momentFrom(value) ?? fail(number, 'write bắt đầu: 2026-11-23 10:00');
    else if (key === 'đã hẹn') before.push({ kind: 'appointment', text: value, line: number });
    else if (key === 'đã kín') before.push({ kind: 'full', text: value, line: number });
    else {
      const happens = happening(key, value);
      const last = scenes.at(-1);
      if (happens) {
        /** Lines said one after the other, with nothing between them, are said in one breath. */
        if (happens.kind === 'says' && last?.happens.kind === 'says' && last.holds.length === 0)
          last.happens = { kind: 'says', texts: [...last.happens.texts, value] };
        else scenes.push({ happens, line: number, holds: [] });
        continue;
      }
      const fact = factFrom(key, value);
      if (fact === undefined)
        fail(number, `“${key}” is not understood; a line begins with one of ${lineWords.join(', ')}.`);
      else if (typeof fact === 'string') fail(number, fact);
      else if (!last) fail(number, 'nothing has happened yet that this could follow.');
      else last.holds.push({ fact, line: number });
    }
  }
  if (title === undefined) return fail(1, 'the name is missing: hành trình: …');
  if (!starts) return fail(1, 'the beginning is missing: bắt đầu: 2026-11-23 10:00');
  if (!scenes.some((scene: Scene) => scene.holds.length > 0)) return fail(1, 'nothing is held to anything.');
  return { title, starts, before, scenes };
}

const happeningWords = [
  'khách',
  'khách bấm',
  'khách gửi',
  'sau',
  'nhân viên',
  'ai đó nhắn',
  'kín lịch',
  'hết kín lịch',
  ...Object.values(noticedWords),
];
const factWords = [
  'bot',
  'bot không nói',
  'bot im lặng',
  'câu',
  'nút',
  'trạng thái',
  'lịch',
  'bàn giao',
  'ngừng tin',
];
/** What a line can begin with. */
export const lineWords = ['hành trình', 'bắt đầu', 'đã hẹn', 'đã kín', ...happeningWords, ...factWords];

const attachments = { ảnh: 'image', 'ghi âm': 'audio', 'hình dán': 'sticker' } as const;

function happening(key: string, value: string): Happening | undefined {
  switch (key) {
    case 'khách':
      return { kind: 'says', texts: [value] };
    case 'khách bấm':
      return { kind: 'taps', title: value };
    case 'khách gửi': {
      const [, attachment] = Object.entries(attachments).find(([word]) => word === value) ?? [];
      return attachment && { kind: 'sends', attachment };
    }
    case 'sau': {
      const ms = durationFrom(value);
      return ms === undefined ? undefined : { kind: 'time passes', ms };
    }
    case 'nhân viên':
      return { kind: 'staff write', text: value };
    case 'ai đó nhắn':
      return { kind: 'somebody writes', text: value };
    case 'kín lịch':
      return { kind: 'fills', text: value };
    case 'hết kín lịch':
      return { kind: 'empties' };
    default: {
      const what = noticedFrom(key);
      return what && { kind: 'in the house', what };
    }
  }
}

/** The fact, what is wrong with it, or undefined when the line is none. */
function factFrom(key: string, value: string): Fact | string | undefined {
  switch (key) {
    case 'bot': {
      const pattern = patternFrom(value);
      return pattern ? { kind: 'bot says', pattern, text: value } : 'the pattern after ~ cannot be read.';
    }
    case 'bot không nói': {
      const pattern = patternFrom(value);
      return pattern
        ? { kind: 'bot never says', pattern, text: value }
        : 'the pattern after ~ cannot be read.';
    }
    case 'câu':
      return { kind: 'sentence', key: value };
    case 'bot im lặng':
      return { kind: 'bot is silent' };
    case 'nút':
      return { kind: 'offered', titles: value.split('|').map((one) => one.trim()) };
    case 'trạng thái':
      return { kind: 'state', path: value };
    case 'lịch':
      return {
        kind: 'appointments',
        texts: value === 'không' ? [] : value.split(';').map((one) => one.trim()),
      };
    case 'bàn giao':
      return { kind: 'handoff', reason: value === 'không' ? null : value };
    case 'ngừng tin':
      return ['có', 'không'].includes(value)
        ? { kind: 'opted out', is: value === 'có' }
        : 'write có or không.';
    default:
      return undefined;
  }
}

/** Words that must be there, or after ~ a pattern. */
function patternFrom(value: string): RegExp | undefined {
  try {
    return value.startsWith('~')
      ? new RegExp(value.slice(1).trim(), 'isu')
      : new RegExp(value.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`), 'iu');
  } catch {
    return undefined;
  }
}

const units = { phút: minuteMs, giờ: hourMs, ngày: 24 * hourMs } as const;

function durationFrom(value: string): number | undefined {
  const [, amount, unit] = /^(\d{1,4}) (phút|giờ|ngày)$/.exec(value) ?? [];
  const found = Object.entries(units).find(([word]) => word === unit);
  return found && Number(amount) * found[1];
}

function momentFrom(value: string): Journey['starts'] | undefined {
  const [, date, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/.exec(value) ?? [];
  return date !== undefined && time !== undefined ? { date, time } : undefined;
}
