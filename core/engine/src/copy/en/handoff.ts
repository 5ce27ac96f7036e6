import type { handoffFacts } from '../facts/handoff-facts.ts';
import type { Clinic } from '../../domain/clinic.ts';
import type { Instant } from '../../domain/clinic-time.ts';
import { capitalise } from '../capitalise.ts';
import type { Sentences } from '../catalogue.ts';
import type { Words } from '../words.ts';

export const handoff: Sentences<typeof handoffFacts> = {
  'handoff.medical': [
    ({ expectedAt }, words) =>
      `A doctor needs to look at this right away. Please call ${words.clinic.medicalHotline} now; with trouble breathing, blurred vision or faintness call emergency 115. Our doctor on duty has been alerted.${answer('medical', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Please call ${words.clinic.medicalHotline} now and speak to a doctor. If you have trouble breathing, blurred vision or feel faint, call emergency 115 first.${answer('medical', expectedAt, words)}`,
  ],
  'handoff.medicalAgain': [
    ({ expectedAt }, words) =>
      `I have alerted the doctor again. Please do not wait for a message: call ${words.clinic.medicalHotline}; with trouble breathing, blurred vision or faintness call 115.${answer('medical', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Have you reached ${words.clinic.medicalHotline}? If nobody answers or it gets worse, call emergency 115.${answer('medical', expectedAt, words)}`,
  ],
  'handoff.contraindication': [
    ({ expectedAt }, words) =>
      `In your case a doctor has to decide. I have asked ${words.clinic.handoff.human.to} to help you.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `To be safe, a doctor should look at your case first; ${words.clinic.handoff.human.to} will help you with that.${answer('human', expectedAt, words)}`,
  ],
  'handoff.complaint': [
    ({ expectedAt }, words) =>
      `I am very sorry about this. I have told ${words.clinic.handoff.complaint.to}.${answer('complaint', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `I am sorry that we let you down. Your words have gone to ${words.clinic.handoff.complaint.to}.${answer('complaint', expectedAt, words)}`,
  ],
  'handoff.person': [
    ({ expectedAt }, words) =>
      `I am handing you over to ${words.clinic.handoff.human.to}.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Of course, I have asked ${words.clinic.handoff.human.to} to answer you.${answer('human', expectedAt, words)}`,
  ],
  'handoff.notUnderstood': [
    ({ expectedAt }, words) =>
      `I am sorry that I did not understand. I have asked ${words.clinic.handoff.human.to} to help you.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `So as not to waste your time, I have asked ${words.clinic.handoff.human.to} to answer you in person.${answer('human', expectedAt, words)}`,
  ],
  'handoff.unanswered': [
    ({ expectedAt }, words) =>
      `I do not have reliable information on that, so I have asked ${words.clinic.handoff.human.to} to answer you.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `I would rather have this answered properly and have passed your question to ${words.clinic.handoff.human.to}.${answer('human', expectedAt, words)}`,
  ],
  'handoff.photo': [
    ({ expectedAt }, words) =>
      `Thank you for the picture. I cannot judge by pictures, so I have passed it to ${words.clinic.handoff.human.to}.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `Your picture has gone to ${words.clinic.handoff.human.to}; what it shows is for a doctor to say.${answer('human', expectedAt, words)}`,
  ],
  'handoff.voiceMessage': [
    ({ expectedAt }, words) =>
      `I cannot listen to voice messages; ${words.clinic.handoff.human.to} will.${answer('human', expectedAt, words)} If you write instead, I can answer at once.`,
    ({ expectedAt }, words) =>
      `I have passed your voice message to ${words.clinic.handoff.human.to}.${answer('human', expectedAt, words)}`,
  ],
  'handoff.bookingNotFound': [
    ({ expectedAt }, words) =>
      `I cannot find your appointment, so I have asked ${words.clinic.handoff.human.to} to check.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `The appointment you mention is not in my calendar; ${words.clinic.handoff.human.to} will look into it.${answer('human', expectedAt, words)}`,
  ],
  'handoff.late': [
    ({ expectedAt }, words) =>
      `Your message only reached me now, I am sorry. I have asked our staff to look at it at once.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `I am sorry, your message came in late. One of our staff will answer you.${answer('human', expectedAt, words)}`,
  ],
  'handoff.stillWaiting': [
    ({ expectedAt }, words) =>
      `I am sorry to keep you waiting. I have just called somebody else.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `I am still looking for somebody to answer you, thank you for your patience.${answer('human', expectedAt, words)}`,
  ],
  'handoff.outOfHours': [
    ({ expectedAt }, words) =>
      `Our staff have gone home, so I have kept your message for them.${answer('human', expectedAt, words)}`,
    ({ expectedAt }, words) =>
      `It is outside our working hours; I have left word for ${words.clinic.handoff.human.to}.${answer('human', expectedAt, words)}`,
  ],
  'release.back': [
    ({ staff }, words) =>
      `${capitalise(spokesman(staff, words))} has just spoken with you; I'll go on from there.`,
    ({ staff }, words) =>
      `I am back to help you, and I have seen what you discussed with ${spokesman(staff, words)}.`,
  ],
  'concession.unconfirmed': [
    ({ expectedAt }, words) =>
      `About the offer you were told of: I have asked for it to be confirmed and will tell you${expectedAt === null ? '' : ` ${words.soon(expectedAt)}`}.`,
    ({ expectedAt }, words) =>
      `That offer is not confirmed yet, so I have not noted it. I am asking and you will hear${expectedAt === null ? ' as soon as I know' : ` ${words.soon(expectedAt)}`}.`,
  ],
  'concession.confirmed': [
    (facts, words) =>
      `The reduction of ${words.money(facts.amount)} on ${words.treatment(facts.treatment)} is confirmed and noted.`,
    (facts, words) =>
      `You get ${words.money(facts.amount)} off ${words.treatment(facts.treatment)}, as agreed.`,
  ],
};

/** Who will answer and when; without a known time, no more than that somebody will. */
function answer(rule: keyof Clinic['handoff'], expectedAt: Instant | null, words: Words): string {
  if (expectedAt === null) return rule === 'medical' ? '' : ' You will hear from us during working hours.';
  return rule === 'medical'
    ? ` ${capitalise(words.clinic.handoff.medical.to)} will contact you ${words.soon(expectedAt)}.`
    : ` You will have an answer ${words.soon(expectedAt)}.`;
}

function spokesman(staff: string | null, words: Words): string {
  return staff === null ? 'our staff' : words.staff(staff);
}
