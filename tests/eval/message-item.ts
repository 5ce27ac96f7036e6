import { z } from 'zod';

const Treatment = z.union([z.string(), z.array(z.string())]);
const Detail = z.union([z.string(), z.number()]);
export type Detail = z.infer<typeof Detail>;
const Details = z.record(z.string(), Detail);

export const MessageItem = z.object({
  id: z.string(),
  text: z.string(),
  expect: z.object({
    intents: z.array(z.string()),
    treatment: Treatment.optional(),
    entities: Details.default({}),
    urgency: z.enum(['medical', 'angry']).optional(),
  }),
  /** Further intents that are no errors. */
  allow: z.array(z.string()).default([]),
  altTreatment: z.array(Treatment).default([]),
  tags: z.array(z.string()),
});
export type MessageItem = z.infer<typeof MessageItem>;

export const MessagePrediction = z.object({
  intents: z.array(z.string()).default([]),
  treatment: Treatment.nullish(),
  entities: Details.default({}),
  urgency: z.string().optional(),
});
export type MessagePrediction = z.infer<typeof MessagePrediction>;
