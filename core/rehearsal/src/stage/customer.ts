import {
  type AppointmentRecord,
  type Choice,
  type Facts,
  type HouseEvent,
  type InboundEvent,
  type JournalStep,
  noFacts,
  type TurnCommit,
  thaw,
} from '@glowbot/core';
import type { Stage } from './stage.ts';
import { type Reply, stageChannelName } from './stage-channel.ts';

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
  isTakenOver(): Promise<Reply[]>;
  isReleased(): Promise<Reply[]>;
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

  const house = (kind: 'staff.tookOver' | 'staff.released'): HouseEvent => ({
    kind,
    id: `${kind}:${number()}`,
    at: stage.now(),
    by: 'staff',
  });

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
    isToldByStaff(text) {
      const id = number();
      const echo: InboundEvent = {
        kind: 'echo',
        id,
        accountId: stageChannelName,
        contactId,
        at: stage.now(),
        messageId: id,
        text,
        author: 'person',
      };
      return answersTo(() => stage.deliver([echo]));
    },
    isTakenOver: () => answersTo(() => stage.happens(contactId, house('staff.tookOver'))),
    isReleased: () => answersTo(() => stage.happens(contactId, house('staff.released'))),
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
