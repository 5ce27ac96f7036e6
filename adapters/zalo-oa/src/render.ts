import { type Choice, type OutboundMessage, toChoicePayload, type VendorCall } from '@glowbot/core';
import { cutBetweenCharacters, splitText } from '@glowbot/vendor-api';
import { capabilities } from './capabilities.ts';
import type { ZaloOaOptions } from './options.ts';

/** Consultation messages; a long text takes several, and the last one carries the buttons. */
export function render(
  message: OutboundMessage,
  { buttonFormat = 'plain' }: Pick<ZaloOaOptions, 'buttonFormat'>,
): readonly VendorCall[] {
  const texts = splitText(message.text, capabilities.textLimit);
  const buttons = message.choices.flatMap(toButton).slice(0, capabilities.choices.max);
  const format = buttonFormat === 'plain' ? {} : { template_type: 'button' };
  return texts.map((text, index) => ({
    method: 'POST',
    path: '/v3.0/oa/message/cs',
    body: {
      recipient: { user_id: message.contactId },
      message:
        index === texts.length - 1 && buttons.length > 0
          ? { text, attachment: { type: 'template', payload: { ...format, buttons } } }
          : { text },
    },
  }));
}

/** Zalo OA documentation, "buttons": a payload of at most 1,000 characters. */
const payloadLimit = 1000;

function toButton(choice: Choice): readonly { title: string; type: string; payload: string }[] {
  const whole = choice.title.toWellFormed().normalize('NFC').trim();
  const title = whole.slice(0, cutBetweenCharacters(whole, capabilities.choices.titleLimit)).trim();
  if (title === '') return [];
  const payload = toChoicePayload(choice.meaning);
  // A meaning too long to travel is said as the title instead, visibly, as if the customer had typed it.
  if (payload.length > payloadLimit) return [{ title, type: 'oa.query.show', payload: title }];
  return [{ title, type: 'oa.query.hide', payload }];
}
