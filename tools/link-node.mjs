// npm 10 drops the `node` command when several optional packages offer one; this puts it back.
// Plain JavaScript on purpose: it runs on whatever Node the machine came with.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const isWindows = process.platform === 'win32';
const platform = isWindows ? 'win' : process.platform;
const executable = isWindows ? 'node.exe' : 'node';
const target = path.join(modules, `node-${platform}-${process.arch}`, 'bin', executable);
const link = path.join(modules, '.bin', executable);

if (fs.existsSync(target) && !fs.existsSync(link)) {
  fs.rmSync(link, { force: true });
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.symlinkSync(path.relative(path.dirname(link), target), link);
}
