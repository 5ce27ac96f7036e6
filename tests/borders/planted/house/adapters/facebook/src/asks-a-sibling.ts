export const sibling = await import(`@glowbot/zalo-api`);
