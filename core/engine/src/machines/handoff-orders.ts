import type { CopyKey } from '../copy/copy-key.ts';
import type { HandoffPriority, HandoffReason } from '../domain/clinic.ts';
import { minuteMs } from '../domain/clinic-time.ts';
import { cancelTimer, sentence, setTimer, type Situation } from './telling.ts';

/** Whoever acknowledged a handoff has this long to write, before the chain goes on. */
const acknowledgedMs = 30 * minuteMs;

/** A conversation goes to people for a reason, which decides the sentence, the call chain and its pace. */
export const because = (reason: HandoffReason, priority: HandoffPriority = 'normal') =>
  ({ type: 'giveReason', params: { reason, priority } }) as const;

const sentenceOf = {
  medical: 'handoff.medical',
  contraindication: 'handoff.contraindication',
  complaint: 'handoff.complaint',
  human_request: 'handoff.person',
  media: 'handoff.photo',
  booking_not_found: 'handoff.bookingNotFound',
  not_understood: 'handoff.notUnderstood',
  unanswered_question: 'handoff.unanswered',
  staff_took_over: 'handoff.person',
  unsure_speaker: 'handoff.person',
  not_delivered: 'handoff.person',
  quarantined: 'trouble.sorry',
  came_late: 'handoff.late',
  late_change: 'handoff.person',
} as const satisfies Record<HandoffReason, CopyKey>;

const reasonOf = ({ context }: Situation) => ({
  reason: context.handoff?.reason ?? ('human_request' as const),
  priority: context.handoff?.priority ?? ('normal' as const),
});

/** Sentences that say nothing of their own beside who will answer: out of hours there is a better one. */
const plain: ReadonlySet<CopyKey> = new Set(['handoff.person', 'handoff.notUnderstood']);

export const callStaff = {
  type: 'callStaff',
  params: (situation: Situation) => ({
    ...reasonOf(situation),
    step: situation.context.handoff?.step ?? 1,
  }),
} as const;

export const openHandoff = { type: 'openHandoff', params: reasonOf } as const;

const expected = ({ event }: Situation) => ({
  expectedAt: event.type === 'staff.called' ? event.call.expectedAt : null,
});

/** The last words of the bot: whom the customer will hear from, and when. */
export const sayGoodbye = [
  sentence((situation) => ({ key: goodbye(situation), facts: expected(situation) })),
  'keepPromise',
] as const;

function goodbye(situation: Situation): CopyKey {
  const { context, event } = situation;
  const key =
    context.signals.sent === 'voice' ? 'handoff.voiceMessage' : sentenceOf[reasonOf(situation).reason];
  const isNobodyThere =
    event.type === 'staff.called' && event.call.tellAt !== null && event.call.tellAt > event.at;
  return isNobodyThere && plain.has(key) ? 'handoff.outOfHours' : key;
}

/** The promised time has passed, or it has become more urgent: an honest word, and the next person. */
export const askPatience = [
  sentence((situation) => ({
    key: reasonOf(situation).reason === 'medical' ? 'handoff.medicalAgain' : 'handoff.stillWaiting',
    facts: expected(situation),
  })),
  'keepPromise',
  'countApology',
] as const;

const alert = {
  type: 'alertStaff',
  params: (situation: Situation) => ({
    ...reasonOf(situation),
    person: situation.event.type === 'staff.called' ? situation.event.call.person : null,
    step: situation.event.type === 'staff.called' ? situation.event.call.step : 1,
  }),
} as const;

/** The person is told, and the chain remembers how far it has come. */
export const alertStaff = [alert, 'keepStep'] as const;

export const callNextLater = {
  type: 'setTimer',
  params: ({ event }: Situation) => ({
    timer: 'unattended' as const,
    at: event.type === 'staff.called' ? (event.call.answerBy ?? event.at) : event.at,
  }),
} as const;

export const callNextUnlessWritten = setTimer('unattended', acknowledgedMs);
export const stopCalling = cancelTimer('unattended');
export const fallSilent = { type: 'fallSilent', params: {} } as const;
export const closeHandoff = [{ type: 'closeHandoff', params: {} }, stopCalling, 'trustStaff'] as const;
