import type { Json, JsonObject, JsonSchemaObject, Problem } from '../types.js';
import { modernSchema } from './modern-schema.js';
import type { FormDocument } from './types.js';
import { layOut, type UiSchema } from './ui/index.js';
import { wrap } from './wrap.js';

/**
 * Wraps a plain JSON Schema (draft-04 to 2020-12) into a form document, so that an existing schema is a form without an author's work.
 * Nothing that is given is changed.
 * @param uiSchema the presentation object of react-jsonschema-form or of JSON Forms, if the host has one
 * @param problems receives a warning for every keyword and reference that is left out, with a pointer into `schema` as it was given, and for everything of `uiSchema` that is not carried over (`ui-dropped`, with a pointer into that)
 * @throws SchemaError when it is too large, too deep, or cannot be read
 */
export function documentOf(schema: JsonSchemaObject | boolean, uiSchema?: UiSchema, problems: Problem[] = []): FormDocument {
  const modern = modernSchema(schema, problems);
  return wrap(uiSchema ? layOut(modern, uiSchema, problems) : { schema: modern });
}

export type { Json, JsonObject, UiSchema };
