import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { demoOptions } from './demo-options.ts';
import { startSimulator } from './simulator.ts';
import { openSimulator } from './test-clinic/open-simulator.ts';

test('the chat page and each of its files are served under a policy that allows only own files', async () => {
  const { simulator } = await openSimulator();
  const page = await fetch(`${simulator.url}/`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(html).not.toMatch(/<script(?![^>]*src=)|\son[a-z]+=|style=/);
  const files = [...html.matchAll(/(?:src|href)="(?<path>\/page\/[^"]+)"/g)].map(
    (match) => match.groups?.['path'],
  );
  expect(files.length).toBeGreaterThan(3);
  for (const path of [...files, '/page/words.js', '/page/thread-view.js', '/page/simulator-client.js']) {
    const file = await fetch(simulator.url + path);
    expect(file.status, path).toBe(200);
    expect(await file.text(), path).not.toMatch(
      /https?:\/\/(?!www\.w3\.org)[a-z]|innerHTML|insertAdjacentHTML/i,
    );
  }
  for (const path of ['/page/../simulator.ts', '/page/%2e%2e/simulator.ts', '/page/index.html']) {
    expect((await fetch(simulator.url + path)).status, path).toBe(404);
  }
});

test('webhooks to another machine are refused before anything starts', async () => {
  for (const server of ['https://127.0.0.1:1', 'http://clinic.example', 'http://127.0.0.1.clinic.example']) {
    await expect(startSimulator(demoOptions(0, server)), server).rejects.toThrow('on this machine');
  }
});

test('a port that is taken is said so', async () => {
  const { simulator, clinic } = await openSimulator();
  const port = Number(new URL(simulator.url).port);
  await expect(startSimulator(demoOptions(port, clinic.url))).rejects.toThrow('EADDRINUSE');
});

test('closing ends streams, hanging calls, waits and retries', async () => {
  const { simulator, clinic } = await openSimulator({ webhookRetryMs: [3_600_000] });
  clinic.answerWith((_, response) => response.writeHead(500).end());
  const { id } = simulator.createCustomer({ channel: 'zalo', name: 'Trần Thị Thử' });
  simulator.customerSays(id, 'Chào');
  await clinic.waitFor(1);
  const stream = await fetch(`${simulator.url}/control/events`);
  simulator.failNextSends({ count: 1, fault: { kind: 'hang' } });
  const hanging = expect(
    fetch(`${simulator.url}/v3.0/oa/message/cs`, {
      method: 'POST',
      headers: { access_token: 'simulated-oa-token' },
      body: JSON.stringify({ recipient: { user_id: id }, message: { text: 'Dạ' } }),
    }),
  ).rejects.toThrow('fetch failed');
  const waiting = expect(simulator.waitForSends(id, 1, 3_600_000)).rejects.toThrow('Nobody waits');
  const reading = expect(stream.text()).rejects.toThrow('terminated');
  await simulator.close();
  await Promise.all([hanging, waiting, reading]);
  const refused = await new Promise((resolve) => {
    connect(Number(new URL(simulator.url).port), '127.0.0.1')
      .on('error', () => resolve(true))
      .on('connect', () => resolve(false));
  });
  expect(refused).toBe(true);
  await simulator.close();
});
