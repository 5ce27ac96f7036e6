import type { Instant } from '@glowbot/core';

/** Where an item stood in the body. */
export type ItemPlace = {
  accountId: string | null;
  entryTime: unknown;
  receivedAt: Instant;
  ourAppId: string;
  /** Another app or the Page's inbox holds the thread; we only overhear. */
  standby: boolean;
};

/** What is known of an item before its kind is. */
export type ItemContext = {
  raw: string;
  accountId: string;
  contactId: string;
  at: Instant;
  echo: boolean;
  place: ItemPlace;
};
