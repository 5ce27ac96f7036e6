import type { Clinic } from '@glowbot/core';
import type { Act } from '../crowd/act.ts';
import type { CustomerRecord } from '../stage/customer.ts';
import type { Bookable } from './treatment-faults.ts';

const says = (text: string): Act => ({ kind: 'says', texts: [text] });

/** Asked the same thing more often than this, even somebody willing gives up. */
export const patience = 3;

/** What somebody who wants exactly this, and says yes to everything, answers to the open question; undefined: nothing more. */
export function willingAnswer(
  clinic: Clinic,
  { treatment, area, branch }: Bookable,
  { facts, state }: CustomerRecord,
): Act | undefined {
  const { asking } = facts;
  if (!asking || asking.times > patience || state.startsWith('handoff')) return undefined;
  switch (asking.question) {
    case 'treatment':
      return says(treatment.name);
    case 'area':
      return says(nameOf(clinic.areas, area) ?? treatment.name);
    case 'screening':
      return says('dạ không có ạ');
    case 'branch':
      return says(nameOf(clinic.branches, branch) ?? branch);
    case 'time':
      if (!facts.interested) return undefined;
      return asking.choices.length > 0 ? { kind: 'taps', nth: 0 } : says('10h sáng thứ 6 tuần sau');
    case 'name':
      return says('em tên Lan, 0912000111');
    case 'phone':
      return says('0912000111');
    case 'agreement':
    case 'freed':
    case 'cancel':
      return says('dạ đúng rồi ạ');
    case 'attendance':
    case 'booking':
    case 'wellbeing':
    case 'review':
    case 'waiting':
      return { kind: 'taps', nth: 0 };
    case 'rebook':
    case 'help':
      return undefined;
  }
}

function nameOf(
  records: readonly { key: string; name: string }[],
  wanted: string | undefined,
): string | undefined {
  return records.find(({ key }) => key === wanted)?.name;
}

/** The first words of somebody who wants this, and perhaps says when. */
export function wishFor(clinic: Clinic, { treatment, area, branch }: Bookable, when = ''): Act {
  const what = [treatment.name, nameOf(clinic.areas, area)].filter((name) => name !== undefined).join(' ');
  return says(`em muốn đặt lịch ${what} ở ${nameOf(clinic.branches, branch) ?? branch} ${when}`.trim());
}
