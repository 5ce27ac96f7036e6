export { smallClinic } from '../fixtures/small-clinic.ts';
