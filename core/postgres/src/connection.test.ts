import { expect, test } from 'vitest';
import { connectionFrom } from './connection.ts';

test('an address on this machine needs no encryption', () => {
  expect(connectionFrom('postgres://glow:p%40ss@localhost:5433/clinics')).toEqual({
    host: 'localhost',
    port: 5433,
    user: 'glow',
    password: 'p@ss',
    database: 'clinics',
  });
});

test('a socket folder can be named', () => {
  const connection = connectionFrom('postgres:///clinics?host=/run/postgresql&user=glow&port=5440');
  expect(connection).toEqual({ host: '/run/postgresql', port: 5440, user: 'glow', database: 'clinics' });
});

test('to another machine the certificate is verified, whether or not the address asks for it', () => {
  for (const mode of ['', '?sslmode=require', '?sslmode=verify-full']) {
    const { ssl } = connectionFrom(`postgres://glow@db.example.invalid/clinics${mode}`);
    expect(ssl).toEqual({ rejectUnauthorized: true });
  }
});

test.each(['disable', 'allow', 'prefer', 'no-verify'])('sslmode=%s to another machine is refused', (mode) => {
  expect(() => connectionFrom(`postgres://glow@db.example.invalid/clinics?sslmode=${mode}`)).toThrow(
    /CONFIG_INVALID/,
  );
});

test('what is not an address of PostgreSQL is refused without repeating it', () => {
  expect(() => connectionFrom('mysql://root:geheim@localhost/x')).toThrow(/CONFIG_INVALID/);
  expect(() => connectionFrom('mysql://root:geheim@localhost/x')).not.toThrow(/geheim/);
});
