export type * from './types.js';
export type * from './document/types.js';
export { join, read, split } from './pointer.js';
export { parse } from './document/parse.js';
export { compileSchema, normaliseSchema, SchemaError, type CompiledSchema } from './json-schema/index.js';
export * from './plan/index.js';
export { formats, formatMoney, numberFormat, numberParse, parseMoney, type Format, type Verdict } from './formats/index.js';
export { fold, sameText } from './formats/fold.js';
export { evaluateRule, readsOf, type Calendar, type RuleContext } from './rules/index.js';
