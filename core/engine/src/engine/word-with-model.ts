import type { ModelAnswer, WordRequest } from '../contracts/language-model.ts';
import type { SendJob } from '../contracts/outbox-store.ts';
import { catalogues, sentencesOf, word, type Worded } from '../copy/word.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import { objectionsTo } from '../model/keeps-to-draft.ts';
import { markDraft, unmark } from '../model/marked-draft.ts';
import { pseudonyms } from '../model/pseudonyms.ts';
import { threadOf } from '../model/reading-question.ts';
import { wordableStretch } from '../model/wordable.ts';
import { askModel, type ModelVerdict } from './ask-model.ts';
import type { EngineParts } from './engine-parts.ts';
import type { ModelDesk } from './model-desk.ts';
import type { ReplyPlan } from './reply-plan.ts';
import { recentOrNone } from './second-reading.ts';

type Parts = Pick<EngineParts, 'clock' | 'newId' | 'idOf' | 'notice' | 'languageModel'>;

/** What the whole text, as it would be sent, claims without a record; empty when it may be said. */
export type Guard = (text: string) => readonly string[];

const mostLines = 6;
/** With less time than this left a second attempt would only delay the template. */
const leastMs = 1_500;

/**
 * The words of a reply: the clinic's own sentences, or a model's wording of some of them that says the same. Whatever goes wrong,
 * the sentences stand ready.
 */
export async function wordWithModel(
  parts: Parts,
  job: SendJob,
  clinic: Clinic,
  now: Instant,
  guard: Guard,
): Promise<Worded> {
  const written = word(job.plan, clinic, now);
  const desk = parts.languageModel;
  /** What was perhaps said already is looked for in its own words, so it keeps them. */
  if (!desk || job.plan.language !== 'vi' || job.attempts > 0 || job.lookUps > 0) return written;
  const sentences = sentencesOf(job.plan, clinic, now);
  const stretch = wordableStretch(sentences.map(({ key }) => key));
  if (!stretch) return written;
  const texts = sentences.map(({ text }) => text);
  const { join } = catalogues[job.plan.language];
  const draft = markDraft(join(texts.slice(stretch.from, stretch.to)), clinic, personsIn(job.plan));
  const whole = (messages: readonly string[]) =>
    join([...texts.slice(0, stretch.from), unmark(messages.join('\n'), draft), ...texts.slice(stretch.to)]);

  const recent = await recentOrNone(desk.ledger.recentWords(job.scope, job.conversationId, mostLines));
  const hidden = pseudonyms(clinic, [...recent.names, ...personsIn(job.plan)]);
  const request = {
    clinic: clinic.shortName,
    thread: threadOf(recent, hidden),
    draft: draft.text,
    marks: draft.marks.map(({ mark, shown }) => ({ mark, means: shown ?? 'tên hoặc số của khách' })),
  };
  const wording = await attempts(parts, desk, job, clinic, {
    request,
    judge: (messages) => {
      const objections = objectionsTo(messages, draft);
      return objections.length > 0 ? objections : guard(whole(messages));
    },
  });
  return wording ? { ...written, text: whole(wording) } : written;
}

type Messages = readonly string[];

/** Once, and once more with what was objected to. */
async function attempts(
  parts: Parts,
  desk: ModelDesk,
  job: SendJob,
  clinic: Clinic,
  task: { request: Omit<WordRequest, 'voice' | 'refused'>; judge: (messages: Messages) => readonly string[] },
): Promise<Messages | undefined> {
  const { clinicId, scope, conversationId } = job;
  const until = parts.clock() + desk.limits.wordMs;
  const attempt = (refused: WordRequest['refused']): Promise<ModelVerdict<Messages>> =>
    desk.bell.whileQuiet(conversationId, (signal) =>
      askModel(
        parts,
        desk,
        { clinicId, scope, conversationId, zone: clinic.zone },
        {
          use: 'word',
          withinMs: until - parts.clock(),
          signal,
          size: JSON.stringify([task.request, refused]).length,
          ask: async (model, call, { voice }) =>
            messagesOf(await model.word({ ...task.request, voice, refused }, call)),
          judge: task.judge,
        },
      ),
    );
  const first = await attempt(null);
  if (first.kind === 'used') return first.value;
  if (first.kind === 'unavailable' || until - parts.clock() < leastMs) return undefined;
  const second = await attempt({ messages: [...first.value], why: [...first.objections] });
  return second.kind === 'used' ? second.value : undefined;
}

function messagesOf(answer: ModelAnswer<{ messages: string[] }>): ModelAnswer<Messages> {
  return answer.kind === 'answered' ? { ...answer, value: answer.value.messages } : answer;
}

/** Names and numbers of the customer that the plan speaks. */
function personsIn({ says, ask }: ReplyPlan): string[] {
  return [...says, ...(ask ? [ask] : [])].flatMap(({ facts }) =>
    [facts['name'], facts['phone']].filter((fact) => typeof fact === 'string'),
  );
}
