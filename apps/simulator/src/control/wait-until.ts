import { SimulatorError } from './simulator-error.ts';

/** Waits for changes, never by asking again and again. */
export function waitUntil<T>(wait: {
  holds(): T | undefined;
  onChange(listener: () => void): () => void;
  timeoutMs: number;
  stop: AbortSignal;
  otherwise(): string;
}): Promise<T> {
  const already = wait.holds();
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      stopListening();
      wait.stop.removeEventListener('abort', leave);
    };
    const leave = () => {
      end();
      reject(new SimulatorError(504, 'Nobody waits any longer.'));
    };
    const stopListening = wait.onChange(() => {
      const value = wait.holds();
      if (value === undefined) return;
      end();
      resolve(value);
    });
    const timer = setTimeout(() => {
      end();
      reject(new SimulatorError(504, wait.otherwise()));
    }, wait.timeoutMs);
    wait.stop.addEventListener('abort', leave);
    if (wait.stop.aborted) leave();
  });
}
