import type { Notice } from '@glowbot/core';
import { pino } from 'pino';

export type Log = {
  notice(notice: Notice): void;
  info(what: string, ids?: Record<string, string | number | undefined>): void;
};

/**
 * Structured logs that carry ids and codes. Of an error only its class, code and stack frames are kept: messages of drivers
 * and vendors may quote the row or the text they failed on.
 */
export function createLog(level: string): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    notice({ level: severity, what, ids, error }) {
      logger[severity]({ ...ids, ...(error === undefined ? {} : { error: describeError(error) }) }, what);
    },
    info(what, ids) {
      logger.info(ids ?? {}, what);
    },
  };
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return { kind: error.name, code, at: frames };
}
