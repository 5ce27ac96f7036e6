import { z } from 'zod';

/** Who earned a booking. What no rule covers is unknown, and is never billed. */
export type Category = z.infer<typeof Category>;
const Category = z.enum(['by-assistant', 'assisted', 'won-back', 'own', 'unknown']);

export const Condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made-by'), by: z.array(z.enum(['chat', 'staff', 'import'])).nonempty() }),
  /** Such a touch, at most so long before the booking. */
  z.strictObject({
    kind: z.literal('touch'),
    of: z.array(z.enum(['ad', 'link', 'qr', 'follow-up', 'menu', 'organic', 'staff-entered'])).nonempty(),
    withinDays: z.number().int().positive(),
  }),
  /** No person of the clinic wrote in the hours before the booking. */
  z.strictObject({ kind: z.literal('staff-silent'), withinHours: z.number().int().positive() }),
  /** The assistant wrote in the hours before the booking. */
  z.strictObject({ kind: z.literal('assistant-spoke'), withinHours: z.number().int().positive() }),
]);
export type Condition = z.infer<typeof Condition>;

export const Rule = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  category: Category.exclude(['unknown']),
  /** The rule as a sentence, for whoever signs the contract. */
  words: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  /** All of them. */
  when: z.array(Condition).nonempty(),
});
export type Rule = z.infer<typeof Rule>;

/** The rules of one clinic's contract, in order: the first that applies decides. A change is a new version. */
export const RuleSet = z.strictObject({
  version: z.number().int().positive(),
  /** A booking so soon after a fallen one of the same treatment is the same outcome. */
  sameOutcomeDays: z.number().int().min(0).max(180),
  rules: z.array(Rule).nonempty(),
});
export type RuleSet = z.infer<typeof RuleSet>;

export const standardRules: RuleSet = RuleSet.parse({
  version: 1,
  sameOutcomeDays: 30,
  rules: [
    {
      key: 'entered-by-clinic',
      category: 'own',
      words: {
        vi: 'Lịch do nhân viên nhập hoặc chuyển từ sổ cũ là của phòng khám.',
        en: 'An appointment entered by staff or imported is the clinic’s own.',
      },
      when: [{ kind: 'made-by', by: ['staff', 'import'] }],
    },
    {
      key: 'won-back-by-follow-up',
      category: 'won-back',
      words: {
        vi: 'Khách đặt lịch trong 14 ngày sau tin chăm sóc của trợ lý, nhân viên không nhắn trong 72 giờ trước đó.',
        en: 'Booked within 14 days of a follow-up by the assistant, and no staff member wrote in the 72 hours before.',
      },
      when: [
        { kind: 'made-by', by: ['chat'] },
        { kind: 'touch', of: ['follow-up'], withinDays: 14 },
        { kind: 'staff-silent', withinHours: 72 },
      ],
    },
    {
      key: 'booked-by-assistant',
      category: 'by-assistant',
      words: {
        vi: 'Trợ lý chốt lịch trong cuộc trò chuyện, nhân viên không nhắn trong 72 giờ trước đó.',
        en: 'The assistant made the booking in the chat, and no staff member wrote in the 72 hours before.',
      },
      when: [
        { kind: 'made-by', by: ['chat'] },
        { kind: 'assistant-spoke', withinHours: 72 },
        { kind: 'staff-silent', withinHours: 72 },
      ],
    },
    {
      key: 'assisted',
      category: 'assisted',
      words: {
        vi: 'Lịch chốt trong cuộc trò chuyện, cả trợ lý và nhân viên cùng nhắn trong 72 giờ trước đó.',
        en: 'Booked in the chat after both the assistant and staff wrote in the 72 hours before.',
      },
      when: [
        { kind: 'made-by', by: ['chat'] },
        { kind: 'assistant-spoke', withinHours: 72 },
      ],
    },
  ],
});
