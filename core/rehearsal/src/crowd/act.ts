import type { Customer } from '../stage/customer.ts';
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
  | { kind: 'staff take over' }
  | { kind: 'staff release' };

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
    case 'staff take over':
      return customer.experiences('staff.tookOver');
    case 'staff release':
      return customer.experiences('staff.released');
    case 'waits': {
      const before = customer.replies().length;
      await stage.passUntil(stage.now() + act.ms);
      return customer.replies().slice(before);
    }
  }
}

/** As somebody reads it. */
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
    case 'staff take over':
      return 'nhân viên nhận';
    case 'staff release':
      return 'nhân viên trả lại';
  }
}
