import facebook = require('@glowbot/facebook');

export const known = facebook;
