/** What PostgreSQL calls an error (its SQLSTATE), or undefined when it was not PostgreSQL that failed. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('severity' in error))
    return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The name of the constraint that refused a row. */
export function brokenConstraintOf(error: unknown): string | undefined {
  if (sqlStateOf(error) === undefined || typeof error !== 'object' || error === null) return undefined;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
}

export const sqlState = {
  foreignKey: '23503',
  unique: '23505',
  exclusion: '23P01',
  serialization: '40001',
  deadlock: '40P01',
} as const;

/** The transaction was rolled back for a reason that is gone when it is tried again. */
export function isWorthRepeating(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === sqlState.serialization || state === sqlState.deadlock;
}

/** Nobody answered: the driver says so with plain errors, while mistakes in code have classes of their own. */
export function isSilence(error: unknown): boolean {
  if (sqlStateOf(error) !== undefined || !(error instanceof Error)) return false;
  return error.constructor === Error || error instanceof AggregateError;
}

/** The database or the way to it is gone (classes 08, 53 and 57, or silence): asking again at once is useless. */
export function isOutage(error: unknown): boolean {
  return isSilence(error) || /^(08|53|57)/.test(sqlStateOf(error) ?? '');
}
