export { checkCode, findCode } from './check.js';
export { matches, searchCodeList } from './search.js';
export type { CodeItem, CodeList, CodeMatch } from './types.js';
