import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dashboardFolder } from '@glowbot/dashboard';
import type { Context, Next } from 'koa';

const folder = fileURLToPath(dashboardFolder);

/** The live view's files. Only names found in its folder are served, so no path can lead out of it. */
export function page() {
  const files = readdir(folder, { recursive: true }).then(
    (names) => new Set(names.map((name) => name.replaceAll(path.sep, '/'))),
  );
  return async (ctx: Context, next: Next): Promise<void> => {
    const name = ctx.path === '/' ? 'index.html' : ctx.path.slice(1);
    if (ctx.method !== 'GET' || path.extname(name) === '' || !(await files).has(name)) {
      await next();
      return;
    }
    ctx.type = path.extname(name);
    ctx.set('cache-control', 'no-cache');
    ctx.body = createReadStream(path.join(folder, name));
  };
}
