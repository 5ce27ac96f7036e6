import type { Instant, ModelCallRecord } from '@glowbot/core';
import type { Run } from '../database/database.ts';
import { storable } from '../storable.ts';

export async function storeModelCall(run: Run, clinicId: string, call: ModelCallRecord): Promise<void> {
  const { words } = call;
  await run(
    `insert into language_model_calls (clinic_id, call_id, conversation_id, use, outcome, objections, model, request_id,
       prompt_hash, prompt_bytes, answer_bytes, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
       attempts, ms, at, prompt_words, answer_words, words_until)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, to_timestamp($18::float8 / 1000),
       $19, $20, to_timestamp($21::float8 / 1000)
     where exists (select 1 from conversations where clinic_id = $1 and conversation_id = $3)`,
    [
      clinicId,
      call.id,
      call.conversationId,
      call.use,
      call.outcome,
      call.objections.map(storable),
      call.model,
      call.requestId,
      call.promptHash,
      call.promptBytes,
      call.answerBytes,
      call.inputTokens,
      call.outputTokens,
      call.cacheReadTokens,
      call.cacheWriteTokens,
      call.attempts,
      Math.round(call.ms),
      call.at,
      words && storable(words.prompt),
      words && storable(words.answer),
      words && words.until,
    ],
  );
}

/** Words that somebody asked to see are gone when their time is over. */
export async function dropExpiredWords(run: Run, clinicId: string, now: Instant): Promise<void> {
  await run(
    `update language_model_calls set prompt_words = null, answer_words = null, words_until = null
     where clinic_id = $1 and words_until <= to_timestamp($2::float8 / 1000)`,
    [clinicId, now],
  );
}

type Row = Omit<ModelCallRecord, 'words'> & {
  promptWords: string | null;
  answerWords: string | null;
  wordsUntil: Instant | null;
};

export async function readModelCalls(
  run: Run,
  clinicIds: readonly string[],
  conversationId: string,
): Promise<ModelCallRecord[]> {
  const rows = await run<Row>(
    `select call_id as id, conversation_id as "conversationId", use, outcome, objections, model, request_id as "requestId",
       prompt_hash as "promptHash", prompt_bytes as "promptBytes", answer_bytes as "answerBytes",
       input_tokens as "inputTokens", output_tokens as "outputTokens", cache_read_tokens as "cacheReadTokens",
       cache_write_tokens as "cacheWriteTokens", attempts, ms, at,
       prompt_words as "promptWords", answer_words as "answerWords", words_until as "wordsUntil"
     from language_model_calls where clinic_id = any ($1::uuid[]) and conversation_id::text = $2 order by seq`,
    [clinicIds, conversationId],
  );
  return rows.map(({ promptWords, answerWords, wordsUntil, ...call }) => ({
    ...call,
    words:
      promptWords !== null && answerWords !== null && wordsUntil !== null
        ? { prompt: promptWords, answer: answerWords, until: wordsUntil }
        : null,
  }));
}
