import { type ClinicScope, GlowBotError } from '@glowbot/core';

/** Scopes made here. An object that merely looks like one is not in this set, and is refused. */
const issued = new WeakSet<ClinicScope>();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function issueScope(clinicIds: readonly string[]): ClinicScope {
  const unique = [...new Set(clinicIds)];
  if (unique.length === 0 || !unique.every((id) => uuid.test(id))) {
    throw new GlowBotError('SCOPE_REFUSED', 'A scope names at least one clinic by its id.');
  }
  const scope = Object.freeze({ clinicIds: Object.freeze(unique) }) as unknown as ClinicScope;
  issued.add(scope);
  return scope;
}

/** The clinic ids of a scope as the literal the database's policies read. */
export function scopeLiteral(scope: ClinicScope): string {
  if (!issued.has(scope)) throw new GlowBotError('SCOPE_REFUSED', 'This scope was not issued by the store.');
  return `{${scope.clinicIds.join(',')}}`;
}

/** The one clinic of a scope that names exactly one. */
export function onlyClinicOf(scope: ClinicScope): string {
  const [clinicId, ...others] = scope.clinicIds;
  if (clinicId === undefined || others.length > 0) {
    throw new GlowBotError('SCOPE_REFUSED', 'This needs the scope of exactly one clinic.');
  }
  return clinicId;
}
