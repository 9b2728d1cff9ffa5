import { clean, formatMoney, numberFormat, numberParse, parseMoney, type Issue, type Json, type NodePlan } from '@dvc/schema';
import type { NodeState } from './state.js';
import { fieldValue } from './values.js';

const textual = new Set(['text', 'textarea', 'date', 'partial-date', 'time', 'date-time', 'combobox']);

/** What a person typed → the answer. Text that cannot be read is kept as it is, so that the schema refuses it as Ajv would. */
export function valueFromText(plan: NodePlan, text: string): Json | undefined {
  // Megabytes that nobody typed.
  if (plan.control === 'file') return text === '' ? undefined : text;
  const typed = clean(text);
  if (typed === '' || (plan.control.endsWith('date') && /^[/\s]*$/.test(typed))) return undefined;
  if (plan.control === 'number' || plan.control === 'money') {
    const number = plan.control === 'money' ? parseMoney(typed) : numberParse(typed);
    return number ?? typed;
  }
  return plan.formatter ? plan.formatter.normalize(typed) : typed;
}

/** The answer as a clerk would write it; a value of the wrong type is shown as it came. */
export function textFromValue(plan: NodePlan, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return plan.control === 'money' ? formatMoney(value) : numberFormat(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const { formatter } = plan;
  return formatter?.display && formatter.check(value) === true ? formatter.display(value) : value;
}

export const fieldText = (node: NodeState): string => node.text ?? textFromValue(node.plan, fieldValue(node));

/** The keys of the chosen options: none, one, or several of a checkbox group. */
export function chosenKeys(node: NodeState): string[] {
  const value = fieldValue(node);
  const { plan } = node;
  if (value === undefined) return [];
  if (plan.control === 'checkbox') return value === true ? ['true'] : [];
  const values = plan.control === 'checkboxes' && Array.isArray(value) ? value : [value];
  return values.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
}

/** The answer for the chosen options. An unticked checkbox is `false`; an emptied group or choice is absent. */
export function valueFromChosen(plan: NodePlan, chosen: readonly string[], before: Json | undefined): Json | undefined {
  if (plan.control === 'checkbox') return chosen.length > 0;
  if (plan.control === 'checkboxes') {
    const known = (plan.choices ?? []).filter((choice) => chosen.includes(choice.key)).map((choice) => choice.value);
    const foreign = Array.isArray(before) ? before.filter((value) => !plan.choices?.some((choice) => choice.value === value)) : [];
    return known.length + foreign.length > 0 ? [...known, ...foreign] : undefined;
  }
  const key = chosen[0];
  if (key === undefined || key === '') return undefined;
  const choice = plan.choices?.find((each) => each.key === key);
  if (choice) return choice.value;
  if (plan.types?.includes('boolean') && (key === 'true' || key === 'false')) return key === 'true';
  return key;
}

/** An odd but allowed answer, as the format sees it. */
export function warningOf(node: NodeState): Issue | undefined {
  const value = fieldValue(node);
  const verdict = typeof value === 'string' && node.issues.length === 0 ? node.plan.formatter?.warn?.(value) : true;
  return verdict === true || verdict === undefined ? undefined : { path: '', code: 'format', params: { format: node.plan.format!, reason: verdict.reason }, level: 'warning' };
}

export const isTextual = (plan: NodePlan): boolean => textual.has(plan.control) || plan.control === 'number' || plan.control === 'money';
