export { demoClinic } from './demo-clinic.ts';
