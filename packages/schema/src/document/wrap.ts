import type { FormDocument } from './types.js';
import type { Laid } from './ui/types.js';

/** A form document around a schema of 2020-12. */
export function wrap({ schema, steps }: Laid): FormDocument {
  const { title, description } = schema;
  return {
    kind: 'form', id: 'schema', version: '0.0.0',
    title: typeof title === 'string' ? title : '',
    ...(typeof description === 'string' ? { description } : {}),
    schema,
    ...(steps ? { steps } : {}),
  };
}
