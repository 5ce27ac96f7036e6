import type { Migration } from './migration.ts';
import { engineMayLook, isolate } from './tenant-table.ts';

/**
 * Why: credentials that can be renewed once only must have one renewer at a time, whose intent is known before the vendor is
 * asked and whose result is stored before it is used; and a clinic must learn that its account is not connected any more.
 */
export const accountKeeping: Migration = {
  name: '0021-account-keeping',
  async up(knex) {
    await knex.raw(`
      alter table accounts
        add column state text not null default 'connected' check (state in ('connected', 'lost', 'disconnected')),
        add column version bigint not null default 1,
        add column expires_at timestamptz, add column renewed_at timestamptz,
        -- Accounts of before are renewed at once: nobody wrote down until when they run.
        add column renew_at timestamptz default now(),
        add column renewal_id uuid, add column renewal_began_at timestamptz,
        add column trouble text, add column trouble_code text, add column trouble_since timestamptz,
        add column probed_at timestamptz,
        add column told_at timestamptz, add column telling_at timestamptz,
        add check ((renewal_id is null) = (renewal_began_at is null)),
        add check ((trouble is null) = (trouble_since is null)),
        -- Lost without a reason would be silence.
        add check (state <> 'lost' or trouble is not null);
      alter table accounts alter column renew_at drop default;
      create index accounts_to_renew on accounts (renew_at) where renew_at is not null;
      create index accounts_in_trouble on accounts (trouble_since) where trouble is not null;

      create table consents (
        clinic_id uuid not null references clinics on delete cascade, digest bytea not null unique check (length(digest) = 32),
        browser bytea not null check (length(browser) = 32),
        consent_id uuid not null, channel text not null, held text not null,
        begun_at timestamptz not null default now(), taken_at timestamptz,
        primary key (clinic_id, digest)
      );`);
    await isolate(knex, 'consents');
    await engineMayLook(knex, 'consents', 'clinic_id, digest');
    await knex.raw(`
      grant select (state, version, connected_at, probed_at, renew_at, renewal_id, renewal_began_at, trouble, trouble_since, told_at, telling_at)
        on accounts to glowbot_engine`);
  },
};
