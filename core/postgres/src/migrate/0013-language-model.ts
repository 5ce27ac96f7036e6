import type { Migration } from './migration.ts';
import { isolate } from './tenant-table.ts';

/** Why: what a language model was asked for a clinic, what it cost and what became of it must be known, and its cost must end. */
export const languageModel: Migration = {
  name: '0013-language-model',
  async up(knex) {
    await knex.raw(`
      create table language_model_settings (
        clinic_id uuid not null references clinics on delete cascade,
        is_on boolean not null, understand_model text, word_model text,
        monthly_tokens bigint check (monthly_tokens >= 0), voice text not null, keep_words_until timestamptz,
        primary key (clinic_id)
      );
      create table language_model_tokens (
        clinic_id uuid not null references clinics on delete cascade,
        month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'), taken bigint not null,
        primary key (clinic_id, month)
      );
      create table language_model_calls (
        clinic_id uuid not null, call_id uuid not null, conversation_id uuid not null,
        seq bigint not null generated always as identity,
        use text not null check (use in ('understand', 'word', 'brief')), outcome text not null, objections text[] not null,
        model text not null, request_id text, prompt_hash text not null, prompt_bytes int not null, answer_bytes int not null,
        input_tokens int not null, output_tokens int not null, cache_read_tokens int not null, cache_write_tokens int not null,
        attempts int not null, ms int not null, at timestamptz not null,
        prompt_words text, answer_words text, words_until timestamptz,
        primary key (clinic_id, call_id),
        foreign key (clinic_id, conversation_id) references conversations on delete cascade,
        check (num_nonnulls(prompt_words, answer_words, words_until) in (0, 3))
      );
      create index on language_model_calls (clinic_id, conversation_id, seq);
      create index language_model_words on language_model_calls (clinic_id, words_until) where words_until is not null;`);
    for (const table of ['language_model_settings', 'language_model_tokens', 'language_model_calls']) {
      await isolate(knex, table);
    }
  },
};
