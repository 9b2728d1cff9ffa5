import { compileSchema, join, split, type FormPlan, type Json, type JsonSchema, type JsonSchemaObject } from '@dvc/schema';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import { resolved, type Context, type Look } from '../context.js';

const PAIRS = [['minimum', 'maximum'], ['exclusiveMinimum', 'exclusiveMaximum'], ['minLength', 'maxLength'], ['minItems', 'maxItems'], ['minProperties', 'maxProperties'], ['minContains', 'maxContains']] as const;

export const lookAtLimits: Look = ({ findings, report }) => {
  for (const { schema, path } of findings.schemas) {
    for (const [min, max] of PAIRS) {
      const [low, high] = [schema[min], schema[max]];
      if (typeof low === 'number' && typeof high === 'number' && (low > high || (low === high && min.startsWith('ex')))) report('min-above-max', join(path, min), { min, max, low, high });
    }
  }
};

export const lookAtExamples: Look = (context) => {
  for (const { schema, path } of context.findings.schemas) {
    if (Object.hasOwn(schema, 'default') && !fits(context, schema as JsonSchema, schema['default'])) context.report('default-invalid', join(path, 'default'), { value: JSON.stringify(schema['default']) });
    for (const [index, example] of listOf(schema['examples']).entries()) if (!fits(context, schema as JsonSchema, example)) context.report('example-invalid', join(path, 'examples', index), { value: JSON.stringify(example) });
  }
};

function fits({ schema: root }: Context, schema: JsonSchema, value: unknown): boolean {
  try {
    return compileSchema(schema, root).test(value as Json);
  } catch {
    return true; // what cannot be compiled is another finding
  }
}

/** Amounts that no cashier could take. */
export const lookAtFees: Look = ({ document, report }) => {
  const each = (fees: unknown, path: string) => listOf(fees).forEach((fee, index) => {
    const look = (value: unknown, at: string): void => {
      const wrong = typeof value === 'number' ? !Number.isSafeInteger(value) || value < 0 || value > 1e9 : typeof value === 'string' || typeof value === 'boolean';
      if (wrong) report('fee-amount', at, { got: String(value) });
    };
    look(own(fee, 'amount'), join(path, index, 'amount'));
    look(own(fee, 'quantity'), join(path, index, 'quantity'));
    listOf(own(fee, 'reductions')).forEach((reduction, i) => look(own(reduction, 'amount'), join(path, index, 'reductions', i, 'amount')));
  });
  each(document['fees'], '/fees');
  const procedure = document['procedure'];
  listOf(own(procedure, 'cases')).forEach((item, index) => { if (isObject(item)) each(item['fees'], `/procedure/cases/${index}/fees`); });
};

/** A fee that reads what a citizen may leave empty: then nobody can reckon it, and the dossier is not taken. */
export const lookAtOpenFees: Look = ({ document, schema, plan, report }) => {
  const each = (fees: unknown, path: string) => listOf(fees).forEach((fee, index) => {
    const when = own(fee, 'when');
    const held = isObject(when) ? JSON.stringify(resolved(schema, when as JsonSchemaObject)) : '';
    for (const name of ['amount', 'quantity']) {
      for (const field of readWithout(own(fee, name))) if (mayBeEmpty(plan, field) && !held.includes(`"${split(field).at(-1)}"`)) report('fee-open', join(path, index, name), { field });
    }
  });
  if (!plan) return;
  each(document['fees'], '/fees');
  listOf(own(document['procedure'], 'cases')).forEach((item, index) => each(own(item, 'fees'), `/procedure/cases/${index}/fees`));
};

/** The answers that an expression reads without a value to take in their place. */
function readWithout(expression: unknown): string[] {
  if (Array.isArray(expression)) return expression.flatMap(readWithout);
  if (!isObject(expression)) return [];
  // Where an answer is asked about first, its absence was thought of.
  if (JSON.stringify(expression).includes('"present"')) return [];
  return Object.entries(expression).flatMap(([name, value]) => {
    const [read, other] = name === 'var' ? [value].flat() : [];
    return typeof read === 'string' && read.startsWith('/') && other === undefined ? [read] : name === 'var' ? [] : readWithout(value);
  });
}

/** Nothing asks for it, nothing computes it, and it does not come filled in; of lists the rules themselves make nothing of nothing. */
function mayBeEmpty(plan: FormPlan | undefined, path: string): boolean {
  const place = plan?.find(path);
  return place !== undefined && place.kind === 'field' && !place.computed && place.required.length === 0;
}
