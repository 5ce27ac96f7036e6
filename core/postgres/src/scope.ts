import { type ClinicScope, GlowBotError } from '@glowbot/core';

/** Every scope that was issued here. A look-alike made elsewhere is not in it, whatever the compiler was told. */
const issuedHere = new WeakSet<object>();

/** For a checked access token, a webhook's account, or a job that was handed out; nothing else may call this. */
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

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The clinics a scope opens: at least one, all UUIDs, issued here. */
export function clinicsOf(scope: ClinicScope): readonly string[] {
  if (!isIssued(scope)) throw new GlowBotError('SCOPE_REFUSED', 'The scope was not issued by this store.');
  if (scope.clinicIds.length === 0) throw new GlowBotError('SCOPE_REFUSED', 'The scope names no clinic.');
  for (const id of scope.clinicIds) {
    if (!uuid.test(id))
      throw new GlowBotError('SCOPE_REFUSED', 'The scope names something that is not a clinic id.');
  }
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
