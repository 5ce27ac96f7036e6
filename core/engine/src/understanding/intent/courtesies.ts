import type { Intent } from '../understanding.ts';

/** What is said beside a wish and is none itself. */
const courtesies: ReadonlySet<Intent> = new Set([
  'greet',
  'thanks_bye',
  'smalltalk',
  'give_time',
  'describe_concern',
  'give_phone',
  'give_name',
]);

const pleasantries: ReadonlySet<Intent> = new Set(['greet', 'thanks_bye', 'smalltalk']);

/** People thank while they agree, and say goodbye while they put something off. */
const leavesPleasantries: ReadonlySet<Intent> = new Set([...courtesies, 'defer', 'confirm_yes']);

export function isCourtesy(intent: Intent): boolean {
  return courtesies.has(intent);
}

/** A greeting or thanks around a request is not itself one. */
export function withoutPleasantries<F extends { intent: Intent }>(found: readonly F[]): F[] {
  const hasRequest = found.some(({ intent }) => !leavesPleasantries.has(intent));
  return hasRequest ? found.filter(({ intent }) => !pleasantries.has(intent)) : [...found];
}
