import type { ChannelAdapter, Choice, OutboundMessage } from '@glowbot/core';
import { createFacebook } from '@glowbot/facebook';
import { createZaloOa } from '@glowbot/zalo-oa';
import { describe, expect, it } from 'vitest';

/** One message, every channel's words for it side by side. A new channel is one line here. */
const fetch = () => Promise.reject(new Error('rendering meets no network'));
const channels: readonly Pick<ChannelAdapter, 'channel' | 'capabilities' | 'render'>[] = [
  createZaloOa({ fetch, appId: '1', oaSecrets: ['made-up'] }),
  createFacebook({ fetch, appId: '2', appSecrets: ['made-up'], verifyToken: 'made-up' }),
];

function rendered(message: Partial<OutboundMessage>) {
  const whole = { key: 'out-0001', contactId: '3344556677889900112', text: '', choices: [], ...message };
  return Object.fromEntries(channels.map((each) => [each.channel, each.render(whole)]));
}

const slot = (title: string, option: number): Choice => ({ title, meaning: { entities: { option } } });

describe('one message on every channel', () => {
  it('a sentence', () => {
    expect(rendered({ text: 'Dạ peel da bên em 600.000đ một lần ạ.' })).toMatchInlineSnapshot(`
      {
        "facebook": [
          {
            "body": {
              "message": {
                "metadata": "out-0001",
                "text": "Dạ peel da bên em 600.000đ một lần ạ.",
              },
              "messaging_type": "RESPONSE",
              "recipient": {
                "id": "3344556677889900112",
              },
            },
            "method": "POST",
            "path": "/messages",
          },
        ],
        "zalo-oa": [
          {
            "body": {
              "message": {
                "text": "Dạ peel da bên em 600.000đ một lần ạ.",
              },
              "recipient": {
                "user_id": "3344556677889900112",
              },
            },
            "method": "POST",
            "path": "/v3.0/oa/message/cs",
          },
        ],
      }
    `);
  });

  it('a question with choices', () => {
    const text =
      'Mai bên em còn chỗ:\n1. 15:00 chi nhánh Quận 1\n2. 16:30 chi nhánh Quận 3\nChị chọn giúp em ạ?';
    const choices = [slot('15:00 chi nhánh Quận 1', 1), slot('16:30 chi nhánh Quận 3', 2)];
    expect(rendered({ text, choices })).toMatchInlineSnapshot(`
      {
        "facebook": [
          {
            "body": {
              "message": {
                "metadata": "out-0001",
                "quick_replies": [
                  {
                    "content_type": "text",
                    "payload": "#gb1:{"entities":{"option":1}}",
                    "title": "15:00 chi nhánh…",
                  },
                  {
                    "content_type": "text",
                    "payload": "#gb1:{"entities":{"option":2}}",
                    "title": "16:30 chi nhánh…",
                  },
                ],
                "text": "Mai bên em còn chỗ:
      1. 15:00 chi nhánh Quận 1
      2. 16:30 chi nhánh Quận 3
      Chị chọn giúp em ạ?",
              },
              "messaging_type": "RESPONSE",
              "recipient": {
                "id": "3344556677889900112",
              },
            },
            "method": "POST",
            "path": "/messages",
          },
        ],
        "zalo-oa": [
          {
            "body": {
              "message": {
                "attachment": {
                  "payload": {
                    "buttons": [
                      {
                        "payload": "#gb1:{"entities":{"option":1}}",
                        "title": "15:00 chi nhánh Quận 1",
                        "type": "oa.query.hide",
                      },
                      {
                        "payload": "#gb1:{"entities":{"option":2}}",
                        "title": "16:30 chi nhánh Quận 3",
                        "type": "oa.query.hide",
                      },
                    ],
                  },
                  "type": "template",
                },
                "text": "Mai bên em còn chỗ:
      1. 15:00 chi nhánh Quận 1
      2. 16:30 chi nhánh Quận 3
      Chị chọn giúp em ạ?",
              },
              "recipient": {
                "user_id": "3344556677889900112",
              },
            },
            "method": "POST",
            "path": "/v3.0/oa/message/cs",
          },
        ],
      }
    `);
  });

  it('a yes or no', () => {
    const choices: Choice[] = [
      { title: 'Đúng ạ', meaning: { entities: {}, confirm: true } },
      { title: 'Chưa đúng', meaning: { entities: {}, confirm: false } },
    ];
    expect(rendered({ text: 'Em giữ chỗ lúc 15:00 mai cho chị nhé?', choices })).toMatchInlineSnapshot(`
      {
        "facebook": [
          {
            "body": {
              "message": {
                "metadata": "out-0001",
                "quick_replies": [
                  {
                    "content_type": "text",
                    "payload": "#gb1:{"entities":{},"confirm":true}",
                    "title": "Đúng ạ",
                  },
                  {
                    "content_type": "text",
                    "payload": "#gb1:{"entities":{},"confirm":false}",
                    "title": "Chưa đúng",
                  },
                ],
                "text": "Em giữ chỗ lúc 15:00 mai cho chị nhé?",
              },
              "messaging_type": "RESPONSE",
              "recipient": {
                "id": "3344556677889900112",
              },
            },
            "method": "POST",
            "path": "/messages",
          },
        ],
        "zalo-oa": [
          {
            "body": {
              "message": {
                "attachment": {
                  "payload": {
                    "buttons": [
                      {
                        "payload": "#gb1:{"entities":{},"confirm":true}",
                        "title": "Đúng ạ",
                        "type": "oa.query.hide",
                      },
                      {
                        "payload": "#gb1:{"entities":{},"confirm":false}",
                        "title": "Chưa đúng",
                        "type": "oa.query.hide",
                      },
                    ],
                  },
                  "type": "template",
                },
                "text": "Em giữ chỗ lúc 15:00 mai cho chị nhé?",
              },
              "recipient": {
                "user_id": "3344556677889900112",
              },
            },
            "method": "POST",
            "path": "/v3.0/oa/message/cs",
          },
        ],
      }
    `);
  });

  it('Vietnamese typed decomposed leaves composed', () => {
    const text = 'Dạ được ạ'.normalize('NFD');
    for (const calls of Object.values(rendered({ text }))) {
      expect(JSON.stringify(calls)).toContain('Dạ được ạ'.normalize('NFC'));
    }
  });

  it('a text of 4,000 characters and twenty choices stay within what each channel takes', () => {
    const text = 'Dạ em gửi chị bảng giá ạ. '.repeat(160).slice(0, 4000);
    const choices = Array.from({ length: 20 }, (_, index) => slot(`Khung giờ số ${index + 1}`, index + 1));
    const parts = Object.entries(rendered({ text, choices })).map(([channel, calls]) => [
      channel,
      calls.length,
    ]);
    expect(parts).toEqual([
      ['zalo-oa', 3],
      ['facebook', 3],
    ]);
  });

  it('nothing to say is no call', () => {
    expect(rendered({ text: ' \n ' })).toEqual({ 'zalo-oa': [], facebook: [] });
  });
});
