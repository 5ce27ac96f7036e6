export { LoyaltySettings, loyaltyPoints } from './loyalty-points.ts';
