/** Tables that belong to the house and to no clinic. Each was looked at: none holds a word, a name or an id of a customer. */
export const platformTables = ['knex_migrations', 'knex_migrations_lock', 'unrouted_events', 'workers'];

/** Uniqueness across clinics: an account, a token, a secret link and a short name lead to one clinic, so they cannot start with its id. */
export const globallyUnique = [
  'access_tokens (digest)',
  'accounts (channel, external_id)',
  'calendar_feeds (digest)',
  'clinics (slug)',
  'consents (digest)',
  'handoff_links (digest)',
];

/** What the engine's role reads and changes across clinics: ids, sequence numbers and clocks. */
export const engineReads: Readonly<Record<string, readonly string[]>> = {
  access_tokens: ['clinic_id', 'digest'],
  accounts: [
    'clinic_id',
    'account_id',
    'channel',
    'external_id',
    'state',
    'version',
    'connected_at',
    'probed_at',
    'reconcile_looked_at',
    'reconcile_claimed_at',
    'reconcile_asked_at',
    'renew_at',
    'renewal_id',
    'renewal_began_at',
    'trouble',
    'trouble_since',
    'told_at',
    'telling_at',
  ],
  alerts: ['clinic_id', 'alert_id', 'state', 'due_at', 'worker_id', 'claimed_at'],
  busy_sources: ['clinic_id', 'source_id', 'tried_at'],
  calendar_feeds: ['clinic_id', 'digest', 'revoked_at'],
  clinics: ['clinic_id', 'slug'],
  handoff_links: ['clinic_id', 'digest'],
  handoffs: ['clinic_id', 'handoff_id', 'opened_at', 'closed_at', 'briefed_at', 'brief_claimed_at'],
  consents: ['clinic_id', 'digest'],
  conversations: ['clinic_id', 'conversation_id', 'lease_worker', 'leased_at', 'fence', 'retry_at'],
  inbox: ['clinic_id', 'seq', 'conversation_id', 'handled_at', 'received_at', 'speaks', 'ripe_at'],
  outbox: ['clinic_id', 'outbox_id', 'conversation_id', 'seq', 'state', 'due_at', 'worker_id', 'claimed_at'],
  timers: ['clinic_id', 'conversation_id', 'name', 'due_at'],
};

export const engineChanges: Readonly<Record<string, readonly string[]>> = {
  alerts: ['worker_id', 'claimed_at'],
  conversations: ['lease_worker', 'leased_at', 'fence'],
  handoffs: ['brief_claimed_at'],
  outbox: ['state', 'due_at', 'worker_id', 'claimed_at'],
};
