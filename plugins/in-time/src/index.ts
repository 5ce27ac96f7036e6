export { inTime, InTimeSettings } from './in-time.ts';
