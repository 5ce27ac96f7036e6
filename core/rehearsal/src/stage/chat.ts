import { dayMs, hourMs, minuteMs } from '@glowbot/core';
import { customerOn } from './customer.ts';
import { breathMs, type Stage } from './stage.ts';
import type { Reply } from './stage-channel.ts';

const help = [
  '/photo             the customer sends a photo',
  '/staff TEXT        staff write to the customer: they have taken over',
  '/release           staff give the conversation back',
  '/wait 30m|3h|2d    time passes',
  '/state             where the conversation is, and what is booked',
  '/quit',
].join('\n');

/** Talks to the engine line by line: what somebody types, or taps by its number, and what else can happen to a conversation. */
export function chatOn(stage: Stage): { answerTo(line: string): Promise<string | undefined> } {
  const customer = customerOn(stage, 'customer');
  const offered = () => customer.replies().findLast(({ choices }) => choices.length > 0)?.choices ?? [];

  async function during(ms: number): Promise<Reply[]> {
    const before = customer.replies().length;
    await stage.passUntil(stage.now() + ms);
    return customer.replies().slice(before);
  }

  async function state(): Promise<string> {
    const { state: path, appointments } = await customer.record();
    const booked = appointments.map(({ treatment, branch, start }) => {
      const at = new Date(start).toLocaleString('vi-VN', { timeZone: stage.clinic.zone });
      return `${treatment}, ${branch}, ${at}`;
    });
    return [path, ...booked].join('\n');
  }

  return {
    /** Undefined when the talk is over. */
    async answerTo(line) {
      const [command = '', ...rest] = line.trim().split(' ');
      const choice = /^\d{1,2}$/.test(line.trim()) ? offered()[Number(line) - 1] : undefined;
      const before = stage.troubles.length;
      const replies = await (async () => {
        if (choice) return customer.taps(choice.title);
        switch (command) {
          case '/photo':
            return customer.sends('image');
          case '/staff':
            return customer.isToldByStaff(rest.join(' ') || 'Dạ em đây ạ');
          case '/release':
            return customer.experiences('staff.released');
          case '/wait':
            return during(durationFrom(rest[0] ?? '') ?? hourMs);
          default:
            return command.startsWith('/') ? [] : customer.says(line);
        }
      })();
      if (command === '/quit') return undefined;
      if (command === '/help') return help;
      if (command === '/state') return state();
      await stage.passUntil(stage.now() + breathMs);
      const troubles = stage.troubles.slice(before).map(({ what }) => `(${what})`);
      return [...replies.map(toLines), ...troubles].join('\n') || '(silence)';
    },
  };
}

function toLines({ text, choices }: Reply): string {
  return [text, ...choices.map(({ title }, index) => `  [${index + 1}] ${title}`)].join('\n');
}

const units: Readonly<Record<string, number>> = { m: minuteMs, h: hourMs, d: dayMs };

function durationFrom(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const ms = units[unit];
  return ms === undefined ? undefined : Number(amount) * ms;
}
