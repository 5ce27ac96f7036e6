export { type Condition, conditionsOf, type Purchase } from './eligibility.ts';
export { type Derivation, priceWith, type Step } from './price-with.ts';
export { PromotionSettings, promotions } from './promotions.ts';
export { type Validity, validityOf } from './validity.ts';
