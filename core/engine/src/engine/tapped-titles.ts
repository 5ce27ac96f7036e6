import type { ChoiceMeaning } from '../contracts/inbound-event.ts';
import type { ThreadMessage } from '../contracts/turn-store.ts';
import { catalogues, meaningOf, titleOf } from '../copy/word.ts';
import { wordsOf } from '../copy/words.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Instant } from '../domain/clinic-time.ts';
import type { Facts } from '../machines/facts.ts';
import type { InboxReading } from './read-inbox.ts';

/** The titles of the choices the customer was last offered, in their order. */
export function offeredTitles({ asking, language, address }: Facts, clinic: Clinic, now: Instant): string[] {
  if (!asking) return [];
  const words = wordsOf(clinic, { language, address, now });
  return asking.choices.map((spec) => titleOf(spec, catalogues[language], words, asking.question));
}

/** Some channels send a tap without its title: the thread then shows the title that was tapped, so that people can read it. */
export function withTappedTitles(
  reading: InboxReading,
  facts: Facts,
  clinic: Clinic,
  now: Instant,
): ThreadMessage[] {
  const titles = offeredTitles(facts, clinic, now);
  const tappedTitle = (tapped: ChoiceMeaning) => {
    const index = facts.asking?.choices.findIndex(
      (spec) => JSON.stringify(meaningOf(spec, clinic)) === JSON.stringify(tapped),
    );
    return titles[index ?? -1] ?? '';
  };
  return reading.messages.map((message) => {
    const tapped = reading.said.find(({ message: said }) => said.id === message.id)?.message.choice;
    return message.text === '' && tapped ? { ...message, text: tappedTitle(tapped) } : message;
  });
}
