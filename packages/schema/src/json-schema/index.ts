import { formats as ours } from '../formats/index.js';
import { compileWith } from './compile.js';
import type { CompileSchema } from './types.js';
import { whole } from './whole.js';

/** See `CompileSchema`. */
export const compileSchema: CompileSchema = (schema, root, options) => compileWith(whole, schema, root, { formats: ours, ...options });

export { withoutEchoes } from './whole.js';
export { SchemaError } from './problems.js';
export type { CompiledSchema, CompileOptions, CompileSchema } from './types.js';
export { normaliseSchema } from './normalise.js';
