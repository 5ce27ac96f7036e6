/**
 * What each worker of this process was given and has not yet brought to an end. After a call whose outcome was cut off, what the
 * database believes to be in a worker's hands may be more than that; the worker then lets go of the rest before it takes more.
 */
export type InHand = {
  took(workerId: string, ids: readonly string[]): void;
  ended(workerId: string, id: string): void;
  /** An outcome was cut off. */
  lostSight(workerId: string): void;
  isUnsure(workerId: string): boolean;
  /** The database and this list agree again. */
  isSure(workerId: string): void;
  of(workerId: string): string[];
  forget(workerId: string): void;
};

export function inHand(): InHand {
  const held = new Map<string, Set<string>>();
  const unsure = new Set<string>();
  return {
    took(workerId, ids) {
      const set = held.get(workerId) ?? new Set();
      for (const id of ids) set.add(id);
      held.set(workerId, set);
    },
    ended(workerId, id) {
      held.get(workerId)?.delete(id);
    },
    lostSight(workerId) {
      unsure.add(workerId);
    },
    isUnsure: (workerId) => unsure.has(workerId),
    isSure(workerId) {
      unsure.delete(workerId);
    },
    of: (workerId) => [...(held.get(workerId) ?? [])],
    forget(workerId) {
      held.delete(workerId);
      unsure.delete(workerId);
    },
  };
}
