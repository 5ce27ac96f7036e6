import pg from 'pg';

const { builtins } = pg.types;

type Parser = (text: string) => unknown;

const toDate: (text: string) => Date = pg.types.getTypeParser(builtins.TIMESTAMPTZ);

/** Instants come as milliseconds and days as text: a Date of the host's own zone would move both. */
const parsers = new Map<number, Parser>([
  [builtins.TIMESTAMPTZ, (text) => toDate(text).getTime()],
  [builtins.DATE, (text) => text],
]);

/** How this package reads columns; it changes nothing for other users of the driver. */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return parsers.get(oid) ?? pg.types.getTypeParser(oid, format);
  },
};
