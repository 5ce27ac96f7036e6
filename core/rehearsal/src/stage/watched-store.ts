import type { Store, TurnCommit } from '@glowbot/core';

/** A store that tells of every turn it has committed. */
export function watchedStore<S extends Store>(store: S, tell: (commit: TurnCommit) => void): S {
  return {
    ...store,
    async commitTurns(workerId, commits) {
      const results = await store.commitTurns(workerId, commits);
      for (const [index, result] of results.entries()) {
        const commit = commits[index];
        if (commit && result.kind === 'committed') tell(commit);
      }
      return results;
    },
  };
}
