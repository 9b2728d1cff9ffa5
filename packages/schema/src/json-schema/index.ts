export { compileSchema, withoutEchoes } from './compile.js';
export { SchemaError } from './problems.js';
export type { CompiledSchema, CompileOptions, CompileSchema } from './types.js';
export { normaliseSchema } from './normalise.js';
