import type { InboundMessage } from '../contracts/inbound-event.ts';
import type { TurnLoad } from '../contracts/turn-store.ts';
import { addressOf } from '../copy/address/address-of.ts';
import { type Instant, toLocal } from '../domain/clinic-time.ts';
import type { TimerName } from '../machines/effects.ts';
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
import { asLastSaid } from './unsaid.ts';
import { wishAfter } from './wish-after.ts';

type TurnToHear = {
  reading: InboxReading;
  /** What a language model adds to the rules' reading, where it was asked. */
  second: SecondReading | null;
  timers: readonly TimerName[];
  now: Instant;
};

export type ChartEvents = {
  events: ((facts: Facts) => ConversationEvent)[];
  /** How the customer's words were read, once they have been. */
  understood: () => Understanding | undefined;
};

/** In this order: what people of the clinic did, timers that are due, what came late, and last what the customer just said. */
export function chartEvents(
  parts: Pick<EngineParts, 'skills' | 'notice'>,
  known: KnownClinic,
  load: TurnLoad,
  { reading, second, timers: firing, now }: TurnToHear,
): ChartEvents {
  const house = reading.house.flatMap((event) => houseEvents(event, now)).map((event) => () => event);
  const timers = firing.map((timer) => () => ({ type: 'timer.fired' as const, at: now, timer }));
  const late = reading.isLate ? [() => ({ type: 'message.late' as const, at: now })] : [];
  const said = reading.said.map(({ message }) => message);
  if (said.length === 0) return { events: [...house, ...timers, ...late], understood: () => undefined };

  let understood: Understanding | undefined;

  const hear = (facts: Facts): ConversationEvent => {
    const standing = asLastSaid(facts, load.unsaid);
    const byRules = readByRules(said, known, standing, now);
    const understanding = second?.mergedWith(byRules) ?? byRules;
    understood = understanding;
    const bySkills = consultSkills(
      parts.skills,
      {
        understanding,
        wish: wishAfter(standing, understanding, known.clinic),
        clinic: known.clinic,
        now: toLocal(now, known.clinic.zone),
      },
      parts.notice,
    );
    const answers = [...ownAnswers(understanding, standing), ...bySkills];
    const spoken = said.map(({ text }) => text);
    const address = understanding.language === 'vi' ? addressOf(spoken, standing.address) : standing.address;
    const heard = listen({ ...standing, address }, understanding, known.clinic, {
      at: now,
      answered: answers.length > 0,
      sent: sentBeside(said),
      customer: load.customer,
    });
    return { type: 'customer.said', at: now, heard, answers };
  };
  return { events: [...house, ...timers, ...late, hear], understood: () => understood };
}

/** A photo, or anything else that came without a word, is for a person's eyes and ears. */
function sentBeside(said: readonly InboundMessage[]): Signals['sent'] {
  const wordless = said.filter(({ text, attachments }) => text.trim() === '' && attachments.length > 0);
  if (wordless.length === 0) return null;
  const types = wordless.flatMap(({ attachments }) => attachments.map(({ type }) => type));
  return types.every((type) => type === 'image') ? 'photo' : 'voice';
}
