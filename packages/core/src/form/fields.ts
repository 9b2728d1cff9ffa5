import { clean, formatMoney, numberFormat, numberParse, parseMoney, type Issue, type Json, type Shape } from '@dvc/schema';
import type { NodeState } from './state.js';
import { fieldValue, sameJson } from './values.js';

/**
 * What a person typed → the answer. Text that cannot be read is kept as it is, so that the schema refuses it as Ajv would.
 * `before` tells what a place without a type held: a number stays one.
 */
export function valueFromText(shape: Shape, text: string, before?: Json): Json | undefined {
  const { control, types, formatter } = shape;
  // Megabytes that nobody typed.
  if (control === 'file') return text === '' ? undefined : text;
  const typed = clean(text);
  if (typed === '' || (control.endsWith('date') && /^[/\s]*$/.test(typed))) return emptied(shape);
  if (control === 'number' || control === 'money') {
    const number = control === 'money' ? parseMoney(typed) : numberParse(typed);
    return number ?? typed;
  }
  if (types === undefined && typeof before === 'number') return numberParse(typed) ?? typed;
  return formatter ? formatter.normalize(typed) : typed;
}

/** Where something must stand and null is allowed, nothing is null. */
const emptied = (shape: Shape): null | undefined => (shape.nullable && shape.defaultValue === null ? null : undefined);

/** The answer as a clerk would write it; a value of the wrong type is shown as it came. */
export function textFromValue(shape: Shape, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return shape.control === 'money' ? formatMoney(value) : numberFormat(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const { formatter } = shape;
  return formatter?.display && formatter.check(value) === true ? formatter.display(value) : value;
}

export const fieldText = (node: NodeState): string => node.text ?? textFromValue(node.shape, fieldValue(node));

/** What a control carries for an answer: the key of its choice; for one that is no choice, its text or JSON. */
export function chosenKeys(node: NodeState): string[] {
  const value = fieldValue(node);
  const { shape } = node;
  if (value === undefined) return [];
  if (shape.control === 'checkbox') return value === true ? ['true'] : [];
  const values = shape.control === 'checkboxes' && Array.isArray(value) ? value : [value];
  return values.flatMap((each) => {
    const choice = shape.choices?.find((known) => sameJson(known.value, each));
    return choice ? [choice.key] : each === null ? [] : [typeof each === 'string' ? each : JSON.stringify(each)];
  });
}

/** The answer for the chosen options. An unticked checkbox is `false`; an emptied group or choice is absent. */
export function valueFromChosen(shape: Shape, chosen: readonly string[], before: Json | undefined): Json | undefined {
  if (shape.control === 'checkbox') return chosen.length > 0;
  if (shape.control === 'checkboxes') {
    const known = (shape.choices ?? []).filter((choice) => chosen.includes(choice.key)).map((choice) => choice.value);
    const foreign = Array.isArray(before) ? before.filter((value) => chosen.includes(typeof value === 'string' ? value : JSON.stringify(value)) && !shape.choices?.some((choice) => sameJson(choice.value, value))) : [];
    return known.length + foreign.length > 0 ? [...known, ...foreign] : undefined;
  }
  const key = chosen[0];
  if (key === undefined || key === '') return emptied(shape);
  const choice = shape.choices?.find((each) => each.key === key);
  if (choice) return choice.value;
  if (shape.types?.includes('boolean') && (key === 'true' || key === 'false')) return key === 'true';
  // The foreign answer that was given, chosen again.
  if (before !== undefined && typeof before !== 'string' && JSON.stringify(before) === key) return before;
  return key;
}

/** An odd but allowed answer, as the format sees it. */
export function warningOf(node: NodeState): Issue | undefined {
  const value = fieldValue(node);
  const verdict = typeof value === 'string' && node.issues.length === 0 ? node.shape.formatter?.warn?.(value) : true;
  return verdict === true || verdict === undefined ? undefined : { path: '', code: 'format', params: { format: node.shape.format!, reason: verdict.reason }, level: 'warning' };
}
