import {
  type ChannelAdapter,
  type Choice,
  type FailureNext,
  InboundEvent,
  type Instant,
  type OpenAccount,
  type OutboundMessage,
  type VendorCall,
  type WebhookRequest,
} from '@glowbot/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersInTurn,
  neverAnswers,
  refusesConnection,
  type ScriptedAnswer,
} from './channel-contract-fetch.ts';

/** What an adapter's author supplies: fixtures of the vendor, and the vendor's side of a conversation. */
export type ChannelSubject<Credentials> = {
  /** An adapter that meets only this fetch, and gives up on it after the given time. */
  create(fetch: typeof globalThis.fetch, timeoutMs: number): ChannelAdapter<Credentials>;
  account: OpenAccount<Credentials>;
  /** Later than every fixture. */
  receivedAt: Instant;
  /** The webhook request as the vendor signs it. */
  sign(body: Uint8Array): WebhookRequest;
  /** The header that carries the signature. */
  signatureHeader: string;
  /** Bodies by what they hold, one event each. */
  bodies: {
    messages: readonly Uint8Array[];
    echoes: readonly Uint8Array[];
    receipts: readonly Uint8Array[];
    unknown: readonly Uint8Array[];
  };
  /** What a customer sees of a call. */
  show(call: VendorCall): { text: string; titles: readonly string[] };
  /** What the vendor posts when the customer taps the n-th choice of a call. */
  tap(call: VendorCall, index: number): Uint8Array;
  /** What the vendor posts back after it accepted a call of ours. */
  echoOf(call: VendorCall): Uint8Array;
  answers: {
    accepted(messageId: string): ScriptedAnswer;
    rejected: readonly { answer: ScriptedAnswer; next: FailureNext; vendorCode: string }[];
    /** Answers that prove nothing. */
    unclear: readonly ScriptedAnswer[];
  };
};

const treatments = ['peel', 'laser', 'botox', 'filler', 'mesotherapy', 'hifu'];
const choices: readonly Choice[] = Array.from({ length: 20 }, (_, index) => ({
  title: `Liệu trình chăm sóc da chuyên sâu thứ ${index + 1}`,
  meaning: { entities: { treatments: [treatments[index % 6] ?? 'peel'], option: index + 1 }, confirm: true },
}));

const message = (text: string, offered: readonly Choice[] = []): OutboundMessage => ({
  key: 'out-0001',
  contactId: '1234567890123456789',
  text,
  choices: offered,
});

const letters = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** The promises of every channel. Run it in a test file of the adapter. */
export function channelContract<Credentials>(name: string, subject: ChannelSubject<Credentials>): void {
  const offline = subject.create(() => Promise.reject(new Error('no network in a pure verb')), 1);
  const parse = (body: Uint8Array, receivedAt = subject.receivedAt) => offline.parse(body, receivedAt);
  const every = Object.values(subject.bodies).flat();

  describe(`${name} as a channel`, () => {
    describe('receiving', () => {
      it('gives a redelivered event the same id, whenever it comes', () => {
        for (const body of every) {
          const ids = parse(body).map((event) => event.id);
          expect(ids).not.toEqual([]);
          expect(parse(body, subject.receivedAt + 3_600_000).map((event) => event.id)).toEqual(ids);
        }
      });

      it('gives different events different ids', () => {
        const ids = every.flatMap((body) => parse(body).map((event) => event.id));
        expect(new Set(ids).size).toBe(ids.length);
      });

      it.each([
        ['message', subject.bodies.messages],
        ['echo', subject.bodies.echoes],
        ['receipt', subject.bodies.receipts],
        ['unrecognised', subject.bodies.unknown],
      ] as const)('reads each %s as one, in the shape the engine expects', (kind, bodies) => {
        expect(bodies).not.toEqual([]);
        for (const body of bodies) {
          const events = parse(body);
          expect(events.map((event) => event.kind)).toEqual([kind]);
          for (const event of events) expect(InboundEvent.parse(event)).toEqual(event);
        }
      });

      it('keeps whatever bytes arrive and never throws', () => {
        const bytes = fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.json().map((text) => new TextEncoder().encode(text)),
          fc
            .record({ body: fc.constantFrom(...every), at: fc.nat(), value: fc.nat({ max: 255 }) })
            .map(({ body, at, value }) => body.with(at % body.length, value)),
        );
        fc.assert(
          fc.property(bytes, (body) => {
            const events = parse(body);
            expect(events.length).toBeGreaterThan(0);
            for (const event of events) InboundEvent.parse(event);
            offline.verify(subject.sign(body));
          }),
          { numRuns: 300 },
        );
      });

      it('keeps events nested beyond all reason', () => {
        const deep = '['.repeat(100_000);
        expect(parse(new TextEncoder().encode(deep)).map((event) => event.kind)).toEqual(['unrecognised']);
      });
    });

    describe('verification', () => {
      const [body = new Uint8Array()] = subject.bodies.messages;
      const signed = subject.sign(body);
      const signature = signed.headers[subject.signatureHeader] ?? '';
      const verifyWith = (change: Partial<WebhookRequest>) => offline.verify({ ...signed, ...change }).kind;

      it('accepts what the vendor signed', () => {
        expect(verifyWith({})).toBe('genuine');
      });

      it('refuses a body changed in a single byte', () => {
        const at = body.length - 2;
        expect(verifyWith({ body: body.with(at, (body[at] ?? 0) ^ 1) })).toBe('refused');
        expect(verifyWith({ body: new Uint8Array() })).toBe('refused');
      });

      it.each([
        ['one digit shorter', signature.slice(0, -1)],
        ['one digit longer', `${signature}0`],
        ['another last digit', signature.slice(0, -1) + (signature.endsWith('0') ? '1' : '0')],
        ['letters that are no digits', `${signature.slice(0, -2)}zz`],
        ['empty', ''],
      ])('refuses a signature that is wrong: %s', (_, wrong) => {
        expect(verifyWith({ headers: { ...signed.headers, [subject.signatureHeader]: wrong } })).toBe(
          'refused',
        );
      });

      it('refuses a body without a signature', () => {
        expect(verifyWith({ headers: {} })).toBe('refused');
      });
    });

    describe('rendering', () => {
      const { textLimit, choices: limits } = offline.capabilities;
      const shown = (outbound: OutboundMessage) => offline.render(outbound).map((call) => subject.show(call));

      it('keeps every message within the limit and loses no letter', () => {
        const words = fc.array(
          fc.constantFrom('chào', 'chị', 'da.', '\n', '💆🏻‍♀️', 'Nguyễn'.normalize('NFD'), 'ă'.repeat(3000)),
          {
            maxLength: 900,
          },
        );
        fc.assert(
          fc.property(words, (parts) => {
            const text = parts.join(' ');
            const texts = shown(message(text)).map((each) => each.text);
            for (const each of texts) {
              expect(each.length).toBeLessThanOrEqual(textLimit);
              expect(each.isWellFormed()).toBe(true);
              expect(each).not.toBe('');
            }
            expect(letters(texts.join(''))).toBe(letters(text));
          }),
          { numRuns: 40 },
        );
      });

      it('offers choices on the last message only, within their limits', () => {
        const all = shown(message('Dạ em chào chị. '.repeat(400), choices));
        expect(all.length).toBeGreaterThan(1);
        expect(all.slice(0, -1).flatMap((each) => each.titles)).toEqual([]);
        const titles = all.at(-1)?.titles ?? [];
        expect(titles).toHaveLength(Math.min(choices.length, limits.max));
        for (const title of titles) expect(title.length).toBeLessThanOrEqual(limits.titleLimit);
        expect(new Set(titles).size).toBe(titles.length);
      });

      it('reads a tapped choice back as what it stands for', () => {
        const call = offline.render(message('Chị chọn giúp em ạ', choices)).at(-1);
        if (!call) throw new Error('nothing rendered');
        for (const index of subject.show(call).titles.keys()) {
          const [event] = parse(subject.tap(call, index));
          expect(event).toMatchObject({ kind: 'message', choice: choices[index]?.meaning });
        }
      });

      it('never mistakes its own words for a customer', () => {
        const calls = offline.render(message('Dạ em chào chị', choices));
        for (const call of calls) {
          const events = parse(subject.echoOf(call));
          expect(events).toMatchObject([{ kind: 'echo', author: 'app', text: 'Dạ em chào chị' }]);
          const key = offline.capabilities.echoesCarryOurKey ? 'out-0001' : undefined;
          expect(events.map((event) => (event.kind === 'echo' ? event.key : 'none'))).toEqual([key]);
        }
      });
    });

    describe('sending', () => {
      const { answers } = subject;
      const one = offline.render(message('Dạ em chào chị'));
      const three = offline.render(message('ă'.repeat(offline.capabilities.textLimit * 3)));
      const send = (fetch: typeof globalThis.fetch, calls = one) =>
        subject.create(fetch, 5_000).send(calls, subject.account);
      const sendInAHurry = () => subject.create(neverAnswers, 10).send(one, subject.account);

      it('is proven by the ids of all its parts', async () => {
        const fetch = answersInTurn([
          answers.accepted('m-1'),
          answers.accepted('m-2'),
          answers.accepted('m-3'),
        ]);
        expect(await send(fetch, three)).toEqual({ kind: 'sent', messageIds: ['m-1', 'm-2', 'm-3'] });
      });

      it.each(answers.rejected)(
        'is failed for $vendorCode, next: $next',
        async ({ answer, next, vendorCode }) => {
          expect(await send(answersInTurn([answer]))).toEqual({
            kind: 'failed',
            next,
            vendorCode,
            sentParts: 0,
          });
        },
      );

      it('stops at the first part that is refused, and says how many are out', async () => {
        for (const { answer, next, vendorCode } of answers.rejected.slice(0, 1)) {
          const outcome = await send(answersInTurn([answers.accepted('m-1'), answer]), three);
          expect(outcome).toEqual({ kind: 'failed', next, vendorCode, sentParts: 1 });
        }
      });

      it.each(answers.unclear)('is unknown when the answer proves nothing: $status $body', async (answer) => {
        expect(await send(answersInTurn([answers.accepted('m-1'), answer]), three)).toMatchObject({
          kind: 'unknown',
          sentParts: 1,
        });
      });

      it('is unknown when the answer does not come', async () => {
        expect(await sendInAHurry()).toMatchObject({ kind: 'unknown', why: 'timeout', sentParts: 0 });
      });

      it('is failed, to be tried again, when no connection was made', async () => {
        expect(await send(refusesConnection)).toMatchObject({ kind: 'failed', next: 'retry', sentParts: 0 });
      });

      it('never tells a token, whatever goes wrong', async () => {
        const outcomes = [await sendInAHurry(), await send(refusesConnection), await send(answersInTurn([]))];
        for (const secret of Object.values(subject.account.credentials ?? {})) {
          expect(JSON.stringify(outcomes)).not.toContain(secret);
        }
      });
    });
  });
}
