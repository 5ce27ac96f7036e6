import { type Capabilities, hourMs } from '@glowbot/core';

export const capabilities: Capabilities = {
  // Messenger Platform, "Send API": below 2,000 characters of an unstated unit, so a margin is kept.
  textLimit: 1900,
  // Messenger Platform, "quick replies": 13, titles of 20.
  choices: { max: 13, titleLimit: 20 },
  // The standard messaging window; nothing can be bought after it.
  replyWindow: { freeMs: 24 * hourMs, meteredMs: 24 * hourMs },
  // `message.metadata` comes back in `message_echoes`.
  echoesCarryOurKey: true,
};
