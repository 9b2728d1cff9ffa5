export { PlanError, type PlanOptions } from './compile.js';
export { compilePlan } from './whole.js';
export { alwaysPresent } from './graph.js';
export { inOrder } from './steps.js';
export { below, insideOf, isGroup } from './places.js';
export { ENTRY, ROW } from './types.js';
export type * from './types.js';
export type { RuleEngine } from './kit.js';
