import type { EngineParts } from './engine-parts.ts';

/** The same for every event of a contact, whoever brings it and whenever, so that a first contact needs no look-up. */
export function toConversationId(
  { idOf }: Pick<EngineParts, 'idOf'>,
  { clinicId, accountId }: { clinicId: string; accountId: string },
  contactId: string,
): string {
  return idOf(`${clinicId} ${accountId} ${contactId}`);
}
