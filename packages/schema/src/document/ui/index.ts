import type { JsonSchemaObject, Problem } from '../../types.js';
import { applyHints } from './apply.js';
import { layOutWith } from './readers.js';
import type { Laid } from './types.js';

/**
 * The schema with what a uiSchema, of react-jsonschema-form or of JSON Forms, says in its annotations, and the steps that it has. Nothing that is given is changed, and nothing of what is valid.
 * @param problems receives a warning `ui-dropped` for everything that is not carried over: where it stands in the uiSchema, what is done instead, what it was
 */
export const layOut = (schema: JsonSchemaObject, uiSchema: unknown, problems: Problem[]): Laid => layOutWith(applyHints, schema, uiSchema, problems);

export type { Laid, UiSchema } from './types.js';
