export * from './openapi.ts';
export * from './openapi-errors.ts';
export * from './webhook-signature.ts';
export * from './explain.ts';
export * from './oauth.ts';
export * from './probe.ts';
