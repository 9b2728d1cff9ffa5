import type { FormDocument } from './types.js';
import type { Laid } from './ui/types.js';

/** A form document around a schema of 2020-12. */
export function wrap({ schema, steps }: Laid): FormDocument {
  const { title, description } = schema;
  return {
    kind: 'form', id: 'schema', version: '0.0.0',
    title: typeof title === 'string' ? title : '',
    ...(typeof description === 'string' ? { description } : {}),
    // A schema of properties without a type is an object in everybody's mind.
    schema: schema.type === undefined && !('$ref' in schema) ? { ...schema, type: 'object' } : schema,
    ...(steps ? { steps } : {}),
  };
}
