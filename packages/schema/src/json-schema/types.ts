import type { Issue, Json, JsonSchema, Path, Pattern } from '../types.js';

/**
 * A schema turned into closures, once. `test` and `check` agree: `test(v)` is `check(v).length === 0`.
 */
export interface CompiledSchema {
  /** What the verdict depends on, relative to the value: `/child/sex`, `/members/*\/sex`, `/address/**`; `''` alone = the value itself (a scalar or its type). */
  readonly reads: readonly Pattern[];
  test(value: Json | undefined): boolean;
  /** Paths of the issues start with `at`. */
  check(value: Json | undefined, at?: Path): Issue[];
}

/**
 * Compiles `schema` (2020-12, already normalised) with local references resolved in `root`.
 * `omit` names keywords that are left out at the top level of `schema` (the plan takes the structural ones apart itself).
 * @throws SchemaError with a list of Problems: unknown keyword, unresolvable `$ref`, bad regex, endless recursion.
 */
export type CompileSchema = (schema: JsonSchema, root: JsonSchema, options?: { omit?: ReadonlySet<string>; at?: Path }) => CompiledSchema;
