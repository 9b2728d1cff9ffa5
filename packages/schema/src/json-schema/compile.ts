// JSON Schema 2020-12 as closures. No eval: it runs under `script-src 'self'`.
import type { Issue, Json, JsonSchema, JsonSchemaObject, Path, Pattern, Problem } from '../types.js';
import { formats as ours } from '../formats/index.js';
import type { Format } from '../formats/types.js';
import { join } from '../pointer.js';
import { expectedOf, keywords } from '../document/keywords.js';
import { reporter, type Report } from '../document/report.js';
import { KEYWORDS } from './keywords.js';
import { all, PASS, refuse, type Run, type Site } from './node.js';
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
  readonly problems: Problem[] = [];
  readonly report: Report = reporter(this.problems);
  private readonly targets = new Map<Json, { run?: Run }>();
  private readonly regexes = new Map<string, RegExp>();

  constructor(root: JsonSchema, formats: Readonly<Record<string, Format>>) {
    this.refs = new References(root);
    this.formats = formats;
  }

  /** `code` and `owner`: the keyword that holds `schema`, and where, for a `false` to be said. */
  node(schema: Json, path: Path, code: string, owner: Json, omit?: ReadonlySet<string>): Run {
    if (schema === true) return PASS;
    if (schema === false) return (_, at, out) => refuse(out, at, owner, code);
    if (!isObject(schema)) {
      this.report(path, 'bad-keyword-value', 'a schema', schema);
      return PASS;
    }
    const site = new Place(this, schema, path);
    const first: Run[] = [];
    const runs: Run[] = [];
    const last: Run[] = [];
    for (const name of Object.keys(schema)) {
      if (omit?.has(name)) continue;
      const given = schema[name];
      const wrong = expectedOf(name, given);
      if (!keywords.has(name)) this.report(join(path, name), 'unknown-keyword', 'a declared keyword', name);
      else if (wrong) this.report(join(path, name), 'bad-keyword-value', wrong, given);
      else {
        const run = KEYWORDS.get(name)?.(given as never, site, name);
        if (run && run !== PASS) (name === 'type' ? first : name.startsWith('unev') ? last : runs).push(run);
      }
    }
    const before = all([...first, ...runs], first.length > 0);
    return last.length ? watched(before, all(last)) : before;
  }

  refer(ref: string, from: JsonSchemaObject, path: Path): Run {
    const target = this.refs.resolve(ref, from);
    if (target === undefined) {
      this.report(path, 'unresolvable-ref', 'a reference into this document', ref);
      return PASS;
    }
    let slot = this.targets.get(target);
    if (!slot) {
      this.targets.set(target, (slot = {}));
      if (this.refs.weight(target, 'same') === Infinity) {
        this.report(path, 'endless-recursion', 'a reference that reaches a smaller part of the answer', ref);
        return PASS;
      }
      if (this.refs.weight(target, 'all') > HEAVIEST) {
        this.report(path, 'too-complex', `at most ${HEAVIEST} schemas when references are written out`, ref);
        return PASS;
      }
      slot.run = this.node(target, ref.startsWith('#/') || ref === '#' ? ref.slice(1) : path, '$ref', from);
    }
    // Still being compiled: a recursive schema.
    return slot.run ?? ((value, at, out, seen) => slot.run!(value, at, out, seen));
  }

  regex(source: string, path: Path): RegExp {
    let made = this.regexes.get(source);
    if (!made) {
      try {
        made = new RegExp(source, 'u');
      } catch {
        this.report(path, 'bad-regex', 'a regular expression (flag u)', source);
        made = /(?:)/;
      }
      this.regexes.set(source, made);
    }
    return made;
  }
}

class Place implements Site {
  readonly schema: JsonSchemaObject;
  private readonly compiler: Compiler;
  private readonly path: Path;
  constructor(compiler: Compiler, schema: JsonSchemaObject, path: Path) {
    this.compiler = compiler;
    this.schema = schema;
    this.path = path;
  }
  get formats() { return this.compiler.formats; }
  sub(sub: Json, keyword: string, ...tokens: (string | number)[]) {
    return this.compiler.node(sub, join(this.path, keyword, ...tokens), keyword, this.schema);
  }
  refer(ref: string) { return this.compiler.refer(ref, this.schema, join(this.path, '$ref')); }
  target(sub: Json) { return this.compiler.refs.target(sub) ?? sub; }
  regex(source: string, ...tokens: string[]) { return this.compiler.regex(source, join(this.path, ...tokens)); }
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

class Compiled implements CompiledSchema {
  private readonly run: Run;
  private readonly source: readonly [Json, References, ReadonlySet<string> | undefined];
  private found: readonly Pattern[] | undefined;
  constructor(run: Run, ...source: [Json, References, ReadonlySet<string> | undefined]) {
    this.run = run;
    this.source = source;
  }
  /** Found when first asked for: most schemas are never conditions. */
  get reads() { return (this.found ??= readsOf(...this.source)); }
  test(value: Json | undefined) { return value === undefined || this.run(value, '', null, null); }
  check(value: Json | undefined, at = '') {
    const out: Issue[] = [];
    if (value !== undefined) this.run(value, at, out, null);
    return withoutEchoes(out);
  }
}

/** See `CompileSchema`. */
export function compileSchema(schema: JsonSchema, root: JsonSchema, options: CompileOptions = {}): CompiledSchema {
  const { omit, at = '', formats = ours } = options;
  const key = isObject(root) ? root : {};
  let compiler = compilers.get(key);
  if (compiler?.formats !== formats) compiler = new Compiler(root, formats);
  const { refs, problems, report } = compiler!;
  let run: Run = PASS;
  try {
    run = compiler!.node(schema, at, 'false', schema, omit);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(at, 'too-deep', 'a schema that is nested less deeply', 'a stack overflow');
  }
  if (problems.length) {
    compilers.delete(key);
    throw new SchemaError(problems);
  }
  compilers.set(key, compiler!);
  return new Compiled(run, schema, refs, omit);
}
