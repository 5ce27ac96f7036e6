export * from '@glowbot/facebook';
