import type { JsonSchemaObject, Problem } from '../types.js';
import { checkKeywords } from './check-keywords.js';
import { reporter } from './report.js';
import type { FormDocument } from './types.js';
import type { UiSchema } from './ui/types.js';
import { wrap } from './wrap.js';

/** As `documentOf`, for a page: fetches what older drafts and a `uiSchema` need only where there is one. */
export async function loadDocumentOf(schema: JsonSchemaObject, uiSchema: UiSchema | undefined, problems: Problem[]): Promise<FormDocument> {
  const text = JSON.stringify(schema);
  const outdated: Problem[] = [];
  checkKeywords(schema, '', reporter(outdated), () => {});
  const [older, shown] = await Promise.all([
    outdated.length > 0 || text.includes('"__proto__"') ? import('./modernise.js') : undefined,
    uiSchema ? import('./ui/load.js') : undefined,
  ]);
  const modern = (older ? older.modernise(schema, reporter(problems), problems) : JSON.parse(text)) as JsonSchemaObject;
  return wrap(shown ? await shown.loadLayOut(modern, uiSchema, problems) : { schema: modern });
}
