/** Plain JSON, the only thing that answers, documents and events carry. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject { [name: string]: Json }

/** JSON Pointer (RFC 6901) into the answers; '' is the whole. */
export type Path = string;

/**
 * A pointer with `*` for "any row", as conditions and rules read it: `/members/*\/sex`.
 * A trailing `/**` means that everything below is read.
 */
export type Pattern = string;

/** JSON Schema 2020-12 as data. Recursive, so hand-written; the evaluator refuses keywords that it does not know. */
export type JsonSchema = boolean | JsonSchemaObject;
export interface JsonSchemaObject { [keyword: string]: Json }

/**
 * What is wrong, without words: the same from the evaluator, a check, a paper, a code list and the server.
 * `code` is the JSON Schema keyword (`required`, `format`, `minimum` …) or one of
 * `check`, `code-list`, `paper-missing`, `paper-type`, `paper-size`.
 */
export interface Issue {
  path: Path;
  code: string;
  /** e.g. `{ limit: 3 }`, `{ format: 'tax-code', reason: 'check-digit' }` */
  params: JsonObject;
  /** The author's own sentence (`checks[].message`, `x-dvc.messages.<code>`), which wins over the locale's. */
  message?: string;
  /** A warning is shown and never stops a submission. */
  level?: 'warning';
}

/** A mistake of the form's author. `code` is a stable name such as `unknown-keyword`; `path` points into the document. */
export interface Problem {
  path: Path;
  code: string;
  expected: string;
  got: string;
  /** Worth mending before publishing; the document still works. */
  level?: 'warning';
}
