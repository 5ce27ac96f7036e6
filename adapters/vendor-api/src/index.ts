export * from './call-vendor.ts';
export * from './clean-text.ts';
export * from './find-said.ts';
export * from './read-json.ts';
export * from './split-text.ts';
export * from './vendor-id.ts';
export * from './vendor-time.ts';
