export const resolved = import.meta.resolve('@glowbot/facebook');
