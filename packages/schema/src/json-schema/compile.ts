// JSON Schema 2020-12 as closures. No eval: it runs under `script-src 'self'`.
import type { Issue, Json, JsonSchema, JsonSchemaObject, Path, Problem } from '../types.js';
import { formats as ours } from '../formats/index.js';
import type { Format } from '../formats/types.js';
import { join } from '../pointer.js';
import { KEYWORDS, SHAPES } from './keywords.js';
import { all, failing, messageOf, PASS, type Run, type Site } from './node.js';
import { SchemaError } from './problems.js';
import { readsOf } from './reads.js';
import { References } from './refs.js';
import type { CompiledSchema, CompileOptions } from './types.js';
import { isObject } from './values.js';

/** A `$ref` inside a `$ref` … written out: more than this is a bomb, not a form. */
const HEAVIEST = 100_000;

/** What all schemas of one document share: its references, compiled once each, and its regular expressions. */
class Compiler {
  readonly refs: References;
  readonly formats: Readonly<Record<string, Format>>;
  problems: Problem[] = [];
  private readonly targets = new Map<Json, { run?: Run }>();
  private readonly regexes = new Map<string, RegExp>();

  constructor(root: JsonSchema, formats: Readonly<Record<string, Format>>) {
    this.refs = new References(root);
    this.formats = formats;
  }

  node(schema: Json, path: Path, keyword: string, fail = failing(keyword), omit?: ReadonlySet<string>): Run {
    if (schema === true) return PASS;
    if (schema === false) return (_, at, out) => fail(out, at);
    if (!isObject(schema)) {
      this.problem(path, 'bad-keyword-value', 'a schema (an object, true or false)', schema);
      return PASS;
    }
    const site = this.site(schema, path);
    const first: Run[] = [];
    const runs: Run[] = [];
    const last: Run[] = [];
    for (const name of Object.keys(schema)) {
      if (omit?.has(name)) continue;
      const known = KEYWORDS.get(name);
      if (!known) {
        this.problem(join(path, name), 'unknown-keyword', 'a keyword of the form language', name);
        continue;
      }
      const [shape, make] = known;
      if (!SHAPES[shape][1](schema[name])) {
        this.problem(join(path, name), 'bad-keyword-value', SHAPES[shape][0], schema[name]);
        continue;
      }
      const run = make?.(schema[name] as never, site, name);
      if (run && run !== PASS) (name === 'type' ? first : name.startsWith('unevaluated') ? last : runs).push(run);
    }
    const before = all(first.length ? first.concat(runs) : runs, first.length > 0);
    return last.length ? watched(before, all(last)) : before;
  }

  private site(schema: JsonSchemaObject, path: Path): Site {
    return {
      schema, path, formats: this.formats,
      sub: (sub, keyword, ...tokens) => this.node(sub, join(path, keyword, ...tokens), keyword, failing(keyword, messageOf(schema, keyword))),
      refer: (ref) => this.refer(ref, schema, join(path, '$ref')),
      target: (sub) => {
        const ref = isObject(sub) && Object.hasOwn(sub, '$ref') ? sub['$ref'] : undefined;
        return typeof ref === 'string' ? this.refs.resolve(ref, sub) ?? sub : sub;
      },
      regex: (source, ...tokens) => this.regex(source, join(path, ...tokens)),
    };
  }

  private refer(ref: string, from: JsonSchemaObject, path: Path): Run {
    const target = this.refs.resolve(ref, from);
    if (target === undefined) {
      this.problem(path, 'unresolvable-ref', 'a reference into this document', ref);
      return PASS;
    }
    let slot = this.targets.get(target);
    if (!slot) {
      this.targets.set(target, (slot = {}));
      if (this.refs.weight(target, 'same') === Infinity) {
        this.problem(path, 'endless-recursion', 'a reference that reaches a smaller part of the answer', ref);
        return PASS;
      }
      if (this.refs.weight(target, 'all') > HEAVIEST) {
        this.problem(path, 'too-complex', `at most ${HEAVIEST} schemas when references are written out`, ref);
        return PASS;
      }
      slot.run = this.node(target, ref.startsWith('#/') || ref === '#' ? ref.slice(1) : path, '$ref');
    }
    // Still being compiled: a recursive schema.
    return slot.run ?? ((value, at, out, seen) => slot.run!(value, at, out, seen));
  }

  private regex(source: string, path: Path): RegExp {
    let made = this.regexes.get(source);
    if (!made) {
      try {
        made = new RegExp(source, 'u');
      } catch {
        this.problem(path, 'bad-regex', 'a regular expression (flag u)', source);
        made = /(?:)/;
      }
      this.regexes.set(source, made);
    }
    return made;
  }

  problem(path: Path, code: string, expected: string, got: unknown): void {
    this.problems.push({ path, code, expected, got: (JSON.stringify(got) ?? String(got)).slice(0, 80) });
  }
}

/** Only an object or a list that an `unevaluated*` keyword looks at costs a set. */
const watched = (before: Run, last: Run): Run => (value, at, out, seen) => {
  if (typeof value !== 'object' || value === null) return before(value, at, out, seen);
  const mine = new Set<string | number>();
  let ok = before(value, at, out, mine);
  if (!ok && !out) return false;
  ok = last(value, at, out, mine) && ok;
  if (seen) for (const name of mine) seen.add(name);
  return ok;
};

/** An `unevaluated*` issue says nothing new when another issue lies under the same property. */
export function withoutEchoes(issues: Issue[]): Issue[] {
  if (!issues.some((i) => i.code.startsWith('unevaluated'))) return issues;
  return issues.filter((issue) => !issue.code.startsWith('unevaluated')
    || !issues.some((other) => !other.code.startsWith('unevaluated') && (other.path === issue.path || other.path.startsWith(`${issue.path}/`))));
}

const compilers = new WeakMap<object, Compiler>();

/** See `CompileSchema`. */
export function compileSchema(schema: JsonSchema, root: JsonSchema, options: CompileOptions = {}): CompiledSchema {
  const { omit, at: path = '', formats = ours } = options;
  let compiler = isObject(root) ? compilers.get(root) : undefined;
  if (compiler?.formats !== formats) compiler = undefined;
  compiler ??= new Compiler(root, formats);
  const { refs } = compiler;
  let run: Run = PASS;
  try {
    run = compiler.node(schema, path, 'false', undefined, omit);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    compiler.problem(path, 'too-deep', 'a schema that is nested less deeply', 'a stack overflow');
  }
  if (compiler.problems.length) {
    if (isObject(root)) compilers.delete(root);
    throw new SchemaError(compiler.problems);
  }
  if (isObject(root)) compilers.set(root, compiler);
  let reads: readonly string[] | undefined;
  return {
    get reads() { return (reads ??= readsOf(schema, refs, omit)); },
    test: (value) => value === undefined || run(value, '', null, null),
    check: (value, at = '') => {
      const out: Issue[] = [];
      if (value !== undefined) run(value, at, out, null);
      return withoutEchoes(out);
    },
  };
}
