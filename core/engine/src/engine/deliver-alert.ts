import type { AlertJob, AlertSettlement } from '../contracts/handoff-store.ts';
import type { AlertOutcome } from '../contracts/notifier.ts';
import { alertWords } from '../copy/alert-words.ts';
import { hourMs } from '../domain/clinic-time.ts';
import { onCallOf } from '../domain/on-call.ts';
import type { ClinicCache } from './clinic-cache.ts';
import type { EngineParts } from './engine-parts.ts';

type AlertParts = Pick<EngineParts, 'store' | 'notifiers' | 'alertLink' | 'clock' | 'notice'>;

/** A way that fails so often is closed for this alert. */
const mostAttempts = 3;
/** Pauses between attempts: in an emergency minutes are all there is. */
const pauseMs = { urgent: 5_000, normal: 20_000 } as const;
/** A link out of an alert is good for a shift. */
const linkMs = 12 * hourMs;

/** Tells one person by one way, and settles what came of it. */
export async function deliverAlert(
  parts: AlertParts,
  clinics: ClinicCache,
  workerId: string,
  job: AlertJob,
): Promise<void> {
  const [notifier] = job.notifiers;
  if (notifier === undefined) return;
  const outcome = await attempt(parts, clinics, job, notifier).catch((error: unknown): AlertOutcome => {
    parts.notice({ level: 'error', what: 'alert broke off', ids: { alertId: job.id, notifier }, error });
    return { kind: 'retry', code: 'broke-off' };
  });
  await parts.store.settleAlerts(workerId, [settlementOf(outcome, job, notifier)]);
  if (outcome.kind === 'delivered') return;
  parts.notice({
    level: 'warn',
    what: 'alert not delivered',
    ids: { alertId: job.id, handoffId: job.handoffId, notifier, code: outcome.code },
  });
}

async function attempt(
  parts: AlertParts,
  clinics: ClinicCache,
  job: AlertJob,
  name: string,
): Promise<AlertOutcome> {
  const { clinic } = await clinics.get(job.clinicId, job.clinicVersion, job.scope);
  const person = onCallOf(clinic).people.find(({ key }) => key === job.person);
  const way = person?.ways.find(({ notifier }) => notifier === name);
  if (!way) return { kind: 'failed', code: 'no-such-way' };
  const notifier = parts.notifiers.get(name);
  if (!notifier) return { kind: 'failed', code: 'not-configured' };
  const token = await parts.store.issueHandoffLink(job.scope, {
    handoffId: job.handoffId,
    person: job.person,
    expiresAt: parts.clock() + linkMs,
  });
  const { id, priority } = job;
  return notifier.deliver({ id, priority, ...alertWords(clinic, job), link: parts.alertLink(token) }, way.to);
}

function settlementOf(outcome: AlertOutcome, job: AlertJob, notifier: string): AlertSettlement {
  const about = { id: job.id, clinicId: job.clinicId, notifier };
  if (outcome.kind === 'delivered') return { ...about, kind: 'delivered', code: null };
  const { code } = outcome;
  const mayRepeat = outcome.kind === 'retry' && job.attempts + 1 < mostAttempts;
  if (!mayRepeat) return { ...about, kind: 'failed', code };
  return { ...about, kind: 'retry', afterMs: pauseMs[job.priority] * (job.attempts + 1), code };
}
