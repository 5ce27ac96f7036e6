import { stringify } from 'csv-stringify/sync';

/**
 * A file that Excel opens with its accents, and in which no cell is a formula: what a customer wrote as a name must not run on
 * somebody's desk.
 */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([[...head], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}
