import { field } from './json-field.js';
import { listOf, number, numberOrNull, oneOf, text, textOrNull } from './json-reading.js';

/**
 * @typedef {import('@glowbot/core').HandoffBrief} Brief
 * @typedef {{ conversationId: string, reason: string, brief: Brief | null }} Handoff
 * @typedef {{ id: string, use: string, outcome: string, objections: string[], at: number }} ModelCall
 * @typedef {object} Model What the language model does for the clinic, this month.
 * @property {'helping' | 'switched-off' | 'over-budget' | 'resting' | 'failing'} state
 * @property {string | null} why
 * @property {string} month
 * @property {number} tokensTaken
 * @property {number} tokenBudget
 * @property {number} tokensLeft
 * @property {number} turns
 * @property {number | null} shareWithoutCall
 * @property {number | null} cacheReadShare
 * @property {number} calls
 * @property {number} refused
 * @property {number} failed
 * @property {number} costUsd
 * @property {string[]} unpriced
 */

/** @param {unknown} value @returns {Brief} */
function readBrief(value) {
  return {
    title: text(value, 'title'),
    summary: text(value, 'summary'),
    replies: listOf(value, 'replies', String),
    by: oneOf(value, 'by', ['rules', 'model']),
    at: number(value, 'at'),
  };
}

/** @param {unknown} body @returns {Handoff[]} */
export function readHandoffs(body) {
  return listOf(body, 'handoffs', (handoff) => {
    const brief = field(handoff, 'brief');
    return {
      conversationId: text(handoff, 'conversationId'),
      reason: text(handoff, 'reason'),
      brief: brief === null ? null : readBrief(brief),
    };
  });
}

/** @param {unknown} body @returns {ModelCall[]} */
export function readModelCalls(body) {
  return listOf(body, 'calls', (call) => ({
    id: text(call, 'id'),
    use: text(call, 'use'),
    outcome: text(call, 'outcome'),
    objections: listOf(call, 'objections', String),
    at: number(call, 'at'),
  }));
}

/** @param {unknown} body @returns {Model | null} null: this server runs without a language model */
export function readModel(body) {
  if (field(body, 'isConnected') !== true) return null;
  const state = field(body, 'state');
  const usage = field(body, 'usage');
  return {
    state: oneOf(state, 'kind', ['helping', 'switched-off', 'over-budget', 'resting', 'failing']),
    why: field(state, 'why') === undefined ? null : textOrNull(state, 'why'),
    month: text(body, 'month'),
    tokensTaken: number(body, 'tokensTaken'),
    tokenBudget: number(body, 'tokenBudget'),
    tokensLeft: number(body, 'tokensLeft'),
    turns: number(usage, 'turns'),
    shareWithoutCall: numberOrNull(usage, 'shareWithoutCall'),
    cacheReadShare: numberOrNull(usage, 'cacheReadShare'),
    calls: number(usage, 'calls'),
    refused: number(usage, 'refused'),
    failed: number(usage, 'failed'),
    costUsd: number(usage, 'costUsd'),
    unpriced: listOf(usage, 'unpriced', String),
  };
}
