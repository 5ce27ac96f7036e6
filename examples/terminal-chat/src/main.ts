import { createInterface } from 'node:readline';
import { talk } from './talk.ts';

const lines = createInterface({ input: process.stdin, output: process.stdout });
const prompt = () => process.stdout.write('> ');
process.stdout.write('Viết như khách nhắn cho phòng khám; /help xem các lệnh khác.\n');
prompt();
await talk(
  lines,
  (text) => {
    process.stdout.write(`${text}\n`);
    prompt();
  },
  Date.now(),
);
