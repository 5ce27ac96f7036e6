/** The simulator's controls; every call answers with JSON or throws. */
async function call(method, path, body) {
  const response = await fetch(`/control${path}`, {
    method,
    signal: AbortSignal.timeout(10_000),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export const readState = () => call('GET', '/state');
export const readThread = (customerId) => call('GET', `/customers/${customerId}`);
export const createCustomer = (customer) => call('POST', '/customers', customer);
export const customerSays = (customerId, text) => call('POST', `/customers/${customerId}/messages`, { text });
export const customerTaps = (customerId, messageId, choice) =>
  call('POST', `/customers/${customerId}/taps`, { messageId, choice });
export const customerReads = (customerId) => call('POST', `/customers/${customerId}/reads`, {});
export const staffTypes = (customerId, text) =>
  call('POST', `/customers/${customerId}/staff-messages`, { text });

const reopenMs = 2000;

/** Live changes; a browser reopens a broken stream by itself, but not one that was refused. */
export function followChanges({ onOpen, onLost, onChange }) {
  const source = new EventSource('/control/events');
  source.addEventListener('open', onOpen);
  for (const kind of ['customer', 'message', 'typing']) {
    source.addEventListener(kind, (event) => onChange(JSON.parse(event.data)));
  }
  source.addEventListener('error', () => {
    onLost();
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => followChanges({ onOpen, onLost, onChange }), reopenMs);
  });
}
