import { type Answer, json } from '../http/answer.ts';
import { randomText } from '../world/random-id.ts';

export type GraphError = { code: number; subcode?: number | undefined; message: string };

export const graphErrors = {
  token: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
  proof: { code: 100, message: 'Invalid appsecret_proof provided in the API argument' },
  noObject: {
    code: 100,
    subcode: 33,
    message: 'Unsupported request. Object does not exist or cannot be loaded due to missing permissions',
  },
  noUser: { code: 100, subcode: 2018001, message: '(#100) No matching user found' },
  window: { code: 10, subcode: 2018278, message: '(#10) This message is sent outside of allowed window.' },
  rate: { code: 613, message: '(#613) Calls to this api have exceeded the rate limit.' },
} satisfies Record<string, GraphError>;

/** `(#100)`, the invalid parameter. */
export function invalid(what: string, subcode?: number): GraphError {
  return { code: 100, subcode, message: `(#100) ${what}` };
}

/** Graph API, "handling errors". */
export function graphFailure({ code, subcode, message }: GraphError): Answer {
  const error = {
    message,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    ...(code === 2 ? { is_transient: true } : {}),
    fbtrace_id: randomText(8),
  };
  return json(statusOf(code), { error });
}

function statusOf(code: number): number {
  if (code === 190) return 401;
  return code === 1 || code === 2 ? 500 : 400;
}
