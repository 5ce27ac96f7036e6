export { callVendor } from '../../zalo-api/src/vendor-api/call-vendor.ts';
export { receive } from '@glowbot/core/src/engine/receive.ts';
export const absolute = import('/etc/secrets.ts');
