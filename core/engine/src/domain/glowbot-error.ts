/** Every broken promise by code: what it means, and what to do about it. `core/docs/errors.md` says the same. */
export const errorCatalogue = {
  CONFIG_INVALID: {
    means: 'The configuration cannot be used.',
    todo: 'Correct the settings named in the message and start again.',
  },
  TURN_ENDLESS: {
    means: 'A chart kept moving without coming to rest.',
    todo: 'Read the journal of the conversation; a transition of the chart leads back to itself.',
  },
  RECORD_MISSING: {
    means: 'A sentence or an appointment names a record that the clinic does not have.',
    todo: 'Restore the record, or correct the key in the records that name it.',
  },
  SCOPE_REFUSED: {
    means: 'Data of a clinic was asked for without a scope issued for it.',
    todo: 'Obtain the scope from a login, a webhook account or a job; never build one.',
  },
  SECRET_UNREADABLE: {
    means: 'A stored credential cannot be opened with any known master key.',
    todo: 'Check GLOWBOT_MASTER_KEY and GLOWBOT_MASTER_KEYS_OLD; if the key is lost, connect the account again.',
  },
  DATABASE_UNUSABLE: {
    means: 'The database cannot be started, reached or migrated.',
    todo: 'Check DATABASE_URL or the data folder named in the message, then start again.',
  },
  JOURNEY_INVALID: {
    means: 'A journey file cannot be read.',
    todo: 'Correct the line named in the message; the guide to journeys lists what a line can begin with.',
  },
  SKILL_INVALID: {
    means: 'A skill cannot be installed.',
    todo: 'Correct what the message names in the skill; the guide to skills says what it must promise.',
  },
  EXAMPLE_INVALID: {
    means: 'The records of the demo clinic do not have the expected shape.',
    todo: 'Compare the file named in the message with the Clinic type.',
  },
} as const satisfies Record<string, { means: string; todo: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** A broken promise. Expected outcomes are values and never take this way. Messages carry ids, never personal data. */
export class GlowBotError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${errorCatalogue[code].means} ${detail} ${errorCatalogue[code].todo}`, options);
    this.name = 'GlowBotError';
    this.code = code;
  }
}
