import { papersOf, UploadError, type Backend, type Store, type Upload } from '@dvc/core';
import type { PaperPlan } from '@dvc/schema';
import type { FormScene } from './page.js';

/** Files on their way: checked by what is in them, sent with progress, told to the state. Loaded with the papers page. */
class Uploading {
  readonly #files = new Map<string, File>();
  readonly #store: Store;
  readonly #backend: () => Backend | undefined;
  #next = 1;

  constructor(store: Store, backend: () => Backend | undefined) {
    this.#store = store;
    this.#backend = backend;
  }

  choose(paper: string, files: readonly File[]): void {
    const plan = this.#planOf(paper);
    if (!plan) return;
    const room = plan.maxFiles - (this.#store.state.uploads[paper] ?? []).length;
    for (const [i, file] of files.entries()) {
      const key = `u${this.#next++}`;
      this.#files.set(key, file);
      this.#store.dispatch({ type: 'upload', paper, upload: { key, name: file.name, size: file.size, status: 'checking', part: 0 } });
      void this.#send(key, file, plan, i < room);
    }
  }

  /** The paper under which a file stands now: rows, and their papers with them, can move while it is on its way. */
  find(key: string | undefined): { paper: string; file: Upload } | undefined {
    for (const [paper, files] of Object.entries(this.#store.state.uploads)) {
      const file = files.find((each) => each.key === key);
      if (file) return { paper, file };
    }
    return undefined;
  }

  retry(key: string): void {
    const known = this.#files.get(key);
    const plan = this.#planOf(this.find(key)?.paper);
    if (known && plan) void this.#send(key, known, plan, true);
  }

  remove(paper: string, key: string): void {
    this.#files.delete(key);
    this.#store.dispatch({ type: 'upload-removed', paper, key });
  }

  #planOf(paper: string | undefined): PaperPlan | undefined {
    return papersOf(this.#store.state).find((each) => each.key === paper)?.plan;
  }

  async #send(key: string, file: File, plan: PaperPlan, room: boolean): Promise<void> {
    const tell = (change: Partial<Upload>) => {
      const paper = this.find(key)?.paper;
      if (paper !== undefined) this.#store.dispatch({ type: 'upload', paper, upload: { key, name: file.name, size: file.size, status: 'uploading', part: 0, ...change } });
    };
    tell({ status: 'checking' });
    try {
      if (!room) return tell({ status: 'failed', error: 'count' });
      if (file.size === 0) throw new UploadError('empty', 'empty file');
      if (file.size > plan.maxBytes) throw new UploadError('size', `more than ${plan.maxBytes} bytes`);
      const { sniffFile } = await import('@dvc/client/sniff-file.js');
      const type = await sniffFile(file);
      if (type === undefined || !plan.types.includes(type)) throw new UploadError('type', `content is ${type ?? 'unknown'}`);
      const backend = this.#backend();
      if (!backend) throw new UploadError('server', 'no back end');
      const held = await backend.upload(file, { paper: plan.id, progress: (part) => tell({ part }) });
      tell({ status: 'uploaded', part: 1, file: held });
    } catch (error) {
      tell({ status: 'failed', error: error instanceof UploadError ? error.code : 'server' });
    }
  }
}

const all = new WeakMap<Store, Uploading>();

/** The files of one filling of the form. */
export function uploadingOf({ store, backend }: FormScene): Uploading {
  let uploading = all.get(store);
  if (!uploading) all.set(store, uploading = new Uploading(store, backend));
  return uploading;
}
