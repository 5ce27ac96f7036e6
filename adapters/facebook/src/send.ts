import type { OpenAccount, SendOutcome, VendorCall } from '@glowbot/core';
import { readSendResult } from './errors.ts';
import { callGraph, type GraphSettings } from './graph.ts';
import type { FacebookCredentials } from './options.ts';

export async function send(
  calls: readonly VendorCall[],
  account: OpenAccount<FacebookCredentials>,
  settings: GraphSettings,
): Promise<SendOutcome> {
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  const messageIds: string[] = [];
  for (const call of calls) {
    const result = await callGraph(settings, call, account, deadline);
    const read = readSendResult(result, messageIds.length);
    if ('outcome' in read) return read.outcome;
    messageIds.push(read.messageId);
  }
  if (messageIds.length > 0) return { kind: 'sent', messageIds };
  return { kind: 'failed', next: 'defect', vendorCode: 'nothing-to-send', sentParts: 0 };
}
