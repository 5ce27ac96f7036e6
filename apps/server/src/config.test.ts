import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');

test('nothing configured is a demo on this machine only', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    isDemo: true,
    environment: { PORT: 3000, HOST: '127.0.0.1', GLOWBOT_ROLE: 'all' },
  });
});

test('an empty setting counts as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' }).isDemo).toBe(true);
});

test('every mistake is named at once, and no value is repeated', () => {
  const bad = {
    PORT: 'hundred',
    GLOWBOT_ROLE: 'boss',
    GLOWBOT_MASTER_KEY: 'hunter2',
    FACEBOOK_APP_SECRET: 's3cret',
  };
  expect(() => readConfig(bad)).toThrow(/PORT.*GLOWBOT_ROLE.*GLOWBOT_MASTER_KEY.*FACEBOOK_APP_ID/s);
  expect(() => readConfig(bad)).not.toThrow(/hunter2|s3cret|hundred/);
});

test('a real database asks for a master key', () => {
  const url = 'postgres://db.example/glowbot';
  expect(() => readConfig({ DATABASE_URL: url })).toThrow('GLOWBOT_MASTER_KEY');
  expect(readConfig({ DATABASE_URL: url, GLOWBOT_MASTER_KEY: key }).isDemo).toBe(false);
});

test('a vendor is configured wholly or not at all', () => {
  expect(() => readConfig({ ZALO_APP_ID: '1', ZALO_APP_SECRET: '2' })).toThrow('ZALO_OA_SECRET');
  const whole = { ZALO_APP_ID: '1', ZALO_APP_SECRET: '2', ZALO_OA_SECRET: '3', GLOWBOT_MASTER_KEY: key };
  expect(readConfig(whole)).toMatchObject({
    isDemo: false,
    zalo: { appId: '1', openapiUrl: 'https://openapi.zalo.me' },
  });
});

test('a key alone connects Claude, and does not end the demo', () => {
  expect(readConfig({}).claude).toBeUndefined();
  const config = readConfig({
    ANTHROPIC_API_KEY: 'sk-test',
    ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
    GLOWBOT_MODEL_UNDERSTAND: 'small',
  });
  expect(config).toMatchObject({
    isDemo: true,
    claude: { apiKey: 'sk-test', baseUrl: 'http://127.0.0.1:9', models: { understand: 'small' } },
  });
});
