import type { z } from 'zod';

/** One call in the vendor's terms: what stays the same comes first, so that the vendor can read it from its cache. */
export type ClaudeQuestion<Wire> = {
  model: string;
  maxTokens: number;
  /** Instructions of this product, the same for all clinics. */
  rules: string;
  /** The clinic's knowledge, the same for all its customers; empty when the use needs none. */
  stable: string;
  /** All that belongs to this one call. What customers wrote stands inside JSON strings and cannot leave them. */
  data: Readonly<Record<string, unknown>>;
  wire: z.ZodType<Wire>;
  person: string;
};
