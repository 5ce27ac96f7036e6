declare const issued: unique symbol;

/**
 * Permission to touch the data of the named clinics, and of no other. Only a store issues one:
 * for a checked login, a webhook's account, or a job it has handed out. Reading without one does not compile.
 */
export type ClinicScope = { readonly clinicIds: readonly string[]; readonly [issued]: true };
