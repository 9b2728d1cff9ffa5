import type { JsonSchemaObject, Problem } from '../types.js';
import { checkKeywords } from './check-keywords.js';
import type { FormDocument } from './types.js';
import type { UiSchema } from './ui/types.js';
import { wrap } from './wrap.js';

/** What `modernise` settles, as it stands in a text. */
const UNSETTLED = /"(\$ref|\$id|\$anchor|patternProperties|__proto__)":|"\$schema":"[^"]*2019/;
/** Objects of a schema that is looked at here; larger ones are for the reader that has limits. */
const MOST = 2500;

/** As `documentOf`, for a page: fetches what older drafts, references and a `uiSchema` need only where there is one. */
export async function loadDocumentOf(schema: JsonSchemaObject | boolean, uiSchema: UiSchema | undefined, problems: Problem[]): Promise<FormDocument> {
  const simple = simpleCopy(schema);
  const [reader, shown] = await Promise.all([simple ? undefined : import('./modern-schema.js'), uiSchema ? import('./ui/load.js') : undefined]);
  const modern = simple ?? reader!.modernSchema(schema, problems);
  return wrap(shown ? await shown.loadLayOut(modern, uiSchema, problems) : { schema: modern });
}

/** A copy of a schema in which there is nothing to settle; else undefined. */
function simpleCopy(schema: unknown): JsonSchemaObject | undefined {
  let left = MOST;
  const isSmall = (value: unknown, depth: number): boolean => typeof value !== 'object' || value === null || ((left -= 1) > 0 && depth < 64 && Object.values(value).every((child) => isSmall(child, depth + 1)));
  try {
    if (typeof schema !== 'object' || !isSmall(schema, 0)) return undefined;
    const text = JSON.stringify(schema);
    const copy = JSON.parse(text) as JsonSchemaObject;
    let settled = !UNSETTLED.test(text);
    checkKeywords(copy, '', () => { settled = false; }, ({ pattern }) => {
      // What has no group and no escape is safe, if it is one at all.
      if (pattern !== undefined && (/[(\\]|.{500}/s.test(String(pattern)) || !RegExp(String(pattern), 'u'))) settled = false;
    });
    if (copy.$schema !== undefined) copy.$schema = 'https://json-schema.org/draft/2020-12/schema';
    return settled ? copy : undefined;
  } catch {
    return undefined; // the other reader says what cannot be read
  }
}
