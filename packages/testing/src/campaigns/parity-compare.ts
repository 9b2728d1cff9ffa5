// Three opinions of one value: our evaluator, Ajv as the server uses it, @cfworker/json-schema.
import { Validator, type Schema } from '@cfworker/json-schema';
import fc from 'fast-check';
import { compileSchema, formats, normaliseSchema, SchemaError, type CompiledSchema, type Json, type JsonObject, type JsonSchema } from '@dvc/schema';
import { keywords } from '@dvc/schema/document/keywords.js';
import { ajvAuthority, compileWithAjv } from '@dvc/schema/node';
import { HOSTILE, jsonSchemas, PLAIN, type Choices } from '../random/json-schemas.js';
import { Random } from '../random/random.js';
import { ValuesFor } from '../random/values-for.js';
import { faultOf, type Disputed } from './parity-faults.js';

/** Values for each schema that is compiled. */
const PER_SCHEMA = 10;
const BATCH = 200;

export interface ParityOptions {
  readonly seed: number;
  /** names of properties; by default plain and hostile ones */
  readonly names?: readonly string[];
  /** Compiles "ours": another one is a sabotage. */
  readonly compile?: (schema: JsonSchema) => CompiledSchema;
}

export interface ParityFigures {
  pairs: number;
  valid: number;
  schemas: number;
  /** Schemas whose references never end: nothing to compare. */
  endless: number;
  /** Values that the server refuses because of a name, before Ajv is asked. */
  refused: number;
  disagreements: number;
  /** Known faults of cfworker, by name. */
  faults: Record<string, number>;
  /** How many schemas have each keyword. */
  keywords: Record<string, number>;
  examples: Disputed[];
}

/** Compares until `n` pairs have three opinions. The same options give the same pairs. */
export function compareOpinions(n: number, { seed, names = [...PLAIN, ...HOSTILE], compile = (schema) => compileSchema(schema, schema) }: ParityOptions, progress: (pairs: number) => void = () => {}): ParityFigures {
  const figures: ParityFigures = { pairs: 0, valid: 0, schemas: 0, endless: 0, refused: 0, disagreements: 0, faults: {}, keywords: {}, examples: [] };
  const random = new Random(seed);
  const choices: Choices = { names, formats: [...Object.keys(formats), 'unheard-of'] };
  const schemas = jsonSchemas(choices);
  const closed = jsonSchemas({ ...choices, closed: true });
  for (let batch = 0; figures.pairs < n; batch++) {
    // A new authority now and then: it keeps what it has compiled.
    const authority = ajvAuthority();
    for (const schema of fc.sample(batch % 2 ? closed : schemas, { seed: seed * 10_007 + batch, numRuns: BATCH })) {
      if (figures.pairs >= n) break;
      const opinions = opinionsOf(schema, compile, authority);
      if (!opinions) {
        figures.endless++;
        continue;
      }
      figures.schemas++;
      for (const keyword of keywordsIn(schema)) figures.keywords[keyword] = (figures.keywords[keyword] ?? 0) + 1;
      const values = new ValuesFor(schema, random, names);
      for (let i = 0; i < PER_SCHEMA && figures.pairs < n; i++) weigh(figures, schema, values.next(), opinions);
    }
    progress(figures.pairs);
  }
  return figures;
}

export type Opinions = (value: Json) => { ours: boolean; refused: boolean; others: Record<string, boolean>; cfworker: { bare: boolean; ours: boolean } };

/** undefined when the schema has references without an end. */
export function opinionsOf(schema: JsonSchema, compile: (schema: JsonSchema) => CompiledSchema, { authorityFor }: ReturnType<typeof ajvAuthority>): Opinions | undefined {
  const normal = normaliseSchema(schema);
  let ours: CompiledSchema;
  try {
    ours = compile(normal);
  } catch (error) {
    if (error instanceof SchemaError && error.problems.every(({ code }) => code === 'endless-recursion')) return undefined;
    throw error;
  }
  // Who cannot compile it agrees with nobody.
  const asGiven = attempt(() => compile(schema));
  const ajv = attempt(() => compileWithAjv(normal));
  const authority = attempt(() => authorityFor(schema));
  // `format` is ours: no other validator knows a tax code, and theirs differ on dates. Without it, all three can be compared.
  const bare = withoutFormats(schema) as JsonSchema;
  const plain = bare === schema ? ours : compile(bare);
  // It notes on each object where it stands: one that stands in two places must be two.
  const cfworker = new Validator(JSON.parse(JSON.stringify(bare)) as Schema, '2020-12');
  return (value) => {
    const verdict = ours.test(value);
    const accepted = attempt(() => authority!.accepts(value));
    const refused = accepted?.refusal === 'unsafe-name';
    const opinion = (say: () => boolean, other = verdict) => attempt(say) ?? !other;
    return {
      ours: verdict, refused,
      others: { check: ours.check(value).length === 0, asGiven: opinion(() => asGiven!.test(value)), ...(refused ? {} : { ajv: opinion(() => ajv!(value) === true), authority: opinion(() => accepted!.valid) }) },
      cfworker: { bare: opinion(() => cfworker.validate(value).valid, plain.test(value)), ours: plain.test(value) },
    };
  };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function weigh(figures: ParityFigures, schema: JsonSchema, value: Json, opinions: Opinions): void {
  const { ours, refused, others, cfworker } = opinions(value);
  figures.pairs++;
  if (ours) figures.valid++;
  if (refused) figures.refused++;
  const disputed: Disputed = { schema, value, ours, others: { ...others, ...(cfworker.bare === cfworker.ours ? {} : { cfworker: cfworker.bare }) } };
  const fault = cfworker.bare === cfworker.ours ? undefined : faultOf(disputed);
  if (fault) figures.faults[fault] = (figures.faults[fault] ?? 0) + 1;
  if (Object.values(others).every((other) => other === ours) && (cfworker.bare === cfworker.ours || fault)) return;
  figures.disagreements++;
  if (figures.examples.length < 20) figures.examples.push(disputed);
}

/** Calls `each` for every schema in a schema that is an object. */
export function eachSchema(schema: Json, each: (schema: JsonObject) => void): void {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  each(schema);
  for (const [keyword, given] of Object.entries(schema)) {
    const holds = keywords.get(keyword);
    if (holds === 'schema') eachSchema(given, each);
    else if (holds?.startsWith('schema') && typeof given === 'object' && given !== null) for (const child of Object.values(given)) eachSchema(child, each);
  }
}

function keywordsIn(schema: JsonSchema): Set<string> {
  const found = new Set<string>();
  eachSchema(schema, (part) => { for (const keyword of Object.keys(part)) found.add(keyword); });
  return found;
}

function withoutFormats(schema: Json): Json {
  let has = false;
  eachSchema(schema, (part) => { has ||= Object.hasOwn(part, 'format'); });
  if (!has) return schema;
  const copy = structuredClone(schema);
  eachSchema(copy, (part) => { delete part['format']; });
  return copy;
}
