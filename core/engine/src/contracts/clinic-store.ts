import type { Clinic } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { AccountState } from './account-store.ts';
import type { ClinicScope } from './clinic-scope.ts';
import type { ThreadMessage } from './turn-store.ts';

export type ClinicRecords = { version: number; clinic: Clinic };

/** A conversation as a list shows it. */
export type ConversationSummary = {
  id: string;
  channel: string;
  state: string;
  mode: 'automated' | 'handoff';
  customerName: string | null;
  lastMessageAt: Instant | null;
};

export type StoredStep = {
  /** Where a stream can resume: opaque, growing in commit order. */
  cursor: string;
  conversationId: string;
  event: string;
  from: string;
  to: string;
  detail: unknown;
  at: Instant;
};

export type AppointmentRecord = {
  id: string;
  status: string;
  treatment: string;
  area: string | null;
  branch: string;
  staff: string;
  room: string;
  start: Instant;
  end: Instant;
};

export type ConversationDetail = ConversationSummary & {
  messages: readonly (ThreadMessage & { delivery: string | null })[];
  steps: readonly StoredStep[];
  appointments: readonly AppointmentRecord[];
};

/** A new account's credentials are sealed by the store; they never come back out but through `openAccount`. */
export type AccountToConnect = {
  channel: string;
  externalId: string;
  name: string;
  credentials: unknown;
  /** When they run out, and when to renew them; absent: not known, or never. */
  expiresAt?: Instant | null;
  renewAt?: Instant | null;
};

/** An account with its credentials opened. */
export type OpenedAccount = {
  externalId: string;
  credentials: unknown;
  /** Grows with every change of the credentials. */
  version: number;
  state: AccountState;
};

/** Records, accounts and what the dashboard reads. */
export interface ClinicStore {
  /** Creates a clinic with its records; the slug is its unique short name. Returns its id. */
  createClinic(slug: string, clinic: Clinic): Promise<{ clinicId: string; scope: ClinicScope }>;
  findClinic(slug: string): Promise<{ clinicId: string; scope: ClinicScope } | undefined>;
  loadClinic(scope: ClinicScope): Promise<ClinicRecords>;
  connectAccount(scope: ClinicScope, account: AccountToConnect): Promise<string>;
  openAccount(scope: ClinicScope, accountId: string): Promise<OpenedAccount>;
  /** Makes an access token for the API; only its digest is kept. */
  issueAccessToken(scope: ClinicScope, label: string): Promise<string>;
  /** The scope of a presented access token, or undefined when it is not one of ours. */
  scopeOfToken(token: string): Promise<ClinicScope | undefined>;
  conversations(
    scope: ClinicScope,
    page: { limit: number; before?: string | undefined },
  ): Promise<readonly ConversationSummary[]>;
  conversation(scope: ClinicScope, id: string): Promise<ConversationDetail | undefined>;
  /** Every step of a conversation from its beginning, to walk it again (`replay`). */
  journal(scope: ClinicScope, conversationId: string): Promise<readonly StoredStep[]>;
  /** Steps after a cursor in commit order, so that none is skipped by a stream; null starts at the present. */
  stepsAfter(
    scope: ClinicScope,
    cursor: string | null,
    limit: number,
  ): Promise<{ steps: readonly StoredStep[]; cursor: string }>;
}
