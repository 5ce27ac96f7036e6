import type { CopyKey } from '../copy/copy-key.ts';

/** Answers that gain by being put into the conversation: a model is asked for these. */
const answers: ReadonlySet<CopyKey> = new Set<CopyKey>([
  'price.fixed',
  'price.from',
  'price.fromPerformer',
  'price.range',
  'price.areas',
  'price.free',
  'price.package',
  'price.which',
  'objection.heard',
  'objection.included',
  'objection.package',
  'objection.cheaper',
  'objection.freeConsultation',
  'availability.free',
  'slot.refused',
  'slot.none',
  'staff.notThen',
  'correction.taken',
  'help.topics',
  'help.understood',
  'smalltalk.reply',
  'defer.fine',
  'noShow.rescue',
  'lead.remind',
  'rebook.invite',
]);

/** Questions and bridges that may be worded together with an answer beside them, and are no reason to ask a model. */
const companions: ReadonlySet<CopyKey> = new Set<CopyKey>([
  'bridge.back',
  'ask.treatment',
  'ask.area',
  'ask.time',
  'ask.newTime',
  'ask.name',
  'ask.phone',
  'ask.nameAndPhone',
  'ask.invite',
]);

/**
 * The first stretch of neighbouring sentences that a model may word, as places in the list; undefined when none is worth a call.
 * Every other sentence is said as it was written: emergencies and handoffs, the screening, summaries and confirmations, consent,
 * what the assistant is, and texts of the clinic's own such as FAQ answers. A key nobody has thought about is among these.
 */
export function wordableStretch(keys: readonly CopyKey[]): { from: number; to: number } | undefined {
  const may = (at: number) => {
    const key = keys[at];
    return key !== undefined && (answers.has(key) || companions.has(key));
  };
  for (let from = 0; from < keys.length; from += 1) {
    if (!may(from)) continue;
    let to = from;
    while (may(to)) to += 1;
    if (keys.slice(from, to).some((key) => answers.has(key))) return { from, to };
    from = to;
  }
  return undefined;
}
