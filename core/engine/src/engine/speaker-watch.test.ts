import { describe, expect, it } from 'vitest';
import { createSpeakerWatch } from './speaker-watch.ts';

const noon = Date.UTC(2026, 10, 23, 5);
const second = 1_000;

function onePage() {
  const watch = createSpeakerWatch();
  let now = noon;
  return {
    later: (ms: number) => {
      now += ms;
    },
    heard: (contactId: string) => watch.heard({ accountId: 'page', contactId, at: now }),
    said: (
      contactId: string,
      text: string,
      more: { appId?: string; author?: 'app' | 'person'; listed?: Parameters<typeof watch.judge>[1] } = {},
    ) => {
      const { listed = [], author = 'app', appId } = more;
      const event = {
        kind: 'echo',
        id: `${contactId} ${now}`,
        accountId: 'page',
        contactId,
        at: now,
      } as const;
      return watch.judge(
        { ...event, messageId: 'm', text, author, ...(appId === undefined ? {} : { appId }) },
        listed,
      )?.class;
    },
  };
}

describe('whoever speaks on an account', () => {
  it('is a person where the vendor says so', () => {
    expect(onePage().said('an', 'Dạ chị', { author: 'person' })).toBe('person');
  });

  it('is a person elsewhere when another app says different things at a human pace', () => {
    const page = onePage();
    for (let customer = 0; customer < 40; customer += 1) {
      page.heard(`c${customer}`);
      page.later(20 * second);
      expect(page.said(`c${customer}`, `Dạ chị ${customer}`, { appId: '77' })).toBe('person-elsewhere');
    }
  });

  it('may use the same ready-made answer all day', () => {
    const page = onePage();
    for (let customer = 0; customer < 40; customer += 1) {
      page.heard(`c${customer}`);
      page.later(20 * second);
      expect(page.said(`c${customer}`, 'Dạ chị cần tư vấn gì ạ?', { appId: '77' })).toBe('person-elsewhere');
    }
  });

  it('may have been writing already when the customer wrote', () => {
    const page = onePage();
    page.heard('an');
    page.later(second);
    expect(page.said('an', 'Dạ', { appId: '77' })).toBe('person-elsewhere');
  });

  it('sends to many when the same words reach six people in a minute, and also an hour later', () => {
    const page = onePage();
    const classes = Array.from({ length: 8 }, (_, i) => page.said(`c${i}`, 'Ưu đãi 20/11', { appId: '77' }));
    expect(classes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'person-elsewhere'));
    expect(classes.slice(5)).toEqual(['broadcast', 'broadcast', 'broadcast']);
    page.later(30 * 60 * second);
    expect(page.said('late', 'Ưu đãi 20/11', { appId: '77' })).toBe('broadcast');
  });

  it('sends to many when it writes to sixty people in a minute, each by name', () => {
    const page = onePage();
    const classes = Array.from({ length: 70 }, (_, i) =>
      page.said(`c${i}`, `Chào chị ${i}`, { appId: '77' }),
    );
    expect(classes.slice(59).every((one) => one === 'broadcast')).toBe(true);
    expect(classes.slice(0, 59).every((one) => one === 'person-elsewhere')).toBe(true);
  });

  it('is a bot when it answers faster than anybody can, again and again', () => {
    const page = onePage();
    const classes = ['an', 'bình', 'chi', 'dung'].map((contact) => {
      page.later(60 * second);
      page.heard(contact);
      page.later(second);
      return page.said(contact, `Chào ${contact}, em là trợ lý`, { appId: '77' });
    });
    expect(classes).toEqual(['person-elsewhere', 'person-elsewhere', 'bot', 'bot']);
    page.later(60 * second);
    page.heard('én');
    page.later(60 * second);
    expect(page.said('én', 'Dạ em nghe', { appId: '77' })).toBe('person-elsewhere');
  });

  it('is the vendor’s ready-made answer when it is the same words at once, whoever is said to have written them', () => {
    const page = onePage();
    const classes = ['an', 'bình', 'chi'].map((contact) => {
      page.later(60 * second);
      page.heard(contact);
      page.later(second);
      return page.said(contact, 'Cảm ơn bạn đã nhắn tin', { author: 'person' });
    });
    expect(classes).toEqual(['person', 'person', 'auto-reply']);
  });

  it('is what the clinic says it is', () => {
    const page = onePage();
    const listed = [{ appId: '77', as: 'bot' as const }];
    expect(page.said('an', 'Dạ', { appId: '77', listed })).toBe('bot');
    expect(page.said('an', 'Dạ', { appId: '78', listed })).toBe('person-elsewhere');
    expect(page.said('an', 'Dạ', { author: 'person', listed: [{ appId: '', as: 'bot' }] })).toBe('person');
  });

  it('stays unknown where the vendor names no app: it may be ourselves', () => {
    expect(onePage().said('an', 'Dạ em chào chị')).toBeUndefined();
  });
});
