import type { Store } from '@glowbot/postgres';

export type Mine = Store | import('@glowbot/facebook').Facebook;
