import vm from 'node:vm';
import type { TimeLimit } from '@glowbot/core';

/** V8 stops whatever a script with a time limit has called, also a loop that never ends; a `catch` in it cannot prevent that. */
export function createTimeLimit(): TimeLimit {
  const room = vm.createContext({ run: () => {} });
  const script = new vm.Script('run()');
  return (ms, run) => {
    room['run'] = run;
    try {
      script.runInContext(room, { timeout: ms });
      return 'finished';
    } catch (error) {
      if (isCutOff(error)) return 'stopped';
      throw error;
    }
  };
}

function isCutOff(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
