import { courseBefore, type Proposal, type Skill, type SkillTurn, type Treatment } from '@glowbot/core';
import { z } from 'zod';

export const InTimeSettings = z.object({
  /** Days more than the records ask for, for whoever would rather be careful. */
  spareDays: z.number().int().min(0).max(30).default(0),
});
export type InTimeSettings = z.infer<typeof InTimeSettings>;

/** "Kịp Tết, kịp cưới không?": the last safe day to begin, counted back from the event, or an honest no. */
export const inTime: Skill<InTimeSettings, never> = {
  name: 'in-time',
  settingsSchema: InTimeSettings,
  settingsVersion: 1,
  needs: [],
  consider(turn, _facts, settings) {
    const { understanding, wish, clinic, now } = turn;
    const { event, treatments } = understanding.entities;
    if (event === undefined || event <= now.date) return [];
    const asked = treatments ?? (wish.treatment === undefined ? [] : [wish.treatment]);
    return clinic.treatments
      .filter(({ key }) => asked.includes(key))
      .map((treatment) => answer(turn, treatment, event, settings));
  },
};

/** Where the clinic has written down neither sessions nor downtime a day would be a guess: its people are asked. */
function answer(
  { words, wish, clinic, now }: SkillTurn,
  treatment: Treatment,
  event: string,
  { spareDays }: InTimeSettings,
): Proposal {
  const { rules } = treatment;
  const answers = `in time ${treatment.key}`;
  if (!rules) return { answers, open: words.join(' ').trim().slice(0, 500) || treatment.name };
  const sessions = sessionsSaid(words) ?? rules.sessions.min;
  const course = courseBefore(
    clinic,
    {
      treatment: { ...treatment, rules: { ...rules, downtimeDays: rules.downtimeDays + spareDays } },
      eventDate: event,
      sessions,
      ...(wish.branch === undefined ? {} : { branch: wish.branch }),
    },
    now.date,
  );
  const about = { answers, facts: { treatment: treatment.key, event } };
  if (!course.fits) return { ...about, key: 'event.tooLate' };
  const { lastSafeStart } = course;
  return sessions === 1
    ? { ...about, key: 'event.lastDay', facts: { ...about.facts, lastDay: lastSafeStart } }
    : { ...about, key: 'event.course', facts: { ...about.facts, sessions, firstDay: lastSafeStart } };
}

/** "5 buổi": how many sessions the customer means. */
function sessionsSaid(words: readonly string[]): number | undefined {
  const [, count] = /(\d{1,2}) ?(?:buổi|lần|sessions?)/i.exec(words.join(' ').normalize('NFC')) ?? [];
  const sessions = Number(count);
  return sessions >= 1 && sessions <= 20 ? sessions : undefined;
}
