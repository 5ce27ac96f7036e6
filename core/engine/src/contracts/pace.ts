import type { InboundEvent } from './inbound-event.ts';

/**
 * How an arrival waits for its turn. People write in pieces: words wait a moment for the ones that follow, a tap is whole at
 * once, and what needs no turn at all is only noted.
 */
export type Pace = 'noted' | 'at-once' | 'tap' | 'words';

/** How long a clinic waits for further words when its records say nothing: longer than a pause between two lines on a phone. */
export const usualSettleMs = 2_500;
/** Whoever keeps writing is answered after this long all the same. */
export const mostSettleMs = 20_000;

export function paceOf(event: InboundEvent): Pace {
  switch (event.kind) {
    case 'message':
      return event.choice ? 'tap' : 'words';
    case 'echo':
      return 'at-once';
    case 'receipt':
    case 'follow':
    case 'unrecognised':
      return 'noted';
  }
}

/** Why an event that is only noted needs no turn. */
export function notedAs(event: InboundEvent): string {
  return event.kind === 'unrecognised' ? `unrecognised: ${event.reason}` : event.kind;
}
