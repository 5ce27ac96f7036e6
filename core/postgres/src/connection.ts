import { readFileSync } from 'node:fs';
import { GlowBotError } from '@glowbot/core';

/** Where a database is and who asks. Plain data, so that it can be handed to another process. */
export type DatabaseConnection = {
  /** A host name, an address, or the folder of a Unix socket. */
  host: string;
  port: number;
  user: string;
  password?: string | undefined;
  database: string;
  ssl?: { rejectUnauthorized: true; ca?: string } | undefined;
};

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/**
 * Reads a `postgres://` address. Clinics' data never travels unencrypted between machines: outside this machine the
 * server's certificate is verified, and an address that asks for less is refused.
 */
export function connectionFrom(databaseUrl: string): DatabaseConnection {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new GlowBotError('CONFIG_INVALID', 'DATABASE_URL is not a postgres:// address.');
  }
  const host = url.searchParams.get('host') ?? (decodeURIComponent(url.hostname) || 'localhost');
  const mode = url.searchParams.get('sslmode');
  const isHere = host.startsWith('/') || loopback.has(host);
  if (!isHere && mode !== null && !['require', 'verify-ca', 'verify-full'].includes(mode)) {
    throw new GlowBotError(
      'CONFIG_INVALID',
      `DATABASE_URL asks for sslmode=${mode} to another machine; use verify-full.`,
    );
  }
  const authority = url.searchParams.get('sslrootcert');
  const isEncrypted = !isHere || (mode !== null && mode !== 'disable' && !host.startsWith('/'));
  return {
    host,
    port: Number(url.port || url.searchParams.get('port') || 5432),
    user: decodeURIComponent(url.username) || (url.searchParams.get('user') ?? 'postgres'),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...(isEncrypted
      ? {
          ssl: {
            rejectUnauthorized: true,
            ...(authority === null ? {} : { ca: readFileSync(authority, 'utf8') }),
          },
        }
      : {}),
  };
}
