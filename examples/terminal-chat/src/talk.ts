import { installSkill } from '@glowbot/core';
import { demoClinic } from '@glowbot/demo-clinic';
import { pricingFaq } from '@glowbot/pricing-faq';
import { chatOn, openStage } from '@glowbot/rehearsal';

/** Puts a clinic and a skill on a stage and talks, until the lines end or somebody has enough. */
export async function talk(
  lines: AsyncIterable<string>,
  say: (text: string) => void,
  now: number,
): Promise<void> {
  const stage = await openStage({ clinic: demoClinic(), skills: [installSkill(pricingFaq)], now });
  const chat = chatOn(stage);
  for await (const line of lines) {
    const answer = await chat.answerTo(line);
    if (answer === undefined) break;
    say(answer);
  }
  await stage.stop();
}
