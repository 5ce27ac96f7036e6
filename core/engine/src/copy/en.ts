import type { Refusal } from '../domain/slot.ts';
import type { Catalogue } from './catalogue.ts';
import type { FactsOf } from './copy-key.ts';
import { offeredTimes, type Words } from './words.ts';

const refusals: Record<Refusal, string> = {
  past: 'has already passed',
  'too-soon': 'is too soon for us to prepare',
  'too-far': 'is further ahead than our calendar is open',
  closed: 'is outside our opening hours',
  'off-grid': 'does not match our starting times',
  'no-staff': 'has nobody on duty for this treatment',
  full: 'is fully booked',
};

function appointmentLines(facts: FactsOf<'ask.agreement'>, words: Words): string {
  return [
    `• Treatment: ${words.treatment(facts.treatment, facts.area)}`,
    `• Time: ${words.moment(facts.start)} (about ${words.duration(facts.treatment, facts.area)} minutes)`,
    `• Place: ${words.branch(facts.branch)}, ${words.address(facts.branch)}`,
    `• With: ${words.staff(facts.staff)}`,
    `• Name: ${facts.name ?? ''}, phone ${facts.phone ?? ''}`,
  ].join('\n');
}

/** "A, B or C" */
function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

export const en: Catalogue = {
  sentences: {
    'intro.assistant': (_, { clinic }) => `I'm ${clinic.shortName}'s automated assistant.`,
    'greet.hello': () => 'Hello! Which treatment are you interested in?',
    'help.topics': (_, _words, times) =>
      times < 2
        ? "I'm not sure I understood. Would you like a price, free times, or an appointment?"
        : 'Sorry, I still did not get that. You could write for example "price of a peel" or "book tomorrow at 3 pm".',
    'thanks.welcome': () => "You're welcome! Write any time.",
    'defer.fine': () => "Of course, take your time. I'm here whenever you need me.",
    'price.fixed': (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.amount)}/${facts.unit}.`,
    'price.from': (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} starts at ${words.money(facts.min)}/${facts.unit}, depending on the area.`,
    'price.range': (facts, words) =>
      `${words.treatment(facts.treatment, facts.area)} is ${words.money(facts.min)} to ${words.money(facts.max)}/${facts.unit}; the doctor gives the exact price after a look.`,
    'price.free': (facts, words) => `${words.treatment(facts.treatment)} is free of charge.`,
    'price.package': (facts, words) =>
      `A package of ${facts.sessions} sessions of ${words.treatment(facts.treatment)} is ${words.money(facts.amount)}.`,
    'price.which': () => 'Which treatment would you like the price of?',
    'treatment.info': (facts, words) => {
      const { sessions, pain, downtime, result } = words.info(facts.treatment);
      return [
        `About ${words.treatment(facts.treatment)}:`,
        sessions && `• Sessions: ${sessions}`,
        pain && `• Feeling: ${pain}`,
        downtime && `• Recovery: ${downtime}`,
        result && `• Result: ${result}`,
      ]
        .filter(Boolean)
        .join('\n');
    },
    'faq.answer': (facts) => facts.answer,
    'notOffered.answer': (facts) => facts.say,
    'availability.free': (facts, words) =>
      `${words.moment(facts.start)} is free at ${either(facts.branches.split(' ').map((key) => words.branch(key)))}.`,
    'ask.invite': (_, _words, times) =>
      times < 2
        ? 'Which day shall I look up for you?'
        : 'Whenever you would like to come, send me a day and time.',
    'ask.treatment': (_, _words, times) =>
      times < 2
        ? 'Which treatment would you like?'
        : 'Please tell me the treatment, or what you would like to improve.',
    'ask.area': (facts, words, times) =>
      `${times < 2 ? 'Which area' : 'Please choose the area'}: ${either(
        words.clinic.treatments
          .find(({ key }) => key === facts.treatment)
          ?.variants.map(({ area }) => words.area(area)) ?? [],
      )}?`,
    'ask.screening': (facts, words, times) =>
      `${times < 2 ? 'For your safety: none of this applies to you, right?' : 'I need this before I can book. Does any of this apply? Please answer yes or no:'}\n${words
        .contraindications(facts.treatment)
        .map((item) => `• ${item}`)
        .join('\n')}`,
    'ask.branch': (facts, words, times) =>
      `${times < 2 ? 'Which branch suits you?' : 'Please choose a branch:'}\n${facts.branches
        .split(' ')
        .map((key) => `• ${words.branch(key)}: ${words.address(key)}`)
        .join('\n')}`,
    'ask.time': (_, _words, times) =>
      times < 2
        ? 'Which day and time would you like?'
        : 'Please give me a day and a time, for example "Saturday 10 am".',
    'ask.timeChoices': (facts, words, times) =>
      `${times < 2 ? 'These times are free, please choose one:' : 'Please see which of these free times suits you:'}\n${offeredTimes(facts.times, words)}`,
    'ask.name': (_, _words, times) =>
      times < 2 ? 'May I have your name for the appointment?' : 'What name shall I put on the appointment?',
    'ask.phone': (facts, _words, times) =>
      times < 2
        ? `${facts.name ? `Thank you, ${facts.name}. ` : ''}What is your phone number?`
        : 'A Vietnamese mobile number has 10 digits; could you send it again?',
    'ask.agreement': (facts, words, times) =>
      times < 2
        ? `Please check the appointment:\n${appointmentLines(facts, words)}\nShall I book it?`
        : `Tell me what to change: treatment, time or branch. I am holding:\n${appointmentLines(facts, words)}\nIf it is right, answer "ok" and I will book it.`,
    'slot.refused': (facts, words) =>
      `${[facts.time, facts.date && words.day(facts.date)].filter(Boolean).join(' ') || 'That time'} ${refusals[facts.refusal]}.`,
    'slot.none': () => 'There is no free time for this treatment in the next two weeks.',
    'slot.lapsed': () => 'I am sorry, the hold on that time ran out and somebody else has booked it.',
    'booked.confirmed': (facts, words) =>
      `Your appointment is booked:\n${appointmentLines(facts, words)}\nTo change it, just write here. See you!`,
    'booked.awaitingDeposit': (facts, words) =>
      `I have noted your appointment:\n${appointmentLines(facts, words)}\nThis treatment needs a deposit of ${words.deposit(facts.treatment)} to keep the place. Our staff will send you the transfer details.`,
    'reminder.attendance': (facts, words) =>
      `A reminder of your ${words.treatment(facts.treatment)} at ${words.moment(facts.start)}, ${words.branch(facts.branch)}. Will you be able to come?`,
    'attendance.thanks': () => 'Thank you for confirming. See you soon!',
    'handoff.medical': (_, { clinic }) =>
      `A doctor needs to look at this right away. Please call ${clinic.medicalHotline} now; with trouble breathing, blurred vision or faintness call emergency 115. Our doctor on duty has been alerted.`,
    'handoff.contraindication': (_, { clinic }) =>
      `In your case a doctor has to decide. I have asked ${clinic.handoff.human.to} to help you; you will hear from us during working hours.`,
    'handoff.complaint': (_, { clinic }) =>
      `I am very sorry about this. I have told ${clinic.handoff.complaint.to}, who will get back to you during working hours.`,
    'handoff.person': (_, { clinic }) =>
      `I am handing you over to ${clinic.handoff.human.to}, who will write to you during working hours.`,
    'handoff.notUnderstood': (_, { clinic }) =>
      `I am sorry that I did not understand. I have asked ${clinic.handoff.human.to} to help you.`,
    'handoff.unanswered': (_, { clinic }) =>
      `I do not have reliable information on that, so I have asked ${clinic.handoff.human.to} to answer you during working hours.`,
    'optOut.done': () => 'I will not send you messages on my own any more. When you write, I still answer.',
    'optIn.done': () => 'Reminders are on again.',
    'isBot.yes': (_, { clinic }) =>
      `I am ${clinic.shortName}'s automated assistant, not a person. If you would like a person, just say so.`,
  },
  yes: (question) => (question === 'agreement' ? 'Book it' : 'Yes'),
  no: (question) => (question === 'agreement' ? 'Change something' : 'No'),
  join: (parts) => parts.join('\n'),
};
