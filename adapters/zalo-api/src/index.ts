export * from './openapi.ts';
export * from './openapi-errors.ts';
export * from './webhook-signature.ts';
