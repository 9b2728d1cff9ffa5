import { compileSchema, type Json, type JsonSchema } from '@dvc/schema';
import { join } from '@dvc/schema';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import type { Context, Look } from '../context.js';

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
