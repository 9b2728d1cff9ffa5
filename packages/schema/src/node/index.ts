export { ajvAuthority, compileWithAjv, type Authority, type Refusal } from './ajv.js';
export { checkDocument } from './check-document.js';
export { checkGrammar } from './meta-schema.js';
