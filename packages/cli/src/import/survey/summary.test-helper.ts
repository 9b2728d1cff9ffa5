// A survey in a few words, so that a sample can say what it expects: `q1 radio(a,b,other)?!`.
import { compilePlan, type FormDocument, type JsonSchemaObject } from '@dvc/schema';
import { followed } from '../../export/gather.js';

/** ? when it is asked under a condition, ! when it must be answered, !? when it must be under a condition. */
export function surveySummary(document: FormDocument): string[] {
  const plan = compilePlan(document);
  return plan.nodes.filter((node) => node.parent?.path === '').map((node) => {
    const [schema] = followed(document.schema, schemaOf(document.schema, node.key)!, '');
    const notes = (schema['x-dvc'] ?? {}) as JsonSchemaObject;
    const always = node.required.some((guard) => guard.length === 0);
    const conditional = !node.declared.some((guard) => guard.length === 0);
    const must = node.required.length > 0 ? (conditional || always ? '!' : '!?') : '';
    return `${node.key} ${String(notes.widget ?? 'text')}${detailOf(document.schema, schema)}${conditional ? '?' : ''}${must}`;
  });
}

const consts = (schema: JsonSchemaObject | undefined): string => ((schema?.oneOf ?? []) as { const: unknown }[]).map((each) => String(each.const)).join(',');

function detailOf(root: JsonSchemaObject, schema: JsonSchemaObject): string {
  const items = schema.items as JsonSchemaObject | undefined;
  if (schema.oneOf) return `(${consts(schema)})`;
  if (items?.oneOf) return `[${consts(items)}]${schema.minItems === undefined ? '' : `≥${String(schema.minItems)}`}${schema.maxItems === undefined ? '' : `≤${String(schema.maxItems)}`}`;
  if (schema.properties) { const rows = Object.entries(schema.properties as Record<string, JsonSchemaObject>).map(([name, part]): [string, JsonSchemaObject] => [name, followed(root, part, '')[0]]); return `{${rows.map(([name]) => name).join(',')}: ${consts((rows[0]![1].items ?? rows[0]![1]) as JsonSchemaObject)}}`; }
  if (schema.minimum !== undefined || schema.maximum !== undefined) return `(${String(schema.minimum ?? '')}..${String(schema.maximum ?? '')})`;
  return schema.format ? `:${String(schema.format)}` : schema.pattern ? '~' : '';
}

function schemaOf(schema: JsonSchemaObject, name: string): JsonSchemaObject | undefined {
  const own = (schema.properties as Record<string, JsonSchemaObject> | undefined)?.[name];
  if (own) return own;
  for (const part of [schema.then, schema.else, ...(schema.allOf as JsonSchemaObject[] | undefined ?? [])] as (JsonSchemaObject | undefined)[]) { const found = part && schemaOf(part, name); if (found) return found; }
  return undefined;
}
