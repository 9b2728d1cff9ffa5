import type { Json } from '../types.js';
import type { Verdict } from '../formats/types.js';
import type { CodeItem, CodeList } from './types.js';

const byCode = new WeakMap<CodeList['items'], ReadonlyMap<string, CodeItem>>();

/** The entry of a code; the list is indexed once and must not be changed afterwards. */
export function findCode(list: CodeList, code: string): CodeItem | undefined {
  let index = byCode.get(list.items);
  if (!index) byCode.set(list.items, (index = new Map(list.items.map((item) => [item.code, item]))));
  return index.get(code);
}

/** Is the code in the list? The same verdict in the browser and on the server; `params.list` says which list. */
export const checkCode = (list: CodeList, code: Json): Verdict =>
  (typeof code === 'string' && findCode(list, code) !== undefined) || { reason: 'unknown-code', params: { list: list.id, version: list.version } };
