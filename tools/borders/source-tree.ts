import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Source = { file: string; text: string };

const sources = '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}';

/** Planted on purpose, to prove that the guards see. */
const planted = 'tests/borders/planted';

/** Every source below the root, with its path from there in forward slashes; built, brought and planted ones left out. */
export function readSourceTree(root: string): Source[] {
  const isOutside = (entry: { name: string; parentPath: string }) =>
    entry.name === 'node_modules' ||
    entry.name === 'coverage' ||
    entry.name.startsWith('.') ||
    path.relative(root, path.join(entry.parentPath, entry.name)) === path.normalize(planted);
  return globSync(sources, { cwd: root, withFileTypes: true, exclude: isOutside })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => ({
      file: path.relative(root, file).split(path.sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}

/** The package a file belongs to: `core/engine`, `tests`, or `.` for files at the root. */
export function packageOf(file: string): string {
  const [house = '', room = '', ...rest] = file.split('/');
  if (room === '') return '.';
  const isShelf = ['core', 'adapters', 'plugins', 'apps', 'examples'].includes(house);
  return isShelf && rest.length > 0 ? `${house}/${room}` : house;
}

/** Test files, folders named `fixtures` or `test-…`, and everything in `tests`. */
export function isTest(file: string): boolean {
  return /\.test\.[a-z]+$|\/(fixtures|test-[^/]+)\/|^tests\//.test(file);
}
