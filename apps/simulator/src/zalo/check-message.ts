import { z } from 'zod';
import type { Choice } from '../world/thread-message.ts';
import { invalidParameter, type ZaloError, zaloErrors } from './openapi-answer.ts';

export type MessageContent = { text: string; choices: readonly Choice[] };

const Message = z.object({ text: z.string().optional(), attachment: z.unknown().optional() });

/** Buttons below a text have no `template_type`; some senders write "button" (both are seen to work). */
const Buttons = z.object({
  type: z.literal('template'),
  payload: z.object({ template_type: z.literal('button').optional(), buttons: z.array(z.unknown()) }),
});

const Button = z.object({ title: z.string().min(1), type: z.string(), payload: z.unknown() });

/** `message` of a consultation message: a text, perhaps with buttons. Media and lists are refused. */
export function checkMessage(value: unknown): { content: MessageContent } | { error: ZaloError } {
  const message = Message.safeParse(value).data;
  if (!message) return { error: invalidParameter('message') };
  const { text, attachment } = message;
  if (text === undefined || text.trim() === '') {
    return { error: attachment === undefined ? invalidParameter('message.text') : zaloErrors.kind };
  }
  if (text.length > 2000) return { error: zaloErrors.limit };
  if (attachment === undefined) return { content: { text, choices: [] } };
  const template = Buttons.safeParse(attachment).data;
  if (!template) return { error: zaloErrors.kind };
  const { buttons } = template.payload;
  if (buttons.length === 0) return { error: invalidParameter('buttons') };
  if (buttons.length > 5) return { error: zaloErrors.limit };
  const choices: Choice[] = [];
  for (const each of buttons) {
    const checked = checkButton(each);
    if ('error' in checked) return checked;
    choices.push(checked.choice);
  }
  return { content: { text, choices } };
}

const Query = z.string().min(1);
const Url = z.object({ url: z.url({ protocol: /^https?$/ }) });
const Phone = z.object({ phone_code: z.string().min(1) });

/** Zalo OA documentation, "buttons": titles of 100 characters, queries of 1,000, SMS texts of 160. */
function checkButton(value: unknown): { choice: Choice } | { error: ZaloError } {
  const button = Button.safeParse(value).data;
  if (!button) return { error: invalidParameter('buttons') };
  const { title, type, payload } = button;
  if (title.length > 100) return { error: zaloErrors.limit };
  if (type === 'oa.query.show' || type === 'oa.query.hide') {
    const query = Query.safeParse(payload).data;
    if (query === undefined) return { error: invalidParameter('buttons.payload') };
    if (query.length > 1000) return { error: zaloErrors.limit };
    return { choice: { kind: type === 'oa.query.show' ? 'show' : 'hide', title, payload: query } };
  }
  if (type === 'oa.open.url') {
    const link = Url.safeParse(payload).data;
    return link
      ? { choice: { kind: 'url', title, payload: link.url } }
      : { error: invalidParameter('buttons.payload') };
  }
  if (type === 'oa.open.phone' || type === 'oa.open.sms') {
    const phone = Phone.safeParse(payload).data;
    return phone
      ? { choice: { kind: 'phone', title, payload: phone.phone_code } }
      : { error: invalidParameter('buttons.payload') };
  }
  return { error: invalidParameter('buttons.type') };
}
