export const store = import('@glowbot/postgres');
