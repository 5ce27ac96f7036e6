export { explain } from './explain.ts';
export { Booking, History, Touch } from './history.ts';
export { judge, Verdict } from './judge.ts';
export { Entry, type NewEntry, nextEntries } from './ledger.ts';
export { outcomesOf, stateOf, type Outcome, type OutcomeState } from './outcomes.ts';
export { type Category, Condition, Rule, RuleSet, standardRules } from './rules.ts';
