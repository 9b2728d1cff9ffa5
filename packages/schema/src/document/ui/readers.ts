import type { JsonSchemaObject, Problem } from '../../types.js';
import { reporter } from '../report.js';
import { cleanCopy, isJsonForms } from './dialect.js';
import { fromJsonForms } from './json-forms.js';
import { fromRjsf } from './rjsf.js';
import type { Apply, Drop, Laid } from './types.js';

/** `layOut`, with the `applyHints` that a page has already. */
export function layOutWith(apply: Apply, schema: JsonSchemaObject, uiSchema: unknown, problems: Problem[]): Laid {
  const hints = cleanCopy(uiSchema);
  const drop = dropper(problems);
  if (!hints) {
    drop('', 'the form as the schema has it', 'a uiSchema that is no tree of JSON');
    return { schema };
  }
  return (isJsonForms(hints) ? fromJsonForms : fromRjsf)(schema, hints, drop, apply);
}

function dropper(problems: Problem[]): Drop {
  const report = reporter(problems);
  return (path, instead, feature) => {
    report(path, 'ui-dropped', instead, feature || '""');
    problems.at(-1)!.level = 'warning';
  };
}
