import type { ParseArgsOptionsConfig } from 'node:util';

/** What stood on the command line after the command's name, and the environment it was called in. */
export type Call = {
  positionals: readonly string[];
  values: Readonly<Record<string, string | boolean | undefined>>;
  environment: Readonly<Record<string, string | undefined>>;
};

/** One thing the command line can do. */
export type Command = {
  name: string;
  /** Words after the name, as `--help` shows them: `dates|messages`; a command without takes none. */
  positionals?: string;
  options?: ParseArgsOptionsConfig;
  summary: string;
  help: string;
  /** Resolves with the exit code. */
  run(call: Call): Promise<number>;
};
