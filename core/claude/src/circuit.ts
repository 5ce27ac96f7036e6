/** Leaves a vendor alone that does not answer, so that turns need not wait for it. */
export type Circuit = {
  /** May be asked now? While it is open, one call at a time finds out whether the vendor is back. */
  admits(): boolean;
  /** How much longer it stays open; 0 while it is closed, or somebody may find out. */
  openForMs(): number;
  succeeded(): void;
  /** `lasting`: asking again soon is pointless, whatever came before. */
  failed(lasting: boolean): void;
  /** The call ended without telling anything about the vendor. */
  toldNothing(): void;
};

export type CircuitSettings = {
  /** Failures in a row before it opens. */
  failures: number;
  openMs: number;
  lastingOpenMs: number;
};

export function createCircuit(settings: CircuitSettings, clock: () => number): Circuit {
  let inARow = 0;
  let opensUntil = 0;
  let isProbing = false;
  return {
    openForMs: () => Math.max(0, opensUntil - clock()),
    admits() {
      if (opensUntil === 0) return true;
      if (clock() < opensUntil || isProbing) return false;
      isProbing = true;
      return true;
    },
    succeeded() {
      inARow = 0;
      opensUntil = 0;
      isProbing = false;
    },
    failed(lasting) {
      inARow += 1;
      isProbing = false;
      if (lasting) opensUntil = clock() + settings.lastingOpenMs;
      else if (inARow >= settings.failures) opensUntil = clock() + settings.openMs;
    },
    toldNothing() {
      isProbing = false;
    },
  };
}
