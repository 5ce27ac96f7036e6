import type { TurnCommit } from '@glowbot/core';

/** Something of one conversation. */
export type Owned<T> = { clinicId: string; conversationId: string; row: T };

/** Flattens a list inside each commit into rows that know their conversation. */
export function rowsOf<C extends Pick<TurnCommit, 'lease'>, T>(
  commits: readonly C[],
  list: (commit: C) => readonly T[],
): Owned<T>[] {
  return commits.flatMap((commit) =>
    list(commit).map((row) => ({
      clinicId: commit.lease.clinicId,
      conversationId: commit.lease.conversationId,
      row,
    })),
  );
}

/** The first two columns of every such list of rows. */
export const owners = (rows: readonly Owned<unknown>[]): [string[], string[]] => [
  rows.map(({ clinicId }) => clinicId),
  rows.map(({ conversationId }) => conversationId),
];
