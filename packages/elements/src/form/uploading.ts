import { papersOf, UploadError, type Backend, type Store, type Upload } from '@dvc/core';

/** Files on their way: checked by what is in them, sent with progress, told to the state. Loaded with the papers page. */
export class Uploading {
  readonly #files = new Map<string, { file: File; paper: string }>();
  readonly #store: Store;
  readonly #backend: () => Backend | undefined;
  #next = 1;

  constructor(store: Store, backend: () => Backend | undefined) {
    this.#store = store;
    this.#backend = backend;
  }

  choose(paper: string, files: readonly File[]): void {
    for (const file of files) {
      const key = `u${this.#next++}`;
      this.#files.set(key, { file, paper });
      void this.#send(key, file, paper);
    }
  }

  retry(key: string): void {
    const known = this.#files.get(key);
    if (known) void this.#send(key, known.file, known.paper);
  }

  remove(paper: string, key: string): void {
    this.#files.delete(key);
    this.#store.dispatch({ type: 'upload-removed', paper, key });
  }

  async #send(key: string, file: File, paper: string): Promise<void> {
    const tell = (change: Partial<Upload>) => {
      if (this.#files.has(key)) this.#store.dispatch({ type: 'upload', paper, upload: { key, name: file.name, size: file.size, status: 'uploading', part: 0, ...change } });
    };
    const plan = papersOf(this.#store.state).find((each) => each.key === paper)?.plan;
    tell({ status: 'checking' });
    try {
      if (!plan) return;
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
