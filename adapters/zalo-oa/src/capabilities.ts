import { type Capabilities, dayMs, hourMs } from '@glowbot/core';

export const capabilities: Capabilities = {
  // Zalo OA documentation, "consultation message": 2,000 characters, 5 buttons, titles of 100.
  textLimit: 2000,
  choices: { max: 5, titleLimit: 100 },
  // Free for 48 hours after the customer's last word, from quota or charged until the seventh day, then refused (-230).
  replyWindow: { freeMs: 48 * hourMs, meteredMs: 7 * dayMs },
  // A consultation message has no field that comes back in `oa_send_text`.
  echoesCarryOurKey: false,
};
