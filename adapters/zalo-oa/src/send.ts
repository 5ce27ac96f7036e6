import type { OpenAccount, SendOutcome, VendorCall } from '@glowbot/core';
import { callOpenapi, type OpenapiSettings } from '@glowbot/zalo-api';
import { readSendResult } from './errors.ts';
import type { ZaloOaCredentials } from './options.ts';

export async function send(
  calls: readonly VendorCall[],
  account: OpenAccount<ZaloOaCredentials>,
  settings: OpenapiSettings & { timeoutMs: number },
): Promise<SendOutcome> {
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  const messageIds: string[] = [];
  for (const call of calls) {
    const result = await callOpenapi(settings, call, account.credentials.accessToken, deadline);
    const read = readSendResult(result, messageIds.length);
    if ('outcome' in read) return read.outcome;
    messageIds.push(read.messageId);
  }
  if (messageIds.length > 0) return { kind: 'sent', messageIds };
  return { kind: 'failed', next: 'defect', vendorCode: 'nothing-to-send', sentParts: 0 };
}
