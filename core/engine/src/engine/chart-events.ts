import type { InboundMessage } from '../contracts/inbound-event.ts';
import type { LoadedSkillFacts } from '../contracts/skill-store.ts';
import type { OpenQuestion } from '../contracts/skill.ts';
import type { TurnLoad } from '../contracts/turn-store.ts';
import { addressOf } from '../copy/address/address-of.ts';
import { type Instant, toLocal } from '../domain/clinic-time.ts';
import type { Say, TimerName } from '../machines/effects.ts';
import type { ConversationEvent } from '../machines/events.ts';
import type { Facts } from '../machines/facts.ts';
import type { Signals } from '../machines/signals.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { KnownClinic } from './clinic-cache.ts';
import { consultSkills } from './consult-skills.ts';
import type { EngineParts } from './engine-parts.ts';
import { houseEvents } from './house-events.ts';
import { listen } from './listen.ts';
import { ownAnswers } from './own-answers.ts';
import type { InboxReading } from './read-inbox.ts';
import { readByRules } from './read-by-rules.ts';
import type { SecondReading } from './second-reading.ts';
import type { SkillWatch } from './skill-watch.ts';
import { asLastSaid } from './unsaid.ts';
import { wishAfter } from './wish-after.ts';

type TurnToHear = {
  reading: InboxReading;
  /** What a language model adds to the rules' reading, where it was asked. */
  second: SecondReading | null;
  /** What was loaded for the skills. */
  loaded: LoadedSkillFacts;
  timers: readonly TimerName[];
  now: Instant;
};

export type ChartEvents = {
  events: ((facts: Facts) => ConversationEvent)[];
  /** How the customer's words were read, once they have been. */
  understood: () => Understanding | undefined;
  /** What the customer asked and no record answers, once the words have been read. */
  open: () => readonly OpenQuestion[];
};

/** In this order: what people of the clinic did, timers that are due, what came late, and last what the customer just said. */
export function chartEvents(
  parts: Pick<EngineParts, 'notice' | 'timeLimit'> & { watch: SkillWatch },
  known: KnownClinic,
  load: TurnLoad,
  { reading, second, loaded, timers: firing, now }: TurnToHear,
): ChartEvents {
  const house = reading.house.flatMap((event) => houseEvents(event, now)).map((event) => () => event);
  const timers = firing.map((timer) => () => ({ type: 'timer.fired' as const, at: now, timer }));
  const late = reading.isLate ? [() => ({ type: 'message.late' as const, at: now })] : [];
  const said = reading.said.map(({ message }) => message);
  if (said.length === 0)
    return { events: [...house, ...timers, ...late], understood: () => undefined, open: () => [] };

  let open: readonly OpenQuestion[] = [];
  let understood: Understanding | undefined;

  const hear = (facts: Facts): ConversationEvent => {
    const standing = asLastSaid(facts, load.unsaid);
    const byRules = readByRules(said, known, standing, now);
    const understanding = second?.mergedWith(byRules) ?? byRules;
    understood = understanding;
    const spoken = said.map(({ text }) => text);
    const bySkills = consultSkills(
      known.skills,
      {
        understanding,
        words: spoken,
        wish: wishAfter(standing, understanding, known.clinic),
        clinic: known.clinic,
        now: toLocal(now, known.clinic.zone),
      },
      loaded,
      { ...parts, clinicId: load.lease.clinicId, now },
    );
    open = bySkills.open;
    const answers = withOpen([...ownAnswers(understanding, standing), ...bySkills.says], open);
    const address = understanding.language === 'vi' ? addressOf(spoken, standing.address) : standing.address;
    const heard = listen({ ...standing, address }, understanding, known.clinic, {
      at: now,
      answered: answers.length > 0,
      sent: sentBeside(said),
      customer: load.customer,
    });
    return { type: 'customer.said', at: now, heard, answers };
  };
  return { events: [...house, ...timers, ...late, hear], understood: () => understood, open: () => open };
}

/** A question that nobody can answer is not passed over beside others that were; where it stands alone, a person takes it up. */
function withOpen(answers: readonly Say[], open: readonly OpenQuestion[]): Say[] {
  const isPassedOver = answers.length > 0 && open.length > 0;
  return isPassedOver ? [...answers, { type: 'say', key: 'question.toStaff', facts: {} }] : [...answers];
}

/** A photo, or anything else that came without a word, is for a person's eyes and ears. */
function sentBeside(said: readonly InboundMessage[]): Signals['sent'] {
  const wordless = said.filter(({ text, attachments }) => text.trim() === '' && attachments.length > 0);
  if (wordless.length === 0) return null;
  const types = wordless.flatMap(({ attachments }) => attachments.map(({ type }) => type));
  return types.every((type) => type === 'image') ? 'photo' : 'voice';
}
