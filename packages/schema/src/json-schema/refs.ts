// References inside one document.
import { read } from '../pointer.js';
import type { Json, JsonSchema } from '../types.js';
import type { Vocabulary } from './node.js';
import { NeedsMore } from './problems.js';
import { own } from './values.js';

export class References {
  readonly #root: JsonSchema;
  readonly #named: ((ref: string, from: Json) => Json | undefined) | undefined;

  constructor(root: JsonSchema, { rest }: Vocabulary) {
    this.#root = root;
    this.#named = rest?.resources(root);
  }

  /** The schema that `ref`, written in `from`, points to; `undefined` if there is none in this document. */
  resolve(ref: string, from: Json): Json | undefined {
    if (!this.#named && !/^#(\/|$)/.test(ref)) throw new NeedsMore(ref);
    try {
      return this.#named ? this.#named(ref, from) : read(this.#root, decodeURIComponent(ref.slice(1)));
    } catch {
      return undefined; // not a URL, or a stray `%`
    }
  }

  /** The schema that its `$ref` points to. */
  target(schema: Json): Json | undefined {
    const ref = own(schema, '$ref');
    return typeof ref === 'string' ? this.resolve(ref, schema) : undefined;
  }
}
