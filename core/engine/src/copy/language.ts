/** The languages the bot can say everything in. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
