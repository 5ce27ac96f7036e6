import { type ClinicScope, GlowBotError } from '@glowbot/core';

/** Every scope that was issued here. A look-alike made elsewhere is not in it, whatever the compiler was told. */
const issuedHere = new WeakSet<object>();

export function issueScope(clinicIds: readonly string[]): ClinicScope {
  const scope = Object.freeze({ clinicIds: Object.freeze([...new Set(clinicIds)]) });
  issuedHere.add(scope);
  if (!isIssued(scope)) throw new TypeError('a scope was lost while it was issued');
  return scope;
}

/** The brand exists for the compiler only; here is the one place that gives it. */
function isIssued(scope: object): scope is ClinicScope {
  return issuedHere.has(scope);
}

export function clinicsOf(scope: ClinicScope): readonly string[] {
  if (!isIssued(scope)) throw new GlowBotError('SCOPE_REFUSED', 'The scope was not issued by this store.');
  return scope.clinicIds;
}

/** The one clinic of a scope, for what can only be about one. */
export function clinicOf(scope: ClinicScope): string {
  const [clinicId, another] = clinicsOf(scope);
  if (clinicId === undefined || another !== undefined) {
    throw new GlowBotError('SCOPE_REFUSED', 'This can be done for one clinic at a time only.');
  }
  return clinicId;
}
