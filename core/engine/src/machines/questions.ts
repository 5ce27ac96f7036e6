import type { CopyFacts } from './effects.ts';
import type { ConversationEvent } from './events.ts';
import type { Facts } from './facts.ts';
import type { QuestionAsked } from './asking.ts';
import { toScreen } from './screening.ts';
import { bookingChoice, changedBooking, moveOf, summary, visitOf, wishedOf } from './visits.ts';
import type { Booking } from './wish.ts';

type Situation = { context: Facts; event: ConversationEvent };
type Describe = (situation: Situation) => QuestionAsked;

const yesOrNo: NonNullable<QuestionAsked['choices']> = [{ kind: 'yes' }, { kind: 'no' }];

/** As many times at once as a person keeps in mind. */
const offeredAtOnce = 3;

/** Every question the charts end a turn with: what is asked, with which facts, and what can be tapped. */
export const greeting: Describe = () => ({ question: 'treatment', key: 'greet.hello' });
export const invitation: Describe = () => ({ question: 'time', key: 'ask.invite' });
export const resumption: Describe = ({ context: { wish } }) => ({
  question: 'time',
  key: 'ask.resume',
  facts: { treatment: wish.treatment ?? null },
  choices: yesOrNo,
});
export const help: Describe = () => ({ question: 'help', key: 'help.topics' });

export const whichTreatment: Describe = () => ({ question: 'treatment', key: 'ask.treatment' });

export const whichArea: Describe = ({ context: { wish, needs } }) => ({
  question: 'area',
  key: 'ask.area',
  facts: { treatment: wish.treatment ?? null },
  choices: (needs?.areas ?? []).map((area) => ({ kind: 'area', treatment: wish.treatment ?? '', area })),
});

export const screening: Describe = ({ context }) => ({
  question: 'screening',
  key: 'ask.screening',
  facts: { treatment: toScreen(context) ?? null },
  choices: [{ kind: 'no' }, { kind: 'yes' }],
});

export const whichBranch: Describe = ({ context: { wish, needs, freeBranches } }) => {
  const branches = wish.start === undefined ? (needs?.branches ?? []) : freeBranches;
  return {
    question: 'branch',
    key: 'ask.branch',
    facts: { branches: branches.join(' ') },
    choices: branches.map((branch) => ({ kind: 'branch', branch })),
  };
};

export const whichTime: Describe = ({ context }) => {
  const offers = context.offers.slice(0, offeredAtOnce);
  const choices: QuestionAsked['choices'] = [
    ...offers.map(({ start, branch }) => ({ kind: 'time' as const, start, branch })),
    ...(context.refusal === 'full' ? [{ kind: 'wait' as const }] : []),
  ];
  if (offers.length > 0) {
    const times = offers.map(({ start, branch }) => `${start}@${branch}`).join(' ');
    return { question: 'time', key: 'ask.timeChoices', facts: { times }, choices };
  }
  const old = changedBooking(context);
  return old
    ? { question: 'time', key: 'ask.newTime', facts: visitOf(old) }
    : { question: 'time', key: 'ask.time', facts: { treatment: context.wish.treatment ?? null }, choices };
};

export const waitForFull: Describe = ({ context: { missed, wish } }) => ({
  question: 'waiting',
  key: 'ask.joinWaitingList',
  facts: wishedOf(missed ?? wish),
  choices: [{ kind: 'wait' }, { kind: 'no' }],
});

export const takeFreed: Describe = ({ context: { hold } }) => ({
  question: 'freed',
  key: 'ask.takeFreed',
  facts: hold ? { ...visitOf(hold.parts[0]), until: hold.until } : {},
  choices: yesOrNo,
});

export const contact: Describe = () => ({ question: 'name', key: 'ask.nameAndPhone' });
export const customerName: Describe = () => ({ question: 'name', key: 'ask.name' });
export const customerPhone: Describe = ({ context: { name } }) => ({
  question: 'phone',
  key: 'ask.phone',
  facts: { name },
});

export const agreement: Describe = ({ context }) => ({
  question: 'agreement',
  ...(context.changing
    ? { key: 'ask.move', facts: moveOf(context) }
    : summary(context, { one: 'ask.agreement', several: 'ask.agreementSeveral' })),
  choices: yesOrNo,
});

export const whichBooking: Describe = ({ context: { bookings } }) => ({
  question: 'booking',
  key: 'ask.whichBooking',
  facts: { bookings: bookings.map(visitOf) },
  choices: bookings.map(bookingChoice),
});

export const reallyCancel: Describe = ({ context }) => {
  const booking = changedBooking(context);
  return {
    question: 'cancel',
    key: 'ask.cancel',
    facts: booking ? visitOf(booking) : {},
    choices: yesOrNo,
    bookingId: booking?.id ?? null,
  };
};

export const attendance = about('attendance', 'reminder.attendance', ({ slot }) => ({
  treatment: slot.treatment,
  branch: slot.branch,
  start: slot.start,
}));

export const rescue = about('rebook', 'noShow.rescue', ({ slot }) => ({
  treatment: slot.treatment,
  start: slot.start,
}));

export const wellbeing = about('wellbeing', 'aftercare.checkIn', ({ slot }, event) => ({
  treatment: slot.treatment,
  checkIn: event.type === 'timer.fired' ? Number(/^aftercare(\d)/.exec(event.timer)?.[1] ?? 0) : 0,
}));

export const review = about('review', 'review.ask', ({ slot }) => ({ treatment: slot.treatment }));
export const nextSession = about('rebook', 'rebook.invite', ({ slot }) => ({ treatment: slot.treatment }));

/** A matter that was put off is brought up again. */
export const lead: Describe = ({ context: { wish } }) => ({
  question: 'time',
  key: 'lead.remind',
  facts: { treatment: wish.treatment ?? null },
});

/** A question of a follow-up, about the booking whose timer fired or whose visit staff reported. */
function about(
  question: QuestionAsked['question'],
  key: QuestionAsked['key'],
  facts: (booking: Booking, event: ConversationEvent) => CopyFacts,
): Describe {
  return ({ context, event }) => {
    const booking = eventBooking(context, event);
    return {
      question,
      key,
      facts: booking ? facts(booking, event) : {},
      choices: yesOrNo,
      bookingId: booking?.id ?? null,
    };
  };
}

function eventBooking({ bookings }: Facts, event: ConversationEvent): Booking | undefined {
  if (event.type === 'visit.missed' || event.type === 'visit.completed') return event.booking;
  return bookings.find(({ id }) => event.type === 'timer.fired' && event.timer.endsWith(id));
}
