import type { handoffFacts } from '../facts/handoff-facts.ts';
import type { Sentences } from '../catalogue.ts';

export const handoff: Sentences<typeof handoffFacts> = {
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
};
