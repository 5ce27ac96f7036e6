import { createInterface } from 'node:readline';
import type { LanguageModel } from '@glowbot/core';
import { datePredictor } from '../predict/predict-dates.ts';
import { groundingPredictor } from '../predict/predict-grounding.ts';
import { dialoguePredictor } from '../predict/predict-dialogues.ts';
import { messagePredictor } from '../predict/predict-messages.ts';
import type { Predictor } from '../predict/predictor.ts';
import type { Command } from './command.ts';

/** What can be predicted. Each is opened once, and then asked line by line; a language model helps those that know how. */
export const predictors: Readonly<Record<string, (model?: LanguageModel) => Predictor>> = {
  dates: datePredictor,
  grounding: groundingPredictor,
  messages: messagePredictor,
  dialogues: dialoguePredictor,
};

export const predictCommand: Command = {
  name: 'predict',
  positionals: Object.keys(predictors).join('|'),
  summary: 'Read a set of items, one JSON object a line, and print what the engine makes of each.',
  help: 'glowbot predict dates < items.jsonl > predictions.jsonl\nRules only: no language model, no network, no database. The records are the demo clinic’s.',
  async run({ positionals: [kind = '', ...rest] }) {
    const open = predictors[kind];
    if (!open || rest.length > 0) {
      process.stderr.write(`Say what to predict: one of ${Object.keys(predictors).join(', ')}.\n`);
      return 2;
    }
    const predict = open();
    let number = 0;
    for await (const line of createInterface({ input: process.stdin })) {
      number += 1;
      if (line.trim() === '') continue;
      const item = parsed(line);
      if (item === undefined) {
        process.stderr.write(`Line ${number} is not JSON: give one object a line.\n`);
        return 1;
      }
      process.stdout.write(`${JSON.stringify(await predict(item))}\n`);
    }
    return 0;
  },
};

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
