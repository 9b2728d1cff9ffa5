import { fieldValue, locate, type Backend, type NodeState, type Store } from '@dvc/core';
import { join } from '@dvc/schema';
import type { FieldModel, Option } from '@dvc/ui/model.js';

export { reduceLists as reduce } from '@dvc/core';

type Ask = NonNullable<FieldModel['loadOptions']>;

/** Code lists as options, asked for once each. The same list gives the same function, so a control keeps what it has. */
export class CodeLists {
  readonly #asked = new Map<string, Ask>();
  readonly #names = new Map<string, ReadonlyMap<string, string>>();
  readonly #store: Store;
  readonly #backend: () => Pick<Backend, 'codeList'> | undefined;

  constructor(store: Store, backend: () => Pick<Backend, 'codeList'> | undefined) {
    this.#store = store;
    this.#backend = backend;
  }

  /** The place whose answer narrows this one's list; it must be watched too. */
  narrowedBy(node: NodeState): string | undefined {
    const name = node.plan.codeList?.within;
    return name === undefined ? undefined : join(node.id.slice(0, node.id.lastIndexOf('/')), name);
  }

  /** What a combobox needs of its list: a control that waits for its narrowing answer is disabled. */
  of(node: NodeState): Partial<FieldModel> {
    const id = this.narrowedBy(node);
    const sibling = id === undefined ? undefined : locate(this.#store.state.root, id)?.node;
    const value = sibling && fieldValue(sibling);
    const within = typeof value === 'string' ? value : undefined;
    return { disabled: id !== undefined && within === undefined && fieldValue(node) === undefined, ...this.#model(node.plan.codeList!, within) };
  }

  /** A narrowed list without its narrowing answer has nothing to offer. */
  #model({ id, within: narrowed }: { id: string; within?: string }, within: string | undefined): Partial<FieldModel> {
    if (narrowed !== undefined && within === undefined) return { options: [] };
    if (!this.#backend()) return { listMissing: true };
    const key = within === undefined ? id : `${id}/${within}`;
    let ask = this.#asked.get(key);
    if (!ask) this.#asked.set(key, ask = once(() => this.#load(key, id, within)));
    return { loadOptions: ask };
  }

  /** The name of a code, for the review page; the code itself when the list cannot be had. */
  async nameOf({ id }: { id: string }, code: string, within?: string): Promise<string> {
    const key = within === undefined ? id : `${id}/${within}`;
    try {
      if (!this.#names.has(key)) await (this.#model(within === undefined ? { id } : { id, within: 'within' }, within).loadOptions?.() ?? Promise.resolve());
    } catch {
      return code;
    }
    return this.#names.get(key)?.get(code) ?? code;
  }

  async #load(key: string, id: string, within: string | undefined): Promise<readonly Option[]> {
    const backend = this.#backend();
    if (!backend) throw new Error(`no back end for the code list ${id}`);
    const list = await backend.codeList(id, within);
    this.#store.dispatch({ type: 'list-shown', id: list.id, version: list.version });
    this.#names.set(key, new Map(list.items.map((item) => [item.code, item.name])));
    return list.items.map((item) => ({ value: item.code, label: item.name, ...(item.aliases ? { aliases: item.aliases } : {}), ...(item.formerly ? { formerly: item.formerly } : {}) }));
  }
}

/** Shares the answer; a failure is forgotten, so that the next try asks again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let going: Promise<T> | undefined;
  return () => (going ??= work().catch((error: unknown) => {
    going = undefined;
    throw error;
  }));
}
