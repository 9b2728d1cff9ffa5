/// <reference types="vite/client" />
import type { CodeList } from '@dvc/core';

// One chunk for each list, fetched from where the stories themselves come from.
const lists = import.meta.glob<CodeList>('../../schemas/code-lists/**/*.json', { import: 'default' });

/** A code list as it lies in schemas/code-lists. Rejects when there is none. */
export function codeList(id: string, within?: string): Promise<CodeList> {
  const load = lists[`../../schemas/code-lists/${within === undefined ? id : `${id}/${within}`}.json`];
  return load ? load() : Promise.reject(new Error(`no code list ${id}`));
}
