import type { ModelSettings } from '@glowbot/core';
import type { Run } from '../database/database.ts';

/** Numbers of this size come from the driver as text. */
type Row = Omit<ModelSettings, 'monthlyTokens'> & { monthlyTokens: string | null };

export async function readModelSettings(run: Run, clinicId: string): Promise<ModelSettings | undefined> {
  const [row] = await run<Row>(
    `select is_on as "isOn", understand_model as "understandModel", word_model as "wordModel",
       monthly_tokens as "monthlyTokens", voice, keep_words_until as "keepWordsUntil"
     from language_model_settings where clinic_id = $1`,
    [clinicId],
  );
  return row && { ...row, monthlyTokens: row.monthlyTokens === null ? null : Number(row.monthlyTokens) };
}

export async function storeModelSettings(run: Run, clinicId: string, settings: ModelSettings): Promise<void> {
  await run(
    `insert into language_model_settings
       (clinic_id, is_on, understand_model, word_model, monthly_tokens, voice, keep_words_until)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))
     on conflict (clinic_id) do update set is_on = excluded.is_on, understand_model = excluded.understand_model,
       word_model = excluded.word_model, monthly_tokens = excluded.monthly_tokens, voice = excluded.voice,
       keep_words_until = excluded.keep_words_until`,
    [
      clinicId,
      settings.isOn,
      settings.understandModel,
      settings.wordModel,
      settings.monthlyTokens,
      settings.voice,
      settings.keepWordsUntil,
    ],
  );
}
