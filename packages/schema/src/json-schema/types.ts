import type { Format } from '../formats/types.js';
import type { Issue, Json, JsonSchema, Path, Pattern } from '../types.js';

/**
 * A schema turned into closures, once. `test` and `check` agree: `test(v)` is `check(v).length === 0`.
 * An absent value (`undefined`) has nothing wrong: whether it may be absent is said by its parent's `required`.
 */
export interface CompiledSchema {
  /**
   * What the verdict depends on, relative to the value: `/child/sex`, `/members/*\/sex`, `/address/**`; `''` alone = the value itself (a scalar or its type).
   * A change at path `p` can change the verdict only if `p` equals a pattern, is above it, or lies below one that ends in `/**`.
   */
  readonly reads: readonly Pattern[];
  test(value: Json | undefined): boolean;
  /** Paths of the issues start with `at`. */
  check(value: Json | undefined, at?: Path): Issue[];
}

export interface CompileOptions {
  /** Keywords that are left out at the top level of `schema` (the plan takes the structural ones apart itself). */
  omit?: ReadonlySet<string>;
  /** Where `schema` stands in its document: the start of the paths of Problems. */
  at?: Path;
  /** What `format` asserts, by name; ours if left out. A format that is not in it asserts nothing. */
  formats?: Readonly<Record<string, Format>>;
}

/**
 * Compiles `schema` (2020-12, already normalised) with local references resolved in `root`, which must not change afterwards.
 * @throws SchemaError with a list of Problems: unknown keyword, unresolvable `$ref`, bad regex, endless recursion.
 */
export type CompileSchema = (schema: JsonSchema, root: JsonSchema, options?: CompileOptions) => CompiledSchema;
