import { isMachine } from '../domain/speaker.ts';
import type { InboundEvent } from './inbound-event.ts';

/**
 * How an arrival waits for its turn. People write in pieces: words wait a moment for the ones that follow, a tap is whole at
 * once, and what needs no turn at all is only noted. A stranger's words wait too, until it shows whether a person said them; meanwhile
 * nothing is said.
 */
export type Pace = 'noted' | 'at-once' | 'unsure' | 'tap' | 'words';

/** How long a clinic waits for further words when its records say nothing: longer than a pause between two lines on a phone. */
export const usualSettleMs = 2_500;
/** Whoever keeps writing is answered after this long all the same. */
export const mostSettleMs = 20_000;
/** How long another app's words wait: what it sends to many, it sends to most of them within this time. */
export const unsureMs = 4_000;

export function paceOf(event: InboundEvent): Pace {
  switch (event.kind) {
    case 'message':
      return event.choice ? 'tap' : 'words';
    case 'echo':
      if (event.appId === undefined || !event.speaker) return 'at-once';
      return isMachine(event.speaker) ? 'noted' : 'unsure';
    case 'receipt':
    case 'follow':
    case 'unrecognised':
      return 'noted';
  }
}

/** Why an event that is only noted needs no turn. */
export function notedAs(event: InboundEvent): string {
  if (event.kind === 'echo')
    return event.speaker ? `${event.speaker.class}: ${event.speaker.reason}` : 'echo';
  return event.kind === 'unrecognised' ? `unrecognised: ${event.reason}` : event.kind;
}
