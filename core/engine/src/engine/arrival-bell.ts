/** Tells whoever is waiting for a model that the customer has written again, so that the answer would come too late to matter. */
export type ArrivalBell = {
  ring(conversationId: string): void;
  /** The server stops: nothing is worth waiting for. */
  ringAll(): void;
  /** Hands out a signal while the work lasts. */
  whileQuiet<T>(conversationId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
};

/** It rings within this process. Where webhooks and workers are apart, a call simply takes its time. */
export function createArrivalBell(): ArrivalBell {
  const waiting = new Map<string, Set<AbortController>>();
  return {
    ring(conversationId) {
      for (const controller of waiting.get(conversationId) ?? []) controller.abort();
    },
    ringAll() {
      for (const controllers of waiting.values()) for (const controller of controllers) controller.abort();
    },
    async whileQuiet(conversationId, work) {
      const controller = new AbortController();
      const controllers = waiting.get(conversationId) ?? new Set();
      waiting.set(conversationId, controllers.add(controller));
      try {
        return await work(controller.signal);
      } finally {
        controllers.delete(controller);
        if (controllers.size === 0) waiting.delete(conversationId);
      }
    },
  };
}
