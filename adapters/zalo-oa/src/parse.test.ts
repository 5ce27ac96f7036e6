import { toChoicePayload } from '@glowbot/core';
import { readChannelFixtures } from '@glowbot/testkit';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';

const fixture = readChannelFixtures(new URL('../fixtures/', import.meta.url));
const receivedAt = 1_795_420_000_000;
const read = (name: string) => parse(fixture(name), receivedAt, {});
const readText = (text: string) => parse(new TextEncoder().encode(text), receivedAt, {});

const account = '2233445566778899001';
const customer = '3344556677889900112';

const attached = (name: string) =>
  read(name).flatMap((event) => ('attachments' in event ? event.attachments : []));
const tapped = (text: string) =>
  readText(fixtureText('user_send_text').replace('"Cho em hỏi giá peel da ạ"', JSON.stringify(text)));

describe('a Zalo event', () => {
  it('becomes a message from the customer to the account', () => {
    expect(read('user_send_text')).toEqual([
      {
        kind: 'message',
        id: 'message:96d3cdf3af150460909a',
        accountId: account,
        contactId: customer,
        at: 1_795_410_001_000,
        messageId: '96d3cdf3af150460909a',
        text: 'Cho em hỏi giá peel da ạ',
        attachments: [],
      },
    ]);
  });

  it('has its text in NFC, as phones send it decomposed', () => {
    expect(read('user_send_text.decomposed')).toMatchObject([{ text: 'Mai 3h chiều còn chỗ không ạ?' }]);
  });

  it('keeps what was attached', () => {
    expect(attached('user_send_image')).toEqual([
      { type: 'image', url: 'https://photo.example-zdn.vn/a.jpg' },
    ]);
    expect(attached('user_send_location')).toEqual([{ type: 'location' }]);
    expect(attached('user_send_business_card')).toEqual([{ type: 'link', url: 'https://example.test/card' }]);
  });

  it('is a choice when its text is one of our payloads, and only then', () => {
    const meaning = { entities: { treatments: ['peel'] } };
    expect(tapped(toChoicePayload(meaning))).toMatchObject([{ kind: 'message', text: '', choice: meaning }]);
    expect(tapped('#gb1:{"entities":{"treatments":1}}')).toMatchObject([
      { text: '#gb1:{"entities":{"treatments":1}}' },
    ]);
  });

  it('is an echo by a person when an admin typed it, and by an app otherwise', () => {
    const echo = { kind: 'echo', accountId: account, contactId: customer };
    expect(read('oa_send_text')).toMatchObject([{ ...echo, author: 'app', id: 'echo:82d3cdf3af1504609010' }]);
    expect(read('oa_send_text.typed-by-admin')).toMatchObject([{ ...echo, author: 'person' }]);
  });

  it('is a receipt for the messages it names', () => {
    const receipt = { kind: 'receipt', accountId: account, contactId: customer };
    expect(read('user_received_message')).toMatchObject([
      { ...receipt, status: 'delivered', messageIds: ['82d3cdf3af1504609010'] },
    ]);
    expect(read('user_seen_message')).toMatchObject([
      { ...receipt, status: 'read', messageIds: ['82d3cdf3af1504609010', '82d3cdf3af1504609011'] },
    ]);
  });

  it('is a receipt the other way round where the settings or the event say so', () => {
    const [receipt] = parse(fixture('user_seen_message'), receivedAt, { receiptSender: 'customer' });
    expect(receipt).toMatchObject({ accountId: customer, contactId: account });
    const named = fixtureText('user_seen_message').replace('{', `{"oa_id":"${account}",`);
    const [told] = parse(new TextEncoder().encode(named), receivedAt, { receiptSender: 'customer' });
    expect(told).toMatchObject({ accountId: account, contactId: customer });
  });

  it('tells who follows and who left', () => {
    expect(read('follow')).toMatchObject([
      { kind: 'follow', following: true, accountId: account, contactId: customer },
    ]);
    expect(read('unfollow')).toMatchObject([{ kind: 'follow', following: false }]);
  });

  it.each([
    ['user_submit_info', 'event user_submit_info', account, customer],
    ['user_click_chatnow', 'event user_click_chatnow', account, customer],
    ['change_oa_daily_quota', 'event change_oa_daily_quota', account, null],
    ['console-ping', 'console ping', account, customer],
    ['user_received_message.by-phone', 'event user_received_message', account, null],
  ])('of another kind is kept with its parties: %s', (name, reason, accountId, contactId) => {
    const raw = fixtureText(name);
    expect(read(name)).toMatchObject([{ kind: 'unrecognised', reason, accountId, contactId, raw }]);
  });

  it.each([
    [
      '{"event_name":"user_send_text","sender":{"id":"1"},"recipient":{"id":"2"}}',
      'malformed user_send_text',
      '2',
    ],
    ['{"event_name":"user_send_text","message":{"msg_id":"1","text":"a"}}', 'malformed user_send_text', null],
    [
      '{"event_name":"user_send_text","sender":"1","recipient":{"id":"2"},"message":{"msg_id":"1","text":"a"}}',
      'malformed user_send_text',
      '2',
    ],
    ['{"event_name":"<b>","__proto__":{"oa_id":"9"}}', 'event unnamed', null],
    ['{"event_name":7}', 'not a Zalo event', null],
    ['[]', 'not a Zalo event', null],
    ['{"event_name":', 'not JSON', null],
  ])('that is malformed is kept: %s', (body, reason, accountId) => {
    expect(readText(body)).toMatchObject([
      { kind: 'unrecognised', reason, accountId, raw: body, at: receivedAt },
    ]);
  });

  it('keeps ids above 2^53 apart when they are printed as numbers', () => {
    const body = fixtureText('user_send_text').replaceAll(
      /"(2233445566778899001|3344556677889900112)"/g,
      '$1',
    );
    expect(body).toContain(`:${customer}`);
    expect(readText(body)).toMatchObject([{ kind: 'message', accountId: account, contactId: customer }]);
  });

  it.each(['user_send_text', 'oa_send_text', 'user_seen_message', 'follow', 'user_submit_info'])(
    'is read although its timestamp is no timestamp: %s',
    (name) => {
      const body = fixtureText(name).replace(
        /"timestamp":"\d+"/,
        '"timestamp":{"toString":1,"__proto__":null}',
      );
      expect(readText(body)).toMatchObject([{ kind: read(name)[0]?.kind, at: receivedAt }]);
    },
  );

  it('survives a bad attachment beside a good one', () => {
    const body = fixtureText('user_send_image').replace('"attachments":[', '"attachments":[null,{"type":7},');
    expect(readText(body)).toMatchObject([
      { attachments: [{ type: 'unknown' }, { type: 'unknown' }, { type: 'image' }] },
    ]);
  });
});

function fixtureText(name: string): string {
  return new TextDecoder().decode(fixture(name));
}
