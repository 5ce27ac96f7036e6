import { z } from 'zod';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The simulator speaks to this machine only, so that demo messages can never reach a real endpoint. */
const LoopbackUrl = z.string().refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'http:' && loopback.has(url.hostname);
}, 'must be an http address on this machine, such as http://127.0.0.1:3000/webhooks/zalo');

const Id = z.string().regex(/^\d{1,30}$/, 'must be a string of digits, as the vendors give out');
const Secret = z.string().min(1);

export const WebhookUrls = z.strictObject({ facebook: LoopbackUrl, zalo: LoopbackUrl });
export type WebhookUrls = z.infer<typeof WebhookUrls>;

export const SimulatorOptions = z.strictObject({
  /** 0 takes any free port. */
  port: z.int().min(0).max(65535),
  webhookUrls: WebhookUrls,
  facebook: z.strictObject({
    appId: Id,
    appSecret: Secret,
    verifyToken: Secret,
    pages: z.array(z.strictObject({ id: Id, name: z.string().min(1), accessToken: Secret })),
  }),
  zalo: z.strictObject({
    appId: Id,
    appSecret: Secret,
    oaSecret: Secret,
    oas: z.array(
      z.strictObject({ id: Id, name: z.string().min(1), accessToken: Secret, refreshToken: Secret }),
    ),
  }),
  /** The key that the simulated Messages API accepts. */
  claude: z.strictObject({ apiKey: Secret }).default({ apiKey: 'simulated-claude-key' }),
  /** Milliseconds since 1970; decides reply windows, token ages and every printed time. */
  clock: z.custom<() => number>((value) => typeof value === 'function').optional(),
  /** Waits before the second, third, … attempt of a webhook that was not answered in time with 200. */
  webhookRetryMs: z.array(z.number().min(0)).optional(),
  /** Where the chat page's link "Xem máy trạng thái" leads. */
  watchUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** The vendors' own figures unless a load test lifts them. */
  limits: z
    .strictObject({
      zaloCallsPerMinute: z.int().positive().optional(),
      facebookSendsPerSecond: z.int().positive().optional(),
    })
    .optional(),
});
export type SimulatorOptions = z.input<typeof SimulatorOptions>;
