import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** What is wrong with a line of a file, in words for whoever filled it in. */
export type BadRow = { line: number; column: string; why: string };

export type TableRow = { line: number; cells: Readonly<Record<string, string>> };
export type Table = { rows: TableRow[]; bad: BadRow[] };

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Reads a file as spreadsheets write it: with or without a byte order mark, parted by commas, semicolons or tabs. `columns` names
 * each column by the words its heading may have; headings are compared without accents and capitals.
 */
export function readTable(text: string, columns: Readonly<Record<string, readonly string[]>>): Table {
  let records: z.infer<typeof Records>;
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    records = Records.parse(parse(text, { ...options, delimiter: delimiterOf(text) }));
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { rows: [], bad: [{ line, column: '', why: 'the file cannot be read from here on' }] };
  }
  const [head, ...body] = records;
  const names = (head?.record ?? []).map((title) => columnOf(title, columns));
  const missing = Object.keys(columns).filter((name) => !names.includes(name) && isNeeded(columns, name));
  if (missing.length > 0) {
    return { rows: [], bad: missing.map((column) => ({ line: 1, column, why: 'this column is missing' })) };
  }
  const rows = body.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      names.flatMap((name, nth) => (name === undefined ? [] : [[name, unescaped(record[nth] ?? '')]])),
    ),
  }));
  return { rows, bad: [] };
}

/** A heading that ends with a question mark may be absent. */
const isNeeded = (columns: Readonly<Record<string, readonly string[]>>, name: string) =>
  !(columns[name] ?? []).includes('?');

function columnOf(title: string, columns: Readonly<Record<string, readonly string[]>>): string | undefined {
  const wanted = plain(title);
  return Object.entries(columns).find(([name, words]) =>
    [name, ...words].some((word) => plain(word) === wanted && wanted !== ''),
  )?.[0];
}

/** Spreadsheets of this country write semicolons where others write commas. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const count = (sign: string) => first.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** An apostrophe before a sign that begins a formula was put there when the file was written. */
const unescaped = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '');

/** Whether two names mean the same record: without accents, capitals and signs. */
export const isSameName = (one: string, other: string) => plain(one) === plain(other) && plain(one) !== '';
