export { PricingFaqSettings, pricingFaq } from './pricing-faq.ts';
