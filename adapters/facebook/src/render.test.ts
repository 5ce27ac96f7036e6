import { describe, expect, it } from 'vitest';
import { render } from './render.ts';

const message = { key: 'out-1', contactId: '3', text: 'Chị chọn giúp em ạ', choices: [] };

describe('a Messenger message', () => {
  it('carries our key on every part', () => {
    const calls = render({ ...message, text: 'Dạ. '.repeat(1200) });
    expect(calls.length).toBeGreaterThan(1);
    for (const call of calls) expect(call.body).toMatchObject({ message: { metadata: 'out-1' } });
  });

  it('lets a choice whose meaning is too long to travel come back as its title', () => {
    const treatments = Array.from({ length: 100 }, (_, index) => `treatment-${index}`);
    const [call] = render({
      ...message,
      choices: [{ title: 'Tất cả', meaning: { entities: { treatments } } }],
    });
    const reply = { content_type: 'text', title: 'Tất cả', payload: 'Tất cả' };
    expect(call?.body).toMatchObject({ message: { quick_replies: [reply] } });
  });

  it('is not made without text', () => {
    expect(render({ ...message, text: ' ' })).toEqual([]);
  });
});
