// JSON Schema 2020-12 as closures. No eval: it runs under `script-src 'self'`.
import type { Issue, Json, JsonSchema, JsonSchemaObject, Path, Pattern, Problem } from '../types.js';
import type { Format } from '../formats/types.js';
import { join } from '../pointer.js';
import { expectedOf, keywords, unknownCode } from '../document/keywords.js';
import { reporter, type Report } from '../document/report.js';
import type { Pattern as Matcher } from './linear-pattern.js';
import { all, PASS, refuse, type Run, type Site, type Vocabulary } from './node.js';
import { NeedsMore, SchemaError } from './problems.js';
import { readsOf } from './reads.js';
import { References } from './refs.js';
import type { CompiledSchema, CompileOptions } from './types.js';
import { isObject } from './values.js';

/** A `$ref` inside a `$ref` … written out: more than this is a bomb, not a form. */
const HEAVIEST = 100_000;

/** What takes more than one loop to match takes longer than the text is long. */
const TWO_LOOPS = /([*+]|,\}).*([*+]|,\})/s;

/** Kinds of keywords that assert something; the others are told apart by having an entry. */
const ASSERTS = /^(schema|number|count|name)/;
/** They look at the same value; all other keywords at parts of it. */
const SAME = /^(not|if|then|else|(all|any|one)Of|dependentSchemas)$/;

/** A schema that references lead to, compiled once. */
interface Target {
  run?: Run;
  /** where the reference stands that came here first */
  readonly path: Path;
  /** how deep in the answer it is, while it is being compiled */
  open: number | undefined;
  /** what its references lead to that look at the same value */
  readonly next: Target[];
  /** schemas in it, references written out */
  size: number;
}

/** What all schemas of one document share: its references, compiled once each, and its regular expressions. */
class Compiler {
  readonly refs: References;
  readonly formats: Readonly<Record<string, Format>>;
  readonly vocabulary: Vocabulary;
  readonly problems: Problem[] = [];
  readonly report: Report = reporter(this.problems);
  readonly #targets = new Map<Json, Target>();
  readonly #regexes = new Map<string, Matcher>();
  /** Schemas so far, with references written out. */
  size = 0;
  /** How deep in the answer is what is being compiled. */
  depth = 0;
  /** The target that is being compiled. */
  #inside: Target | undefined;
  /** Targets whose references were followed; false while they are. */
  readonly #followed = new Map<Target, boolean>();

  constructor(root: JsonSchema, formats: Readonly<Record<string, Format>>, vocabulary: Vocabulary) {
    this.refs = new References(root, vocabulary);
    this.formats = formats;
    this.vocabulary = vocabulary;
  }

  /** `code` and `owner`: the keyword that holds `schema`, and where, for a `false` to be said. */
  node(schema: Json, path: Path, code: string, owner: Json, omit?: ReadonlySet<string>): Run {
    if (schema === true) return PASS;
    if (schema === false) return (_, at, out) => refuse(out, at, owner, code);
    if (!isObject(schema)) {
      this.report(path, 'bad-keyword-value', 'a schema', schema);
      return PASS;
    }
    this.size += 1;
    const { keywords: known, rest } = this.vocabulary;
    const site = new Place(this, schema, path);
    const first: Run[] = [];
    const runs: Run[] = [];
    const last: Run[] = [];
    for (const name of Object.keys(schema)) {
      if (omit?.has(name)) continue;
      const given = schema[name];
      const kind = keywords.get(name);
      const wrong = expectedOf(name, given);
      const make = known.get(name);
      if (!kind) this.report(join(path, name), unknownCode(name), 'a declared keyword', name);
      else if (wrong) this.report(join(path, name), 'bad-keyword-value', wrong, given);
      else if (make) {
        const run = make(given as never, site, name);
        if (run && run !== PASS) (name === 'type' ? first : name.startsWith('unev') ? last : runs).push(run);
      } else if (!rest && ASSERTS.test(kind)) throw new NeedsMore(name);
    }
    const before = all([...first, ...runs], first.length > 0);
    return last.length ? rest!.watched(before, all(last)) : before;
  }

  refer(ref: string, from: JsonSchemaObject, path: Path): Run {
    const target = this.refs.resolve(ref, from);
    if (target === undefined) {
      this.report(path, ref[0] === '#' ? 'unresolved-ref' : 'remote-ref', 'a reference into this document', ref);
      return PASS;
    }
    let slot = this.#targets.get(target);
    if (!slot) {
      const outer = this.#inside;
      this.#targets.set(target, (this.#inside = slot = { path, open: this.depth, next: [], size: -this.size }));
      slot.run = this.node(target, ref.startsWith('#/') || ref === '#' ? ref.slice(1) : path, '$ref', from);
      slot.size += this.size;
      slot.open = undefined;
      this.#inside = outer;
    } else if (slot.open === undefined) this.size += slot.size;
    if (this.#inside?.open === this.depth) this.#inside.next.push(slot);
    // Still being compiled: a recursive schema.
    return slot.run ?? ((value, at, out, seen) => slot.run!(value, at, out, seen));
  }

  /** Reports references that come back to where they stand. */
  endless(): void {
    const done = this.#followed;
    const visit = (target: Target): void => {
      if (done.get(target) === false) this.report(target.path, 'endless-recursion', 'a reference that reaches a smaller part of the answer', 'itself');
      if (done.has(target)) return;
      done.set(target, false);
      target.next.forEach(visit);
      done.set(target, true);
    };
    this.#targets.forEach(visit);
  }

  regex(source: string, path: Path): Matcher {
    let made = this.#regexes.get(source);
    if (!made) {
      try {
        const { rest } = this.vocabulary;
        if (!rest && TWO_LOOPS.test(source)) throw new NeedsMore(source);
        made = rest ? rest.pattern(source) : new RegExp(source, 'u');
        if (!made) this.report(path, 'unsafe-regex', 'a pattern whose time grows with the length of the text', source);
      } catch (error) {
        if (error instanceof NeedsMore) throw error;
        this.report(path, 'bad-regex', 'a regular expression (flag u)', source);
      }
      made ??= /(?:)/;
      this.#regexes.set(source, made);
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
    const { compiler } = this;
    const deeper = SAME.test(keyword) ? 0 : 1;
    compiler.depth += deeper;
    const run = compiler.node(sub, join(this.path, keyword, ...tokens), keyword, this.schema);
    compiler.depth -= deeper;
    return run;
  }
  refer(ref: string) { return this.compiler.refer(ref, this.schema, join(this.path, '$ref')); }
  target(sub: Json) { return this.compiler.refs.target(sub) ?? sub; }
  regex(source: string, ...tokens: string[]) { return this.compiler.regex(source, join(this.path, ...tokens)); }
}

const compilers = new WeakMap<object, Compiler>();
const NONE = {};

class Compiled implements CompiledSchema {
  readonly #run: Run;
  readonly #schema: Json;
  readonly #compiler: Compiler;
  readonly #omit: ReadonlySet<string> | undefined;
  #found: readonly Pattern[] | undefined;
  constructor(run: Run, schema: Json, compiler: Compiler, omit: ReadonlySet<string> | undefined) {
    this.#run = run;
    this.#schema = schema;
    this.#compiler = compiler;
    this.#omit = omit;
  }
  /** Found when first asked for: most schemas are never conditions. */
  get reads() { return (this.#found ??= readsOf(this.#schema, this.#compiler.refs, this.#compiler.vocabulary, this.#omit)); }
  test(value: Json | undefined) { return value === undefined || this.#run(value, '', null, null); }
  check(value: Json | undefined, at = '') {
    const out: Issue[] = [];
    if (value !== undefined) this.#run(value, at, out, null);
    return this.#compiler.vocabulary.rest?.withoutEchoes(out) ?? out;
  }
}

/**
 * `CompileSchema` with the keywords and formats that are at hand.
 * @throws SchemaError; NeedsMore when the schema uses a keyword that `vocabulary` has not got
 */
export function compileWith(vocabulary: Vocabulary, schema: JsonSchema, root: JsonSchema, { omit, at = '', formats = NONE }: CompileOptions = {}): CompiledSchema {
  const key = isObject(root) ? root : {};
  let compiler = compilers.get(key);
  if (compiler?.formats !== formats || compiler.vocabulary !== vocabulary) compiler = new Compiler(root, formats, vocabulary);
  const { problems, report } = compiler!;
  let run: Run = PASS;
  compiler!.size = 0;
  compiler!.depth = 0;
  try {
    run = compiler!.node(schema, at, 'false', schema, omit);
    compiler!.endless();
    if (compiler!.size > HEAVIEST) report(at, 'too-complex', `at most ${HEAVIEST} schemas when references are written out`, compiler!.size);
  } catch (error) {
    compilers.delete(key);
    if (!(error instanceof RangeError)) throw error;
    report(at, 'too-deep', 'a schema that is nested less deeply', 'a stack overflow');
  }
  if (problems.length) {
    compilers.delete(key);
    throw new SchemaError(problems);
  }
  compilers.set(key, compiler!);
  return new Compiled(run, schema, compiler!, omit);
}
