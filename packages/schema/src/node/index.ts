export { ajvAuthority, compileWithAjv, type Authority, type Refusal } from './ajv.js';
export { checkDocument } from './check-document.js';
export { compareVersions, FORM_INDEX, formatFormIndex, isVersion, parseFormIndex, type FormIndex, type PublishedVersion } from './form-index.js';
export { checkGrammar } from './meta-schema.js';
