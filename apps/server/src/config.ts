import { readFileSync } from 'node:fs';
import { GlowBotError } from '@glowbot/core';
import { z } from 'zod';
import type { AlertConfig } from './notifiers/notifiers.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const key = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');
const keys = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(z.array(key));

/** Settings as they stand in the environment. `core/docs/configuration.md` explains each to a clinic's operator. */
const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  GLOWBOT_DATA: z.string().default('.glowbot'),
  GLOWBOT_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  GLOWBOT_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  GLOWBOT_SIMULATOR_PORT: port.optional(),
  GLOWBOT_MASTER_KEY: key.optional(),
  GLOWBOT_MASTER_KEYS_OLD: keys.default([]),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: url.optional(),
  GLOWBOT_MODEL_UNDERSTAND: z.string().max(100).optional(),
  GLOWBOT_MODEL_WORD: z.string().max(100).optional(),
  GLOWBOT_MODEL_TOKENS: z.coerce.number().int().nonnegative().optional(),
  FACEBOOK_APP_ID: z.string().optional(),
  FACEBOOK_APP_SECRET: z.string().optional(),
  FACEBOOK_VERIFY_TOKEN: z.string().optional(),
  FACEBOOK_GRAPH_URL: url.default('https://graph.facebook.com'),
  FACEBOOK_DIALOG_URL: url.default('https://www.facebook.com'),
  ZALO_APP_ID: z.string().optional(),
  ZALO_APP_SECRET: z.string().optional(),
  ZALO_OA_SECRET: z.string().optional(),
  ZALO_OPENAPI_URL: url.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: url.default('https://oauth.zaloapp.com'),
  ALERT_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ALERT_FROM: z.string().optional(),
  ALERT_DOOR_SECRET: z.string().min(16).optional(),
  ALERT_DOOR_SMS_URL: url.optional(),
  ALERT_DOOR_ZALO_URL: url.optional(),
  ALERT_DOOR_TELEGRAM_URL: url.optional(),
});
export type Environment = z.infer<typeof Environment>;

export type FacebookConfig = {
  appId: string;
  appSecret: string;
  verifyToken: string;
  graphUrl: string;
  dialogUrl: string;
};
export type ZaloConfig = {
  appId: string;
  appSecret: string;
  oaSecret: string;
  openapiUrl: string;
  oauthUrl: string;
};

export type ClaudeConfig = {
  apiKey: string;
  baseUrl?: string | undefined;
  models: { understand?: string; word?: string; brief?: string };
};

export type Config = {
  environment: Environment;
  facebook: FacebookConfig | undefined;
  zalo: ZaloConfig | undefined;
  /** Without a key the bot speaks by rules and templates. */
  claude: ClaudeConfig | undefined;
  alerts: AlertConfig;
  /** Nothing of the outside world is configured: run everything on this machine, with simulated vendors. */
  isDemo: boolean;
};

/** Reads the whole configuration at once; a bad one stops the start with a list that names every mistake. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(filled);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const environment = parsed.data;

  const facebook = group(
    filled,
    ['FACEBOOK_APP_ID', 'FACEBOOK_APP_SECRET', 'FACEBOOK_VERIFY_TOKEN'],
    problems,
  );
  const zalo = group(filled, ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET'], problems);
  const isDemo = !filled.DATABASE_URL && !facebook && !zalo;
  if (!isDemo && filled.DATABASE_URL && !filled.GLOWBOT_MASTER_KEY) {
    problems.push('GLOWBOT_MASTER_KEY: needed with DATABASE_URL; make one with `openssl rand -base64 32`');
  }
  const email = group(filled, ['ALERT_SMTP_URL', 'ALERT_FROM'], problems);
  const doors = doorsOf(filled, problems);
  if ((email || doors) && !filled.PUBLIC_URL)
    problems.push(
      'PUBLIC_URL: needed with ALERT_ settings, because every alert carries a link to this server',
    );
  if (!environment || problems.length > 0)
    throw new GlowBotError('CONFIG_INVALID', `${problems.join('; ')}.`);

  return {
    environment,
    isDemo,
    claude: claudeOf(environment),
    facebook: facebook && {
      appId: facebook.FACEBOOK_APP_ID ?? '',
      appSecret: facebook.FACEBOOK_APP_SECRET ?? '',
      verifyToken: facebook.FACEBOOK_VERIFY_TOKEN ?? '',
      graphUrl: environment.FACEBOOK_GRAPH_URL,
      dialogUrl: environment.FACEBOOK_DIALOG_URL,
    },
    zalo: zalo && {
      appId: zalo.ZALO_APP_ID ?? '',
      appSecret: zalo.ZALO_APP_SECRET ?? '',
      oaSecret: zalo.ZALO_OA_SECRET ?? '',
      openapiUrl: environment.ZALO_OPENAPI_URL,
      oauthUrl: environment.ZALO_OAUTH_URL,
    },
    alerts: {
      email: email && { smtpUrl: email.ALERT_SMTP_URL ?? '', from: email.ALERT_FROM ?? '' },
      doors,
    },
  };
}

function claudeOf(environment: Environment): ClaudeConfig | undefined {
  const apiKey = environment.ANTHROPIC_API_KEY;
  return apiKey === undefined
    ? undefined
    : { apiKey, baseUrl: environment.ANTHROPIC_BASE_URL, models: modelsOf(environment) };
}

/** Which models do what, where the operator chose. */
function modelsOf({ GLOWBOT_MODEL_UNDERSTAND, GLOWBOT_MODEL_WORD }: Environment): ClaudeConfig['models'] {
  return {
    ...(GLOWBOT_MODEL_UNDERSTAND === undefined ? {} : { understand: GLOWBOT_MODEL_UNDERSTAND }),
    ...(GLOWBOT_MODEL_WORD === undefined ? {} : { word: GLOWBOT_MODEL_WORD, brief: GLOWBOT_MODEL_WORD }),
  };
}

/** Doors by the name that people's ways have for them. */
const doorNames = {
  sms: 'ALERT_DOOR_SMS_URL',
  zalo: 'ALERT_DOOR_ZALO_URL',
  telegram: 'ALERT_DOOR_TELEGRAM_URL',
};

/** A door without a secret would open to anybody. */
function doorsOf(
  variables: Readonly<Record<string, string | undefined>>,
  problems: string[],
): AlertConfig['doors'] {
  const urls = new Map(
    Object.entries(doorNames).flatMap(([name, variable]): [string, string][] => {
      const value = variables[variable];
      return value ? [[name, value]] : [];
    }),
  );
  if (urls.size === 0) return undefined;
  const secret = variables.ALERT_DOOR_SECRET;
  if (!secret) problems.push('ALERT_DOOR_SECRET: needed with the address of a door');
  return { secret: secret ?? '', urls };
}

/** Settings that make sense only together: all of them, or none. */
function group(
  variables: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
  problems: string[],
): Record<string, string | undefined> | undefined {
  const missing = names.filter((name) => !variables[name]);
  if (missing.length === names.length) return undefined;
  for (const name of missing)
    problems.push(`${name}: missing, although ${names.find((n) => variables[n])} is set`);
  return Object.fromEntries(names.map((name) => [name, variables[name]]));
}

/** The version this server reports, from its own package. */
export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;
