import { type Answer, json } from '../http/answer.ts';

export type ZaloError = { error: number; message: string };

export const zaloErrors = {
  rate: { error: -32, message: 'Your application reached limit call api, please try again later' },
  limit: { error: -210, message: 'Parameter exceeds allowable limit' },
  notFollower: { error: -213, message: 'User has not followed OA' },
  tokenInvalid: { error: -216, message: 'Access token is invalid' },
  tokenExpired: { error: -220, message: 'access_token is expired or removed' },
  window: { error: -230, message: 'User has not interacted with the OA in the past 7 days' },
  noInteraction: { error: -232, message: 'User has not interacted with the OA, or the interaction expired' },
  kind: { error: -233, message: 'Message type is invalid or not supported' },
  proof: { error: -242, message: 'Invalid appsecret_proof' },
} satisfies Record<string, ZaloError>;

export function invalidParameter(name: string): ZaloError {
  return { error: -201, message: `${name} is invalid` };
}

/** Application errors too arrive with HTTP 200 (Zalo OA documentation, "error codes"). */
export function openapiSuccess(data: unknown, headers: Readonly<Record<string, string>>): Answer {
  return json(200, { data, error: 0, message: 'Success' }, headers);
}

export function openapiFailure(
  { error, message }: ZaloError,
  headers: Readonly<Record<string, string>>,
): Answer {
  return json(200, { error, message }, headers);
}
