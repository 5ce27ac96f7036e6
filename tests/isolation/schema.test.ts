import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestStore, testStore } from '../postgres/test-database.ts';
import { engineChanges, engineReads, globallyUnique, platformTables } from './reviewed.ts';

let database: TestStore;
let tables: string[];
let tenants: string[];

beforeAll(async () => {
  database = await testStore();
  tables = await names(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  tenants = tables.filter((table) => !platformTables.includes(table));
});
afterAll(() => database.close());

async function names(query: string): Promise<string[]> {
  return (await database.sql<{ name: string }>(query)).map(({ name }) => name).toSorted();
}

/** Constraints and unique indexes with their columns in order. */
const keys = `
  select t.relname as "table", i.indisprimary as "isPrimary",
    (select array_agg(a.attname::text order by k.nth) from unnest(i.indkey::int2[]) with ordinality as k (attnum, nth)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum) as columns
  from pg_index i join pg_class t on t.oid = i.indrelid
  where t.relnamespace = 'public'::regnamespace and (i.indisunique or i.indisexclusion)`;

const foreignKeys = `
  select c.conrelid::regclass::text as "table", c.confrelid::regclass::text as target,
    (select array_agg(a.attname::text order by k.nth) from unnest(c.conkey) with ordinality as k (attnum, nth)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as columns,
    (select array_agg(a.attname::text order by k.nth) from unnest(c.confkey) with ordinality as k (attnum, nth)
      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum) as "targetColumns"
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`;

describe('every table', () => {
  test('is a clinic’s, or is on the short list of tables that were looked at', () => {
    expect(tables).toEqual(expect.arrayContaining(platformTables));
    expect(tenants.length).toBeGreaterThan(25);
  });

  test('of a clinic names the clinic first in its primary key', async () => {
    const found = await database.sql<{ table: string; isPrimary: boolean; columns: string[] }>(keys);
    const primary = new Map(found.filter((key) => key.isPrimary).map((key) => [key.table, key.columns[0]]));
    expect(tenants.filter((table) => primary.get(table) !== 'clinic_id')).toEqual([]);
  });

  test('of a clinic is unique within the clinic, so that no collision tells of another', async () => {
    const found = await database.sql<{ table: string; columns: string[] }>(keys);
    const global = found
      .filter((key) => tenants.includes(key.table) && key.columns[0] !== 'clinic_id')
      .map((key) => `${key.table} (${key.columns.join(', ')})`);
    expect(global.toSorted()).toEqual(globallyUnique);
  });

  test('of a clinic points only within the same clinic', async () => {
    const found = await database.sql<{
      table: string;
      target: string;
      columns: string[];
      targetColumns: string[];
    }>(foreignKeys);
    expect(found.length).toBeGreaterThan(20);
    const astray = found.filter(
      ({ columns, targetColumns }) => columns[0] !== 'clinic_id' || targetColumns[0] !== 'clinic_id',
    );
    expect(astray).toEqual([]);
    expect(found.filter(({ target, columns }) => target !== 'clinics' && columns.length < 2)).toEqual([]);
  });

  test('of a clinic belongs to one, and goes with it', async () => {
    const chained = await names(`
      with recursive owned (relid) as (
        select 'clinics'::regclass::oid
        union select c.conrelid from pg_constraint c join owned on c.confrelid = owned.relid
        where c.contype = 'f' and c.confdeltype = 'c'
      ) select relid::regclass::text as name from owned`);
    expect(chained).toEqual(tenants);
  });

  test('of a clinic is under forced row-level security', async () => {
    const open = await names(`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`);
    expect(open).toEqual(platformTables);
  });

  test('of a clinic has one policy for the application, and one for the engine only where it finds work', async () => {
    const own = `(strpos(current_setting('app.clinic_ids'::text, true), (clinic_id)::text) > 0)`;
    const policies = await database.sql<Record<'table' | 'role' | 'command' | 'reads' | 'writes', string>>(`
      select tablename as "table", roles[1] as role, cmd as command, qual as reads, coalesce(with_check, '') as writes
      from pg_policies where schemaname = 'public'`);
    const ofApp = policies.filter(({ role }) => role === 'glowbot_app');
    expect(ofApp.map(({ table }) => table).toSorted()).toEqual(tenants);
    for (const { command, reads, writes } of ofApp)
      expect([command, reads, writes]).toEqual(['ALL', own, own]);
    const ofEngine = policies.filter(({ role }) => role === 'glowbot_engine');
    const expected = [
      ...Object.keys(engineReads).map((table) => `${table} SELECT`),
      ...Object.keys(engineChanges).map((table) => `${table} UPDATE`),
    ];
    expect(ofEngine.map(({ table, command }) => `${table} ${command}`).toSorted()).toEqual(
      expected.toSorted(),
    );
    expect(policies).toHaveLength(ofApp.length + ofEngine.length);
  });
});

describe('the roles', () => {
  test('own nothing and pass no policy by', async () => {
    const roles = await database.sql(`
      select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname like 'glowbot\\_%' order by 1`);
    const harmless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    };
    expect(roles).toEqual([
      { rolname: 'glowbot_app', ...harmless },
      { rolname: 'glowbot_engine', ...harmless },
    ]);
  });

  test('cannot empty a table, because that asks no policy', async () => {
    const able = await names(`
      select c.relname || ' by ' || r.rolname as name from pg_class c, pg_roles r
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and r.rolname like 'glowbot\\_%'
        and has_table_privilege(r.oid, c.oid, 'truncate, references, trigger')`);
    expect(able).toEqual([]);
  });

  test('the engine reads and changes exactly the columns that were looked at', async () => {
    const may = (privilege: string) =>
      names(`
        select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
          and has_column_privilege('glowbot_engine', c.oid, a.attnum, '${privilege}')`).then((found) =>
        found.filter((name) => tenants.includes(name.split('.')[0] ?? '')),
      );
    const listed = (columns: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(columns).flatMap(([table, list]) => list.map((column) => `${table}.${column}`));
    expect(await may('select')).toEqual(listed(engineReads).toSorted());
    expect(await may('update')).toEqual(listed(engineChanges).toSorted());
    expect(await may('insert')).toEqual([]);
  });

  test('find no view and no function that would act with somebody else’s rights', async () => {
    const found = await names(`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      union all
      select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`);
    expect(found).toEqual([]);
  });
});
