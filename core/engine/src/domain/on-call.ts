import type {
  CallChain,
  CallStep,
  Clinic,
  HandoffPriority,
  HandoffReason,
  Key,
  OnCall,
  OnCallPerson,
  Way,
} from './clinic.ts';
import { dayMs, type Instant, minuteMs } from './clinic-time.ts';
import { afterDutyMinutes, dutyAfter } from './duty.ts';
import { defaultOnCall } from './default-on-call.ts';

export type CallQuestion = {
  reason: HandoffReason;
  priority: HandoffPriority;
  /** Counted from 1. */
  step: number;
  at: Instant;
};

/** Who is called now. */
export type Call = {
  /** Not before the step asked for; later where the steps between have nobody. The next one to ask for is one more. */
  step: number;
  /** Null: nobody is left to call, and the handoff stays where everybody can see it. */
  person: Key | null;
  ways: readonly Way[];
  /** When to tell the person: at once, unless it can wait until they are on duty. */
  tellAt: Instant | null;
  /** Without an answer until then it is the next one's turn. */
  answerBy: Instant | null;
  /** By then somebody will have answered the customer, as far as the rota can say; null: it cannot. */
  expectedAt: Instant | null;
  /** Nobody would be called after this one. */
  isLast: boolean;
};

/** How often a chain is walked before it has done what it can. */
const rounds = { normal: 2, urgent: 3 } as const;

/**
 * Works out a step of the call chain. Urgent: those on duty come first, and whoever is not is called as well, for nobody may
 * sleep through an emergency. Otherwise the first round calls those on duty, and the second each as soon as their duty begins.
 */
export function callChain(clinic: Clinic, question: CallQuestion): Call {
  const walk = walkOf(clinic, question);
  const found = walk && nextCall(walk, question.step);
  const expectedAt = walk ? expected(walk, found?.tellAt ?? question.at) : null;
  if (!found) {
    const nobody = { person: null, ways: [], tellAt: null, answerBy: null };
    return { ...nobody, step: question.step, expectedAt, isLast: true };
  }
  const { step, person, tellAt, minutes } = found;
  return {
    step,
    person: person.key,
    ways: person.ways,
    tellAt,
    answerBy: tellAt + minutes * minuteMs,
    expectedAt,
    isLast: nextCall(walk, step + 1) === undefined,
  };
}

/** The clinic's rota, or what its other records say about it. */
export function onCallOf(clinic: Clinic): OnCall {
  return clinic.onCall ?? defaultOnCall(clinic);
}

/** The chain for a reason; a clinic that wrote none calls everybody in the order of its list. */
export function chainOf(onCall: OnCall, reason: HandoffReason): CallChain | undefined {
  const written = onCall.chains[reason] ?? onCall.chains.human_request;
  if (written) return written;
  const minutes = reason === 'medical' ? 5 : 15;
  const [first, ...others] = onCall.people.map(({ key }) => ({ person: key, minutes }));
  return first && { promiseMinutes: reason === 'medical' ? 15 : 60, steps: [first, ...others] };
}

/** Whom a step can mean, in the order of the clinic's list. */
function candidatesOf(onCall: OnCall, step: CallStep): OnCallPerson[] {
  return onCall.people.filter((one) => ('person' in step ? one.key === step.person : one.role === step.role));
}

type Walk = {
  clinic: Clinic;
  onCall: OnCall;
  chain: CallChain;
  priority: HandoffPriority;
  at: Instant;
  /** When each person of the chain is next on duty; not after `at`: now. Absent: never. */
  dutyOf: ReadonlyMap<Key, Instant>;
};

function walkOf(clinic: Clinic, { reason, priority, at }: CallQuestion): Walk | undefined {
  const onCall = onCallOf(clinic);
  const chain = chainOf(onCall, reason);
  if (!chain) return undefined;
  const dutyOf = new Map<Key, Instant>();
  for (const { key } of peopleOf(onCall, chain)) {
    const [next] = dutyAfter({ clinic, duties: onCall.duties }, [key], at);
    if (next) dutyOf.set(key, next.from);
  }
  return { clinic, onCall, chain, priority, at, dutyOf };
}

/** Everybody a chain may call, each once. */
export function peopleOf(onCall: OnCall, chain: CallChain): OnCallPerson[] {
  return [...new Set(chain.steps.flatMap((step) => candidatesOf(onCall, step)))];
}

type Found = { step: number; person: OnCallPerson; tellAt: Instant; minutes: number };

function nextCall(walk: Walk, from: number): Found | undefined {
  const { steps } = walk.chain;
  for (let step = from; step <= steps.length * rounds[walk.priority]; step += 1) {
    const meant = steps[(step - 1) % steps.length];
    if (!meant) return undefined;
    const person = pick(walk, step, meant);
    if (!person) continue;
    const duty = walk.dutyOf.get(person.key) ?? walk.at;
    const tellAt = walk.priority === 'urgent' ? walk.at : Math.max(walk.at, duty);
    return { step, person, tellAt, minutes: meant.minutes };
  }
  return undefined;
}

/** A role named twice in a chain means two people: the second time the next one of the role. */
function pick(
  { chain, onCall, priority, at, dutyOf }: Walk,
  step: number,
  meant: CallStep,
): OnCallPerson | undefined {
  const place = (step - 1) % chain.steps.length;
  const namesBefore = chain.steps.slice(0, place).filter((other) => isSame(other, meant)).length;
  const candidates = candidatesOf(onCall, meant);
  const dutyStart = ({ key }: OnCallPerson) => dutyOf.get(key) ?? Infinity;
  const onDuty = candidates.filter((person) => dutyStart(person) <= at);
  if (priority === 'urgent') {
    const asleep = candidates.filter((person) => !onDuty.includes(person));
    return [...onDuty, ...asleep][namesBefore];
  }
  if (step <= chain.steps.length) return onDuty[namesBefore];
  /** Whoever comes more than a day after the first to come would keep the customer waiting for nothing. */
  const latest = Math.max(at, Math.min(...dutyOf.values())) + dayMs;
  return candidates
    .filter((person) => dutyStart(person) <= latest)
    .toSorted((one, other) => Math.max(at, dutyStart(one)) - Math.max(at, dutyStart(other)))[namesBefore];
}

function isSame(one: CallStep, other: CallStep): boolean {
  if ('role' in one) return 'role' in other && one.role === other.role;
  return 'person' in other && one.person === other.person;
}

/** A promise counts in time of duty, from when somebody is told. In an emergency with somebody on duty the wall's clock counts. */
function expected({ clinic, onCall, chain, priority, at, dutyOf }: Walk, toldAt: Instant): Instant | null {
  const isManned = [...dutyOf.values()].some((start) => start <= at);
  if (priority === 'urgent' && isManned) return at + chain.promiseMinutes * minuteMs;
  const people = peopleOf(onCall, chain).map(({ key }) => key);
  return afterDutyMinutes({ clinic, duties: onCall.duties }, people, toldAt, chain.promiseMinutes) ?? null;
}
