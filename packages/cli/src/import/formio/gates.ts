// Conditions of Form.io in the words of the tree: the simple one, the newer list of conditions, and JSON logic.
import type { Json } from '@dvc/schema';
import type { Gate, Operator, Test } from '../tree.js';
import { isLoose, listOf, textOf, type Tracked } from './tracked.js';

/** The conditions under which a component is shown. `lost`: there is one that cannot be said. */
export function gatesOf(of: Tracked): { gates: Gate[]; lost: boolean } {
  const gates: Gate[] = [];
  let lost = false;
  const gate = (test: Test, where: string, what: string) => { gates.push({ test, path: `${of.path}/${where}`, what }); };
  const conditional = of.component.conditional;
  if (isLoose(conditional)) {
    const show = !(conditional.show === false || conditional.show === 'false');
    const turned = (test: Test): Test => (show ? test : { not: test });
    const when = textOf(conditional.when);
    of.skip('conditional.when', 'conditional.show', 'conditional.eq', 'conditional.conditions', 'conditional.conjunction');
    if (when) gate(turned({ key: when, op: 'eq', value: (conditional.eq ?? '') as Json }), 'conditional', `conditional: ${when} = ${String(conditional.eq)}`);
    const conditions = listOf(conditional.conditions).filter((each) => textOf(each.component));
    const said = conditions.map(simple);
    if (said.length > 0) {
      const what = conditions.map((each) => `${textOf(each.component)} ${textOf(each.operator)} ${textOf(each.value)}`.trim()).join(conditional.conjunction === 'any' ? ' | ' : ' & ');
      if (said.every((test) => test !== undefined)) gate(turned(conditional.conjunction === 'any' ? { any: said } : { all: said }), 'conditional/conditions', `conditional: ${what}`);
      else { of.say(`conditional.conditions: ${what}`, 'condition', what); lost = true; }
    }
    const logic = conditional.json;
    if (logic !== undefined && logic !== '' && logic !== null) {
      const test = jsonLogic(typeof logic === 'string' ? parsed(logic) : logic);
      if (test) { of.skip('conditional.json'); gate(test, 'conditional/json', `conditional.json: ${JSON.stringify(logic)}`); } else { of.lose('conditional.json', 'condition', JSON.stringify(logic)); lost = true; }
    }
  }
  if (textOf(of.component.customConditional)) lost = true;
  of.lose('customConditional', 'script-condition');
  return { gates, lost };
}

const parsed = (text: string): unknown => { try { return JSON.parse(text); } catch { return undefined; } };

const OPERATORS: Record<string, [Operator, turned?: boolean]> = {
  isEqual: ['eq'], isNotEqual: ['eq', true], isEmpty: ['empty'], isNotEmpty: ['empty', true], includes: ['includes'], notIncludes: ['includes', true], startsWith: ['starts'], endsWith: ['ends'],
  greaterThan: ['gt'], greaterThanOrEqual: ['gte'], lessThan: ['lt'], lessThanOrEqual: ['lte'], isDateEqual: ['eq'], isNotDateEqual: ['eq', true],
};

function simple(condition: Record<string, unknown>): Test | undefined {
  const [op, turned] = OPERATORS[textOf(condition.operator) || 'isEqual'] ?? [];
  if (!op) return undefined;
  const test: Test = { key: textOf(condition.component), op, ...(op === 'empty' ? {} : { value: (condition.value ?? '') as Json }) };
  return turned ? { not: test } : test;
}

/** JSON logic over answers, as far as JSON Schema reaches. */
export function jsonLogic(rule: unknown): Test | undefined {
  if (!isLoose(rule) || Object.keys(rule).length !== 1) return undefined;
  const [op, given] = Object.entries(rule)[0]!;
  const args = Array.isArray(given) ? given as unknown[] : [given];
  if (op === 'and' || op === 'or') {
    const parts = args.map(jsonLogic);
    return parts.length > 0 && parts.every((part) => part !== undefined) ? (op === 'and' ? { all: parts } : { any: parts }) : undefined;
  }
  if (op === '!' || op === '!!' || op === 'var') {
    const key = variable(op === 'var' ? rule : args[0]);
    const inner = key === undefined ? (op === '!' ? jsonLogic(args[0]) : undefined) : filled(key);
    return inner && (op === '!' ? { not: inner } : inner);
  }
  if (args.length !== 2) return undefined;
  const [left, right] = args;
  if (op === 'in') {
    const key = variable(left);
    if (key !== undefined && Array.isArray(right)) return { any: right.map((value: Json) => ({ key, op: 'eq', value })) };
    const whole = variable(right);
    return whole !== undefined && isValue(left) ? { key: whole, op: 'includes', value: left } : undefined;
  }
  const key = variable(left) ?? variable(right);
  const value = variable(left) === undefined ? left : right;
  if (key === undefined || !isValue(value)) return undefined;
  const flipped = variable(left) === undefined;
  const compare: Record<string, Operator> = { '==': 'eq', '===': 'eq', '!=': 'eq', '!==': 'eq', '>': flipped ? 'lt' : 'gt', '>=': flipped ? 'lte' : 'gte', '<': flipped ? 'gt' : 'lt', '<=': flipped ? 'gte' : 'lte' };
  const found = compare[op];
  if (!found) return undefined;
  const test: Test = { key, op: found, value };
  return op.startsWith('!') ? { not: test } : test;
}

/** `{"!!": {"var": "data.x"}}`: there, and neither false nor an empty text. */
const filled = (key: string): Test => ({ all: [{ not: { key, op: 'empty' } }, { not: { key, op: 'eq', value: false } }] });

const isValue = (value: unknown): value is Json => ['string', 'number', 'boolean'].includes(typeof value);

function variable(value: unknown): string | undefined {
  if (!isLoose(value) || Object.keys(value).length !== 1) return undefined;
  const name = Array.isArray(value.var) ? value.var[0] as unknown : value.var;
  return typeof name === 'string' && name !== '' ? name.replace(/^(data|row|form)\./, '') : undefined;
}

