/** One thing the command line can do. */
export type Command = {
  name: string;
  summary: string;
  help: string;
  /** Resolves with the exit code. */
  run(environment: Readonly<Record<string, string | undefined>>): Promise<number>;
};
