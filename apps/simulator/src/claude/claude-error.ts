import { type Answer, json } from '../http/answer.ts';

/** The API's own names of its errors. */
const types: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

export function claudeError(
  status: number,
  message: string,
  requestId: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const type = types[status] ?? 'api_error';
  const body = { type: 'error', error: { type, message }, request_id: requestId };
  return json(status, body, { 'request-id': requestId, ...headers });
}
