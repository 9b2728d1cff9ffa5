import { reporter } from '../report.js';
import type { JsonSchemaObject, Problem } from '../../types.js';
import { fromJsonForms } from './json-forms.js';
import { fromRjsf } from './rjsf.js';
import { cleanCopy, isJsonForms } from './dialect.js';
import type { Drop, Laid } from './types.js';

export type { Laid, UiSchema } from './types.js';

/**
 * The schema with what a uiSchema, of either dialect, says in its annotations, and the steps that it has. Nothing that is given is changed.
 * @param problems receives a warning `ui-dropped` for everything that is not carried over: where it stands in the uiSchema, what is done instead, what it was
 */
export function layOut(schema: JsonSchemaObject, uiSchema: unknown, problems: Problem[]): Laid {
  const hints = cleanCopy(uiSchema);
  const drop = dropper(problems);
  if (!hints) {
    drop('', 'the form as the schema has it', 'a uiSchema that is no tree of JSON');
    return { schema };
  }
  return (isJsonForms(hints) ? fromJsonForms : fromRjsf)(schema, hints, drop);
}

export function dropper(problems: Problem[]): Drop {
  const report = reporter(problems);
  return (path, instead, feature) => {
    report(path, 'ui-dropped', instead, feature || '""');
    problems.at(-1)!.level = 'warning';
  };
}
