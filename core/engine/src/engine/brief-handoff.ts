import { briefByRules } from '../brief/brief-by-rules.ts';
import { briefFacts } from '../brief/brief-facts.ts';
import { judgeBrief, type JudgedBrief } from '../brief/judge-brief.ts';
import { knownFromFacts } from '../brief/known-from-facts.ts';
import type { BriefJob } from '../contracts/handoff-store.ts';
import type { Brief } from '../contracts/language-model.ts';
import { handoffReasonWords } from '../copy/alert-words.ts';
import type { GuardContext } from '../copy/guard/index.ts';
import { type Facts, noFacts } from '../machines/facts.ts';
import { thaw } from '../machines/snapshot.ts';
import { pseudonyms } from '../model/pseudonyms.ts';
import { threadOf } from '../model/reading-question.ts';
import { askModel } from './ask-model.ts';
import type { ClinicCache, KnownClinic } from './clinic-cache.ts';
import type { EngineParts } from './engine-parts.ts';
import type { ModelDesk } from './model-desk.ts';

type Parts = Pick<EngineParts, 'store' | 'clock' | 'newId' | 'idOf' | 'notice' | 'languageModel'>;

/**
 * Writes down for staff what a conversation that was handed over is about. First by rules, so that there is something to read at
 * once and whatever happens; then, where there is a language model, in its words, as far as the records bear them out.
 */
export async function briefHandoff(
  parts: Parts,
  clinics: ClinicCache,
  job: BriefJob,
  stopping: AbortSignal,
): Promise<void> {
  const known = await clinics.get(job.clinicId, job.clinicVersion, job.scope);
  const facts = factsOf(job);
  const now = parts.clock();
  const names = [facts.name, ...job.recent.names].filter((name) => name !== null);
  const mayClaim = { ...knownFromFacts(facts, known.clinic), names };
  const context = { records: known.claimable(), now, known: mayClaim };
  const sentences = briefFacts(known.clinic, facts, now);
  const thread = threadOf(job.recent, { hide: (text) => text });
  const { reason } = job;
  const plain = briefByRules({ reason, facts: sentences, thread });
  const byRules = { ...plain, replies: judgeBrief(plain, [plain.title, plain.summary], context).replies };
  await parts.store.storeBrief(job, { ...byRules, by: 'rules', at: now });

  const desk = parts.languageModel;
  if (!desk || stopping.aborted) return;
  const worded = await byModel(parts, desk, known, { job, names, sentences, context, stopping });
  if (!worded) return;
  const brief = {
    title: worded.title ?? byRules.title,
    summary: worded.summary ?? byRules.summary,
    replies: worded.replies.length > 0 ? worded.replies : byRules.replies,
  };
  await parts.store.storeBrief(job, { ...brief, by: 'model', at: parts.clock() });
}

type Asked = {
  job: BriefJob;
  /** Under which the customer is known. */
  names: readonly string[];
  sentences: readonly string[];
  context: GuardContext;
  stopping: AbortSignal;
};

/** What may be kept of a model's brief; undefined where nothing may, or where there is none. */
async function byModel(
  parts: Parts,
  desk: ModelDesk,
  { clinic }: KnownClinic,
  { job, names, sentences, context, stopping }: Asked,
): Promise<JudgedBrief | undefined> {
  const { clinicId, scope, conversationId, recent, reason } = job;
  const hidden = pseudonyms(clinic, names);
  const request = {
    clinic: clinic.shortName,
    reason: handoffReasonWords[reason],
    facts: [...sentences],
    thread: threadOf(recent, hidden),
  };
  const source = [...sentences, request.reason, ...recent.lines.map(({ text }) => text)];
  const judge = (brief: Brief): JudgedBrief => {
    const all = [brief.title, brief.summary, ...brief.replies];
    if (all.some((text) => hidden.hasStrangers(text)))
      return { title: null, summary: null, replies: [], objections: ['It holds a mark that was not given.'] };
    const show = (text: string) => hidden.show(text);
    const shown = {
      title: show(brief.title),
      summary: show(brief.summary),
      replies: brief.replies.map(show),
    };
    return judgeBrief(shown, source, context);
  };
  const verdict = await askModel(
    parts,
    desk,
    { clinicId, scope, conversationId, zone: clinic.zone },
    {
      use: 'brief',
      withinMs: desk.limits.briefMs,
      signal: stopping,
      size: JSON.stringify(request).length,
      ask: (model, call) => model.brief(request, call),
      judge: (brief) => judge(brief).objections,
    },
  );
  if (verdict.kind === 'unavailable') return undefined;
  const judged = judge(verdict.value);
  const isUseless = judged.title === null && judged.summary === null && judged.replies.length === 0;
  return isUseless ? undefined : judged;
}

/** A conversation nobody can thaw any more was handed over all the same. */
function factsOf({ snapshot, chartVersion }: BriefJob): Facts {
  if (snapshot === null || chartVersion === null) return noFacts;
  try {
    return thaw({ json: snapshot, version: chartVersion }).context;
  } catch {
    return noFacts;
  }
}
