export { PlanError } from './compile.js';
export { compilePlan } from './whole.js';
export { choiceKey } from './choices.js';
export { alwaysPresent } from './graph.js';
export { inOrder } from './steps.js';
export { ROW } from './types.js';
export type * from './types.js';
export type { RuleEngine } from './kit.js';
