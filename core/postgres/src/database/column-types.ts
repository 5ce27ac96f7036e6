import pg from 'pg';

/** How this package reads columns, and no other user of the driver: a Date of the host's own zone would move days and instants. */
export const columnTypes = new pg.TypeOverrides();

columnTypes.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** `2026-11-23 11:34:33.123+00` → milliseconds. */
columnTypes.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
);
