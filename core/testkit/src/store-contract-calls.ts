import { randomUUID } from 'node:crypto';
import type { AlertDraft, HandoffChange } from '@glowbot/core';
import { noon } from './store-contract-house.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export const opened = (about: Partial<Extract<HandoffChange, { kind: 'opened' }>> = {}): HandoffChange => ({
  kind: 'opened',
  id: randomUUID(),
  reason: 'human_request',
  priority: 'normal',
  at: noon,
  ...about,
});
export const called = (step: number, person: string | null, at = noon): HandoffChange => ({
  kind: 'called',
  step,
  person,
  answerBy: person === null ? null : at + 15 * minute,
  at,
});
export const alert = (about: Partial<AlertDraft> = {}): AlertDraft => ({
  id: randomUUID(),
  person: 'quay',
  step: 1,
  notifiers: ['email'],
  dueAt: noon,
  ...about,
});
