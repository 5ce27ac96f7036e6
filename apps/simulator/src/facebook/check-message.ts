import { z } from 'zod';
import type { Choice } from '../world/thread-message.ts';
import { type GraphError, invalid } from './graph-error.ts';

export type MessageContent = { text: string; choices: readonly Choice[]; metadata: string | null };

const Message = z.object({
  text: z.string().optional(),
  attachment: z.unknown().optional(),
  quick_replies: z.array(z.unknown()).optional(),
  metadata: z.string().optional(),
});

const QuickReply = z.object({
  content_type: z.string().optional(),
  title: z.string().optional(),
  payload: z.string().optional(),
});

const ButtonTemplate = z.object({
  type: z.literal('template'),
  payload: z.object({ template_type: z.literal('button'), text: z.string(), buttons: z.array(z.unknown()) }),
});

const Button = z.object({
  type: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
  payload: z.string().optional(),
});

const payloadLimit = 1000;
const titleLimit = 20;

/** The rules of `message` in the Send API: a text with quick replies, or a button template. */
export function checkMessage(value: unknown): { content: MessageContent } | { error: GraphError } {
  const message = Message.safeParse(value).data;
  if (!message) return { error: invalid('Param message is malformed') };
  const { text, attachment, metadata = null } = message;
  if (metadata !== null && metadata.length >= 1000) return { error: tooLong('message[metadata]', 1000) };
  if (text !== undefined && attachment !== undefined) {
    return { error: invalid('message must hold either text or an attachment', 2018014) };
  }
  const said = attachment === undefined ? checkText(text) : checkTemplate(attachment);
  if ('error' in said) return said;
  const replies = checkQuickReplies(message.quick_replies);
  if ('error' in replies) return replies;
  return { content: { text: said.text, choices: [...said.choices, ...replies.choices], metadata } };
}

type Said = { text: string; choices: readonly Choice[] } | { error: GraphError };

function checkText(text: string | undefined): Said {
  if (text === undefined || text.trim() === '') return { error: invalid('Empty message', 2018034) };
  return text.length > 2000 ? { error: tooLong('message[text]', 2000) } : { text, choices: [] };
}

/** Messenger Platform, "quick replies": 1 to 13, titles of 20 and payloads of 1,000 characters. */
function checkQuickReplies(
  replies: readonly unknown[] | undefined,
): { choices: readonly Choice[] } | { error: GraphError } {
  if (!replies) return { choices: [] };
  if (replies.length === 0)
    return { error: { code: 194, message: '(#194) Requires at least one quick reply' } };
  if (replies.length > 13) return { error: invalid('Param message[quick_replies] has too many elements') };
  const choices: Choice[] = [];
  for (const each of replies) {
    const { content_type, title = '', payload = '' } = QuickReply.safeParse(each).data ?? {};
    if (content_type !== 'text') return { error: invalid('Param content_type must be text') };
    if (title.trim() === '') return { error: invalid('Quick reply without a title', 2018098) };
    if (payload === '') return { error: invalid('Quick reply without a payload', 2018099) };
    if (title.length > titleLimit) return { error: tooLong('quick_replies[title]', titleLimit) };
    if (payload.length > payloadLimit) return { error: tooLong('quick_replies[payload]', payloadLimit) };
    choices.push({ kind: 'quick-reply', title, payload });
  }
  return { choices };
}

/** Messenger Platform, "button template": a text of 640 characters and 1 to 3 buttons. */
function checkTemplate(attachment: unknown): Said {
  const template = ButtonTemplate.safeParse(attachment).data;
  if (!template)
    return { error: invalid('The simulator knows no attachment but the button template', 2018047) };
  const { text, buttons } = template.payload;
  if (text === '') return { error: invalid('Incomplete element', 2018035) };
  if (text.length > 640) return { error: tooLong('payload[text]', 640) };
  if (buttons.length < 1 || buttons.length > 3)
    return { error: invalid('A template has one to three buttons') };
  const choices: Choice[] = [];
  for (const each of buttons) {
    const choice = checkButton(each);
    if ('error' in choice) return choice;
    choices.push(choice.choice);
  }
  return { text, choices };
}

function checkButton(value: unknown): { choice: Choice } | { error: GraphError } {
  const { type, title = '', url = '', payload = '' } = Button.safeParse(value).data ?? {};
  if (title === '') return { error: invalid('Empty button title', 2018053) };
  if (title.length > titleLimit) return { error: tooLong('buttons[title]', titleLimit) };
  if (payload.length > payloadLimit) return { error: tooLong('buttons[payload]', payloadLimit) };
  if (type === 'web_url') {
    return url === ''
      ? { error: invalid('Empty button url', 2018041) }
      : { choice: { kind: 'url', title, payload: url } };
  }
  if (payload === '') return { error: invalid('Empty postback payload', 2018040) };
  if (type === 'postback') return { choice: { kind: 'postback', title, payload } };
  if (type === 'phone_number') return { choice: { kind: 'phone', title, payload } };
  return { error: invalid('Unknown button type') };
}

function tooLong(param: string, limit: number): GraphError {
  return invalid(`Length of param ${param} must be less than or equal to ${limit}`);
}
