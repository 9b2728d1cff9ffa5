// Evaluators that are wrong on purpose: a campaign that finds nothing wrong with them proves nothing.
import { formats, type CompiledSchema, type JsonSchema } from '@dvc/schema';
import { compileWith } from '@dvc/schema/json-schema/compile.js';
import { refuse, type Keyword, type Vocabulary } from '@dvc/schema/json-schema/node.js';
import { limit } from '@dvc/schema/json-schema/scalars.js';
import { whole } from '@dvc/schema/json-schema/whole.js';

const SABOTAGE: Record<string, Record<string, Keyword>> = {
  'utf16-length': {
    minLength: limit((value, least) => typeof value !== 'string' || value.length >= least),
    maxLength: limit((value, most) => typeof value !== 'string' || value.length <= most),
  },
  'inherited-names': {
    required: ((names: string[], { schema }, name) => (value, at, out) => typeof value !== 'object' || value === null || Array.isArray(value) || names.every((each) => each in value) || refuse(out, at, schema, name)) as Keyword,
  },
};

/** @throws when there is no such sabotage */
export function sabotaged(name: string): (schema: JsonSchema) => CompiledSchema {
  const wrong = SABOTAGE[name];
  if (!wrong) throw new Error(`there is no sabotage ${name}; there are ${Object.keys(SABOTAGE).join(', ')}`);
  const vocabulary: Vocabulary = { ...whole, keywords: new Map([...whole.keywords, ...Object.entries(wrong)]) };
  return (schema) => compileWith(vocabulary, schema, schema, { formats });
}
