import type { Fault, Faults } from './faults.ts';
import type { Answer } from './http/answer.ts';
import type { Vendor } from './vendor.ts';
import type { Postman } from './webhooks/postman.ts';
import type { NewThreadMessage, ThreadMessage } from './world/thread-message.ts';
import type { Customer, World } from './world/world.ts';

/** Which webhooks follow a send, and when: an echo may reach the server before the answer to its send does. */
export type Aftermath = { echoes: 'after' | 'before' | 'withheld'; receipts: boolean };

export type SendDesk = { world: World; postman: Postman; faults: Faults; aftermath: Aftermath };

type Answers = {
  success(message: ThreadMessage): Answer;
  failure(code: number, subcode: number | undefined): Answer;
};

/** A send that passed every check: into the thread, then the answer, then echo and delivery receipt. */
export async function acceptSend(
  desk: SendDesk,
  vendor: Pick<Vendor, 'accountSaid' | 'delivered'>,
  customer: Customer,
  content: NewThreadMessage,
  answers: Answers,
): Promise<Answer> {
  const fault = desk.faults.next(customer.channel, customer.id);
  if (fault?.kind === 'code') return answers.failure(fault.code, fault.subcode);
  if (fault && !reachesCustomer(fault)) return faultyAnswer(fault);

  const message = desk.world.add(customer, content);
  const echo = desk.aftermath.echoes === 'withheld' ? undefined : vendor.accountSaid(customer, message);
  if (echo && desk.aftermath.echoes === 'before') await desk.postman.post(echo);
  const after = () => {
    if (echo && desk.aftermath.echoes === 'after') void desk.postman.post(echo);
    if (desk.aftermath.receipts) deliver(desk, vendor, customer, message);
  };
  if (fault) {
    after();
    return faultyAnswer(fault);
  }
  const answer = answers.success(message);
  return answer.kind === 'body' ? { ...answer, after } : answer;
}

/** The customer's phone has the message. */
function deliver(
  { world, postman }: SendDesk,
  vendor: Pick<Vendor, 'delivered'>,
  customer: Customer,
  sent: ThreadMessage,
): void {
  const message = world.change(customer.id, sent.id, { deliveredAt: world.now() });
  const receipt = message && vendor.delivered(customer, message);
  if (receipt) void postman.post(receipt);
}

function reachesCustomer(fault: Exclude<Fault, { kind: 'code' }>): boolean {
  return fault.kind === 'dropAfterAccept' || fault.accepted;
}

function faultyAnswer(fault: Exclude<Fault, { kind: 'code' }>): Answer {
  if (fault.kind === 'hang') return { kind: 'hang' };
  if (fault.kind === 'dropAfterAccept') return { kind: 'drop' };
  if (fault.kind === 'malformed') {
    return {
      kind: 'body',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"message_id":',
    };
  }
  const { status } = fault;
  const body = `<html><body><h1>${status}</h1></body></html>`;
  return { kind: 'body', status, headers: { 'content-type': 'text/html' }, body };
}
