import {
  type AppointmentRecord,
  type Booking,
  type Choice,
  type Facts,
  dayMs,
  type HouseEvent,
  type InboundEvent,
  type JournalStep,
  noFacts,
  type TurnCommit,
  thaw,
} from '@glowbot/core';
import type { Stage } from './stage.ts';
import { type Reply, stageChannelName } from './stage-channel.ts';

/** What happens to a conversation without the customer's doing. */
export type Noticed = Exclude<HouseEvent['kind'], 'speaker.unsure' | 'staff.wrote'>;

/** One person who writes to the clinic, and everything that came of it. */
export type Customer = {
  contactId: string;
  /** Says this, in one breath, and waits for the answer. */
  says(...texts: string[]): Promise<Reply[]>;
  /** Taps a choice of the last answer that had one with this title. */
  taps(title: string): Promise<Reply[]>;
  sends(attachment: 'image' | 'audio' | 'sticker'): Promise<Reply[]>;
  /** Staff write to this customer in the vendor's own inbox. */
  isToldByStaff(text: string): Promise<Reply[]>;
  /** A message that comes back to us as sent by the account, and that nobody can be sure of. */
  isWrittenToBySomebody(text: string): Promise<Reply[]>;
  /** People of the clinic did something, or the house noticed something, about this customer's last appointment where it is about one. */
  experiences(what: Noticed): Promise<Reply[]>;
  replies(): Reply[];
  record(): Promise<CustomerRecord>;
};

export type CustomerRecord = {
  state: string;
  facts: Facts;
  name: string | null;
  phone: string | null;
  optedOut: boolean;
  /** Those that take up time in the calendar. */
  appointments: readonly AppointmentRecord[];
  cancelled: readonly AppointmentRecord[];
  handoffs: readonly { reason: string; priority: string; isOpen: boolean }[];
  commits: readonly TurnCommit[];
  steps: readonly JournalStep[];
};

const active: ReadonlySet<string> = new Set(['booked', 'awaiting_deposit', 'arrived']);

export function customerOn(stage: Stage, contactId: string): Customer {
  let lastNumber = 0;
  const number = () => {
    lastNumber += 1;
    return `${contactId}:${lastNumber}`;
  };
  const replies = () => stage.replies.filter((reply) => reply.contactId === contactId);

  async function answersTo(action: () => Promise<void>): Promise<Reply[]> {
    const before = replies().length;
    await action();
    return replies().slice(before);
  }

  const message = (text: string, about: { choice?: Choice['meaning']; attachments?: string[] } = {}) => {
    const id = number();
    return {
      kind: 'message' as const,
      id,
      accountId: stageChannelName,
      contactId,
      at: stage.now(),
      messageId: id,
      text,
      attachments: (about.attachments ?? []).map((type) => ({ type })),
      ...(about.choice ? { choice: about.choice } : {}),
    } satisfies InboundEvent;
  };

  const echo = (text: string, author: 'person' | 'app') => {
    const id = number();
    return {
      kind: 'echo' as const,
      id,
      accountId: stageChannelName,
      contactId,
      at: stage.now(),
      messageId: id,
      text,
      author,
    } satisfies InboundEvent;
  };

  /** The customer's last appointment, however it stands. */
  async function lastBooking(): Promise<Booking> {
    const detail = await stage.store.conversation(stage.scope, stage.conversationOf(contactId));
    const last = detail?.appointments.findLast(({ status }) => active.has(status));
    if (!last) throw new RangeError('The customer has no appointment.');
    const placed = stage.commits
      .flatMap(({ calendar }) => calendar)
      .findLast((one) => (one.kind === 'book' || one.kind === 'reschedule') && one.id === last.id);
    if (!placed || !('slot' in placed)) throw new RangeError('The appointment was not made here.');
    return { id: last.id, slot: placed.slot, status: 'booked' };
  }

  async function noticed(kind: Noticed): Promise<HouseEvent> {
    const about = { id: `${kind}:${number()}`, at: stage.now() };
    switch (kind) {
      case 'delivery.failed':
        return { kind, ...about, why: 'recipient-unavailable' };
      case 'visit.completed':
      case 'visit.missed':
      case 'booking.cancelled':
        return { kind, ...about, booking: await lastBooking() };
      case 'deposit.received':
        return { kind, ...about, booking: await lastBooking(), amount: 200_000 };
      case 'booking.moved': {
        const booking = await lastBooking();
        const { start, end, ...place } = booking.slot;
        const slot = { ...place, start: start + dayMs, end: end + dayMs };
        return { kind, ...about, booking: { ...booking, slot }, before: booking.slot };
      }
      default:
        return { kind, ...about, by: 'staff' };
    }
  }

  return {
    contactId,
    says: (...texts) => answersTo(() => stage.deliver(texts.map((text) => message(text)))),
    taps(title) {
      const offered = replies()
        .flatMap(({ choices }) => choices)
        .findLast((choice) => choice.title === title);
      if (!offered) throw new RangeError(`Nobody offered “${title}” to tap.`);
      return answersTo(() => stage.deliver([message(title, { choice: offered.meaning })]));
    },
    sends: (attachment) => answersTo(() => stage.deliver([message('', { attachments: [attachment] })])),
    isToldByStaff: (text) => answersTo(() => stage.deliver([echo(text, 'person')])),
    isWrittenToBySomebody: (text) => answersTo(() => stage.deliver([echo(text, 'app')])),
    experiences: (what) => answersTo(async () => stage.happens(contactId, await noticed(what))),
    replies,
    async record() {
      const conversationId = stage.conversationOf(contactId);
      const commits = stage.commits.filter(({ lease }) => lease.conversationId === conversationId);
      const detail = await stage.store.conversation(stage.scope, conversationId);
      const last = commits.at(-1)?.conversation;
      const facts = last ? thaw({ json: last.snapshot, version: last.chartVersion }).context : noFacts;
      const told = commits.map(({ customer }) => customer);
      const appointments = detail?.appointments ?? [];
      return {
        state: last?.state ?? 'automated.idle',
        facts,
        name: told.findLast(({ name }) => name !== undefined)?.name ?? facts.name,
        phone: told.findLast(({ phone }) => phone !== undefined)?.phone ?? facts.phone,
        optedOut: told.findLast(({ optedOut }) => optedOut !== undefined)?.optedOut ?? false,
        appointments: appointments.filter(({ status }) => active.has(status)),
        cancelled: appointments.filter(({ status }) => status === 'cancelled'),
        handoffs: handoffsOf(commits),
        commits,
        steps: commits.flatMap(({ steps }) => steps),
      };
    },
  };
}

function handoffsOf(commits: readonly TurnCommit[]): CustomerRecord['handoffs'] {
  const handoffs: { reason: string; priority: string; isOpen: boolean }[] = [];
  for (const handoff of commits.flatMap((commit) => commit.handoffs)) {
    const open = handoffs.find(({ isOpen }) => isOpen);
    if (handoff.kind === 'opened') {
      const { reason, priority } = handoff;
      if (!open) handoffs.push({ reason, priority, isOpen: true });
      else if (priority === 'urgent') Object.assign(open, { reason, priority });
    }
    if (handoff.kind === 'closed' && open) open.isOpen = false;
  }
  return handoffs;
}
