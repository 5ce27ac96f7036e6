import { type Choice, type OutboundMessage, toChoicePayload, type VendorCall } from '@glowbot/core';
import { capabilities } from './capabilities.ts';
import { shortTitles } from './short-titles.ts';
import { splitText } from '@glowbot/vendor-api';

/**
 * Messages of the Send API; a long text takes several. The quick replies go with the last one, because they vanish
 * when any later message is sent (Messenger Platform, "quick replies").
 */
export function render(message: OutboundMessage): readonly VendorCall[] {
  const texts = splitText(message.text, capabilities.textLimit);
  const quickReplies = toQuickReplies(message.choices);
  return texts.map((text, index) => ({
    method: 'POST',
    // Below the page's own id, which `send` puts before it: a token of another page is then refused, not obeyed.
    path: '/messages',
    body: {
      recipient: { id: message.contactId },
      messaging_type: 'RESPONSE',
      message: {
        text,
        ...(index === texts.length - 1 && quickReplies.length > 0 ? { quick_replies: quickReplies } : {}),
        metadata: message.key,
      },
    },
  }));
}

/** Messenger Platform, "quick replies": a payload of at most 1,000 characters. */
const payloadLimit = 1000;

function toQuickReplies(choices: readonly Choice[]) {
  const shown = choices.filter((choice) => choice.title.trim() !== '').slice(0, capabilities.choices.max);
  const titles = shortTitles(
    shown.map((choice) => choice.title),
    capabilities.choices.titleLimit,
  );
  return shown.map((choice, index) => {
    const title = titles[index] ?? choice.title;
    const payload = toChoicePayload(choice.meaning);
    // A meaning too long to travel comes back as its title, as if the customer had typed it.
    return { content_type: 'text', title, payload: payload.length > payloadLimit ? title : payload };
  });
}
