import type { JsonSchemaObject } from '../types.js';
import type { FormDocument } from './types.js';

/** A form document around a schema of 2020-12. */
export function wrap(schema: JsonSchemaObject): FormDocument {
  const { title, description } = schema;
  return {
    kind: 'form', id: 'schema', version: '0.0.0',
    title: typeof title === 'string' ? title : '',
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  };
}
