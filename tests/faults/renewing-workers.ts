import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Report = z.object({ saw: z.number(), versions: z.array(z.number()) });

/** A process with several workers; they begin when it is told to. */
export function renewing(order: object) {
  const script = fileURLToPath(new URL('renewing-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(order)]);
  const ready = Promise.withResolvers<void>();
  let printed = '';
  let wrong = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
    if (printed.startsWith('ready')) ready.resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    wrong += chunk;
  });
  const report = new Promise<z.infer<typeof Report>>((resolve, reject) => {
    child.once('exit', (code) => {
      const ended = new Error(`a process ended with ${code}: ${wrong}`);
      ready.reject(ended);
      if (code === 0) resolve(Report.parse(JSON.parse(printed.replace('ready', ''))));
      else reject(ended);
    });
  });
  return { ready: ready.promise, report, go: () => void child.stdin.end('go') };
}
