import { afterAll, beforeAll, expect, test } from 'vitest';
import { vendor } from '../journeys/world.ts';
import { type ServerProcess, serverProcess } from './server-process.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await serverProcess('debug');
});
afterAll(() => server.close());

test('logs carry no name, phone, message or token, not even of what failed', async () => {
  const { simulator } = server;
  await server.start();
  const { id } = simulator.createCustomer({ channel: 'facebook', name: 'Tên Bí Mật' });
  const say = async (text: string, answers: number) => {
    simulator.customerSays(id, text);
    await simulator.waitForSends(id, answers, 30_000);
  };
  await say('đặt khám da 10h sáng thứ 4 tuần sau ở quận 3, em tên Lộ Danh', 1);
  await say('0987654321', 2);
  simulator.failNextSends({ count: 1, customerId: id, fault: { kind: 'code', code: 190 } });
  simulator.customerSays(id, 'câu nói riêng tư');
  await expect.poll(() => server.logged(), { timeout: 30_000 }).toContain('message not delivered');
  await server.terminate();
  for (const secret of [
    'Lộ Danh',
    '0987654321',
    'riêng tư',
    'Bí Mật',
    vendor.facebook.pageToken,
    vendor.facebook.appSecret,
  ]) {
    expect(server.logged()).not.toContain(secret);
  }
});
