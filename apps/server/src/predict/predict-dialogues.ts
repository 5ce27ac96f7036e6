import type { LanguageModel } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { DialogueItem, openStage, playDialogue, type Stage } from '@glowbot/rehearsal';
import { skills } from '../skills.ts';
import type { Predictor } from './predictor.ts';

/** `{id, now, setup?, turns, answers, tags}` → how the dialogue ended: outcome, bookings, replies. */
export function dialoguePredictor(languageModel?: LanguageModel): Predictor {
  let opened: Promise<Stage> | undefined;
  return async (item) => {
    const dialogue = DialogueItem.parse(item);
    opened ??= openStage({ clinic: demoClinic(), skills, now: Date.parse(dialogue.now), languageModel });
    return playDialogue(await opened, dialogue);
  };
}
