export { RuleBudgetError, evaluateRule } from './evaluate.js';
export { operators } from './operators.js';
export { isRule, problemsOfRule } from './problems.js';
export { readsOf } from './reads.js';
export type { Calendar, Operator, RuleContext } from './types.js';
