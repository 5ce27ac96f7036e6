import type { LocalDate } from '@glowbot/core';
import { empty, fill } from '../dialogue/furnish.ts';
import { noticedWords } from '../journey/noticed-words.ts';
import type { Customer, Noticed } from '../stage/customer.ts';
import type { Stage } from '../stage/stage.ts';
import type { Reply } from '../stage/stage-channel.ts';

/** One thing that happens in a dialogue, as data: a dialogue that failed can be played again, whole or in part. */
export type Act =
  | { kind: 'says'; texts: readonly string[] }
  /** The n-th of the choices last offered; nothing, when there were not so many. */
  | { kind: 'taps'; nth: number }
  | { kind: 'sends'; attachment: 'image' | 'audio' | 'sticker' }
  | { kind: 'waits'; ms: number }
  | { kind: 'staff write'; text: string }
  | { kind: 'in the house'; what: Noticed }
  /** Everybody is busy on that day, or nobody any more. */
  | { kind: 'fills'; date: LocalDate }
  | { kind: 'empties' };

export async function perform(stage: Stage, customer: Customer, act: Act): Promise<Reply[]> {
  switch (act.kind) {
    case 'says':
      return customer.says(...act.texts);
    case 'taps': {
      const offered = customer.replies().findLast(({ choices }) => choices.length > 0)?.choices ?? [];
      const choice = offered[act.nth];
      return choice ? customer.taps(choice.title) : [];
    }
    case 'sends':
      return customer.sends(act.attachment);
    case 'staff write':
      return customer.isToldByStaff(act.text);
    case 'in the house':
      return customer.experiences(act.what);
    case 'fills':
      return meanwhile(customer, () => fill(stage, [{ date: act.date, from: '08:00', to: '21:00' }]));
    case 'empties':
      return meanwhile(customer, () => empty(stage));
    case 'waits':
      return meanwhile(customer, () => stage.passUntil(stage.now() + act.ms));
  }
}

/** What the customer hears while something else happens. */
async function meanwhile(customer: Customer, happens: () => Promise<void>): Promise<Reply[]> {
  const before = customer.replies().length;
  await happens();
  return customer.replies().slice(before);
}

/** As it would stand in a journey. */
export function wordsOfAct(act: Act): string {
  switch (act.kind) {
    case 'says':
      return `khách: ${act.texts.join(' / ')}`;
    case 'taps':
      return `khách bấm nút ${act.nth + 1}`;
    case 'sends':
      return `khách gửi: ${act.attachment}`;
    case 'waits':
      return `sau: ${Math.round(act.ms / 60_000)} phút`;
    case 'staff write':
      return `nhân viên: ${act.text}`;
    case 'in the house':
      return `${noticedWords[act.what]}:`;
    case 'fills':
      return `kín lịch: ${act.date} 08:00-21:00`;
    case 'empties':
      return 'hết kín lịch:';
  }
}
