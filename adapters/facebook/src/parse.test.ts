import { toChoicePayload } from '@glowbot/core';
import { readChannelFixtures } from '@glowbot/testkit';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';

const fixture = readChannelFixtures(new URL('../fixtures/', import.meta.url));
const receivedAt = 1_795_420_000_000;
const read = (name: string) => parse(fixture(name), receivedAt, '900000000000001');
const readText = (text: string) => parse(new TextEncoder().encode(text), receivedAt, '900000000000001');
const page = '100000000000001';
const customer = '6543210987654321';
const fixtureText = (name: string) => new TextDecoder().decode(fixture(name));

const attached = (name: string) =>
  read(name).flatMap((event) => ('attachments' in event ? event.attachments : []));

describe('a Messenger event', () => {
  it('becomes a message from the customer to the page', () => {
    expect(read('message.text')).toEqual([
      {
        kind: 'message',
        id: 'message:m_AAA1',
        accountId: page,
        contactId: customer,
        at: 1_795_410_001_000,
        messageId: 'm_AAA1',
        text: 'Cho em hỏi giá peel da ạ',
        attachments: [],
      },
    ]);
    expect(read('message.decomposed')).toMatchObject([{ text: 'Mai 3h chiều còn chỗ không ạ?' }]);
  });

  it('keeps what was attached, a sticker once', () => {
    expect(attached('message.image').map((each) => each.type)).toEqual(['image', 'image']);
    expect(attached('message.sticker')).toEqual([
      { type: 'sticker', url: 'https://cdn.example-fbsbx.com/like.png' },
    ]);
    expect(attached('message.fallback')).toEqual([{ type: 'fallback' }]);
  });

  it('of a tapped button is a message, with our choice where the payload is ours', () => {
    expect(read('postback.get-started')).toMatchObject([{ kind: 'message', text: 'Bắt đầu' }]);
    expect(read('postback.get-started')[0]).not.toHaveProperty('choice');
    const meaning = { entities: { treatments: ['peel'] }, confirm: true };
    const ours = fixtureText('postback.mid').replace(
      '"PRICE_LIST"',
      JSON.stringify(toChoicePayload(meaning)),
    );
    expect(readText(ours)).toMatchObject([
      { kind: 'message', messageId: 'm_BBB1', text: 'Xem bảng giá', choice: meaning },
    ]);
  });

  it('has an id of its own although it shares the message id', () => {
    const again = fixtureText('postback.mid').replace('1795410009000', '1795410019000');
    expect(readText(again)[0]?.id).not.toBe(read('postback.mid')[0]?.id);
  });

  it.each([
    ['echo.ours', { author: 'app', key: 'out-0001' }],
    ['echo.page-inbox', { author: 'person', key: undefined }],
    ['echo.without-app-id', { author: 'person', key: undefined }],
    ['echo.other-app', { author: 'app', appId: expect.any(String), key: undefined }],
    ['echo.standby', { author: 'person', key: undefined }],
  ])('that the page sent is an echo, by us or by somebody else: %s', (name, { author, key }) => {
    const [event] = read(name);
    expect(event).toMatchObject({ kind: 'echo', author, accountId: page, contactId: customer });
    expect(event?.kind === 'echo' && event.key).toBe(key);
  });

  it('that the page sent is an echo even where nothing says so', () => {
    const unmarked = fixtureText('echo.ours').replace('"is_echo":true,', '');
    expect(readText(unmarked)).toMatchObject([{ kind: 'echo', author: 'app' }]);
  });

  it('is a receipt for the messages it names, or for all before it', () => {
    expect(read('delivery')).toMatchObject([
      { kind: 'receipt', status: 'delivered', messageIds: ['m_BBB1'] },
    ]);
    expect(read('delivery.without-mids')).toMatchObject([{ messageIds: [], at: 1_795_410_031_000 }]);
    expect(read('read')).toMatchObject([{ kind: 'receipt', status: 'read', contactId: customer }]);
  });

  it.each([
    ['standby.message', 'standby', customer],
    ['standby.postback', 'standby', customer],
    ['message_edit', 'event message_edit', customer],
    ['reaction', 'event reaction', customer],
    ['referral', 'event referral', customer],
    ['pass_thread_control', 'event pass_thread_control', customer],
    ['policy_enforcement', 'event policy_enforcement', null],
    ['optin.user-ref', 'event optin', null],
    ['message.deleted', 'deleted message', customer],
    ['changes.feed', 'change', null],
  ])('that is not answered is kept with its reason: %s', (name, reason, contactId) => {
    expect(read(name)).toMatchObject([{ kind: 'unrecognised', reason, accountId: page, contactId }]);
  });

  it.each(['message.text', 'postback.mid', 'delivery', 'read'])(
    'is read although its times are no times: %s',
    (name) => {
      const body = fixtureText(name).replaceAll(/"(timestamp|time|watermark)":\d+/g, '"$1":{"toString":1}');
      expect(readText(body)).toMatchObject([{ kind: read(name)[0]?.kind, at: receivedAt }]);
    },
  );

  it('overheard in standby does not hide the same message when it is given to us', () => {
    const given = fixtureText('standby.message').replace('"standby"', '"messaging"');
    expect(readText(given)[0]?.id).not.toBe(read('standby.message')[0]?.id);
  });

  it('that is malformed never loses its neighbours', () => {
    expect(read('batch').map((event) => ('text' in event ? event.text : event.kind))).toEqual([
      'một',
      'unrecognised',
      'unrecognised',
      'hai',
      'unrecognised',
      'ba',
    ]);
    expect(read('batch').at(-1)).toMatchObject({
      accountId: '100000000000002',
      contactId: '6543210987654399',
    });
  });

  it.each([
    ['{"object":"page","entry":[]}', 'not a page event'],
    ['{"object":"instagram","entry":[{"id":"1"}]}', 'not a page event'],
    ['{"object":"page","entry":[{"id":"1","messaging":{}}]}', 'entry without events'],
    ['{"object":"page","entry":[7]}', 'malformed entry'],
    ['{"object":"page","entry":[{"id":"1","messaging":[null]}]}', 'malformed item'],
    [
      '{"object":"page","entry":[{"messaging":[{"sender":{"id":"1"},"message":{"mid":"m","text":"a"}}]}]}',
      'event message',
    ],
    [
      '{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"message":{"mid":"m"}}]}]}',
      'empty message',
    ],
    [
      '{"object":"page","entry":[{"id":"1","messaging":[{"sender":{"id":"2"},"A b":1}]}]}',
      'event without a kind',
    ],
    ['[]', 'no events'],
    ['null', 'not a page event'],
    ['', 'empty body'],
  ])('that is malformed is kept: %s', (body, reason) => {
    expect(readText(body)).toMatchObject([{ kind: 'unrecognised', reason }]);
  });

  it('is read from a list at the top, too', () => {
    expect(
      readText(`[${fixtureText('message.text')},${fixtureText('read')}]`).map((event) => event.kind),
    ).toEqual(['message', 'receipt']);
  });

  it('keeps ids above 2^53 apart when they are printed as numbers', () => {
    const body = fixtureText('message.text').replaceAll(`"${customer}"`, '90071992547409931');
    expect(readText(body)).toMatchObject([{ kind: 'message', contactId: '90071992547409931' }]);
  });

  it.each([
    ['seconds', '1795410001', 1_795_410_001_000],
    ['digits', '"1795410001000"', 1_795_410_001_000],
    ['zero', '0', 1_795_410_000_000],
    ['nothing', 'null', 1_795_410_000_000],
  ])('happened when its timestamp says: %s', (_, timestamp, at) => {
    const body = fixtureText('message.text').replace('"timestamp":1795410001000', `"timestamp":${timestamp}`);
    expect(readText(body)).toMatchObject([{ kind: 'message', at }]);
  });
});
