import { createInterface } from 'node:readline';
import { demoClinic } from '@glowbot/demo-clinic';
import { chatOn, openStage } from '@glowbot/rehearsal';
import { skills } from '../skills.ts';
import type { Command } from './command.ts';

export const chatCommand: Command = {
  name: 'chat',
  summary: 'Talk to the engine in this terminal, as a customer of the demo clinic would.',
  help: 'glowbot chat\nType what a customer would write; a number taps a choice; /help lists what else can happen.\nNo network, no database; nothing is kept.',
  async run() {
    const stage = await openStage({ clinic: demoClinic(), skills, now: Date.now() });
    const chat = chatOn(stage);
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    /** Said here and not by readline, which refuses to prompt once a piped input has ended. */
    const prompt = () => process.stdout.write('> ');
    prompt();
    for await (const line of lines) {
      const answer = await chat.answerTo(line);
      if (answer === undefined) break;
      process.stdout.write(`${answer}\n`);
      prompt();
    }
    lines.close();
    await stage.stop();
    return 0;
  },
};
