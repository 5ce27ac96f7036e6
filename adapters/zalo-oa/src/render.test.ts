import type { Choice } from '@glowbot/core';
import { describe, expect, it } from 'vitest';
import { render } from './render.ts';

const choice = (title: string, treatments = ['peel']): Choice => ({
  title,
  meaning: { entities: { treatments } },
});
const bodies = (choices: readonly Choice[], buttonFormat: 'plain' | 'template-type' = 'plain') =>
  render({ key: 'out-1', contactId: '3', text: 'Chị chọn giúp em ạ', choices }, { buttonFormat }).map(
    (call) => call.body,
  );

const message = (payload: object) => [
  {
    recipient: { user_id: '3' },
    message: { text: 'Chị chọn giúp em ạ', attachment: { type: 'template', payload } },
  },
];

describe('a Zalo consultation message', () => {
  it('names a template type only where the settings ask for it', () => {
    const buttons = [
      { title: 'Peel da', type: 'oa.query.hide', payload: '#gb1:{"entities":{"treatments":["peel"]}}' },
    ];
    expect(bodies([choice('Peel da')])).toEqual(message({ buttons }));
    expect(bodies([choice('Peel da')], 'template-type')).toEqual(
      message({ template_type: 'button', buttons }),
    );
  });

  it('says a choice aloud whose meaning is too long to travel', () => {
    const long = choice(
      'Tất cả',
      Array.from({ length: 100 }, (_, index) => `treatment-${index}`),
    );
    expect(JSON.stringify(bodies([long]))).toContain(
      '{"title":"Tất cả","type":"oa.query.show","payload":"Tất cả"}',
    );
  });

  it('has no buttons without titles, and no message without text', () => {
    expect(bodies([choice('  ')])).toEqual([
      { recipient: { user_id: '3' }, message: { text: 'Chị chọn giúp em ạ' } },
    ]);
    expect(render({ key: 'k', contactId: '3', text: ' ', choices: [choice('Peel')] }, {})).toEqual([]);
  });
});
