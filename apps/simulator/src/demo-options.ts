import type { SimulatorOptions } from './options.ts';

/** Invented credentials for a simulator that runs alone; a server must be given the same ones. */
export function demoOptions(port: number, server: string): SimulatorOptions {
  return {
    port,
    webhookUrls: {
      facebook: new URL('/webhooks/facebook', server).href,
      zalo: new URL('/webhooks/zalo', server).href,
    },
    facebook: {
      appId: '100000000000001',
      appSecret: 'simulated-facebook-app-secret',
      verifyToken: 'simulated-verify-token',
      pages: [{ id: '200000000000001', name: 'Phòng khám Thử', accessToken: 'simulated-page-token' }],
    },
    zalo: {
      appId: '3000000000000000001',
      appSecret: 'simulated-zalo-app-secret',
      oaSecret: 'simulated-oa-secret',
      oas: [
        {
          id: '4000000000000000001',
          name: 'Phòng khám Thử',
          accessToken: 'simulated-oa-token',
          refreshToken: 'simulated-refresh-token',
        },
      ],
    },
  };
}
