/** A bar for whoever watches; nothing where nobody does. */
export function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return;
  const bar = '█'.repeat(Math.round((30 * done) / all)).padEnd(30, '·');
  process.stderr.write(`\r\u001b[K${bar} ${done}/${all}`);
}

export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
