export { compilePlan, PlanError } from './compile.js';
export { choiceKey } from './choices.js';
export { alwaysPresent } from './graph.js';
export { inOrder } from './parts.js';
export { ROW } from './types.js';
export type * from './types.js';
