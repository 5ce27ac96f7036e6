import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Journey, parseJourney } from '@glowbot/rehearsal';

const folder = path.join(import.meta.dirname, 'texts');

/** The journeys, as the people of a clinic would write and read them. */
export function readJourneys(): { file: string; journey: Journey }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => ({ file, journey: parseJourney(readFileSync(path.join(folder, file), 'utf8'), file) }));
}
