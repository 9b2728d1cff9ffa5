import type { Remark } from '@dvc/core';
import type { Json, JsonObject } from '@dvc/schema';
import { isRemarked, isWhole } from './narrow.js';

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is otherwise than the agency has it, by JSON Pointer; `null` takes an answer away. Only what the remarks are about: the rest is not the citizen's to change now. */
export function changesOf(before: Json | undefined, after: Json | undefined, remarks: readonly Remark[]): JsonObject {
  const found: JsonObject = {};
  const whole = isWhole(remarks);
  const visit = (was: Json | undefined, is: Json | undefined, path: string): void => {
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    const inside = isObject(was) && isObject(is);
    if (inside) for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) visit(was[name], is[name], `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    else if (path !== '' && (whole || isRemarked(path, remarks) || remarks.some((remark) => remark.path?.startsWith(`${path}/`)))) found[path] = is ?? null;
  };
  visit(before, after, '');
  return found;
}
