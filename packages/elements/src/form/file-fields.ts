// A file inside the answers: read here, since reading takes a while and a view only draws.
import { sniffFile } from '@dvc/client/sniff-file.js';
import { locate } from '@dvc/core';
import { format, bytes, fileTypes, type Words } from '@dvc/locale';
import { MOST_BYTES, tellFile } from '@dvc/ui/fields/file.js';
import type { Scene } from './places.js';

export interface FileAsked {
  /** `Shape.encoding`: with `base64` the answer is bare, else a data URL with the file's kind and name. */
  readonly encoding: string | undefined;
  readonly words: Words;
  /** Takes the text that is the answer, as if it had been typed. */
  answer(text: string): void;
}

/** What was chosen last, per input: an earlier file that takes longer must not come after it. */
const latest = new WeakMap<HTMLInputElement, File>();

/** Why a file is not taken, before it is read; undefined when it may be. */
async function trouble(file: File, accept: string, words: Words): Promise<{ said: string } | { kind: string }> {
  if (file.size === 0) return { said: words['paper-empty'] };
  if (file.size > MOST_BYTES) return { said: format(words['paper-size'], { limit: bytes(MOST_BYTES, words.lang) }) };
  // What is in the file counts; where that is not told, what the system says of its name.
  const kind = (await sniffFile(file)) ?? file.type;
  const taken = accept.split(',').map((each) => each.trim()).some((each) => each === '' || kind === '' || each === kind || (each.endsWith('/*') && kind.startsWith(each.slice(0, -1))) || file.name.toLowerCase().endsWith(each.toLowerCase()));
  return taken ? { kind } : { said: format(words['paper-type'], { types: fileTypes(accept.split(','), words.lang) }) };
}

/** The bytes as base64, by the browser itself: 5 MB in a script would hold up the page. */
const base64 = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => { resolve((reader.result as string).replace(/^[^,]*,/, '')); };
  reader.onerror = () => { reject(reader.error ?? new Error('not readable')); };
  reader.readAsDataURL(file);
});

// A lone surrogate in a name cannot be written; the rest of it can.
const written = (name: string) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, ''));

/**
 * Reads the file that was chosen in a field's input and hands it over as the answer. Says in the field what it does, and why a
 * file is not taken; the answer then stays what it was. `input` is that of the field's view (ui/fields/file.ts), at its native `change`.
 */
export async function takeFile(input: HTMLInputElement, { encoding, words, answer }: FileAsked): Promise<void> {
  const file = input.files?.[0];
  const field = input.closest('[data-field]');
  if (!file || !field) return;
  latest.set(input, file);
  // Or the same file, mended, could not be chosen again.
  input.value = '';
  tellFile(field, { busy: words.fileReading });
  let said = '';
  let text: string | undefined;
  try {
    const found = await trouble(file, input.accept, words);
    if ('said' in found) said = found.said;
    else text = encoding === 'base64' ? await base64(file) : `data:${found.kind || 'application/octet-stream'};name=${written(file.name)};base64,${await base64(file)}`;
  } catch {
    // Moved, changed or taken away while it was read.
    said = words.fileUnreadable;
  }
  if (latest.get(input) !== file) return;
  tellFile(field, { trouble: said });
  if (text !== undefined) answer(text);
}

/**
 * The same for a place of a form. The form calls it at the native `change` of a file input inside a `[data-reader=file]`
 * (other file inputs are those of papers); `id` is the place's stable id, `answered` tells the host.
 */
export async function chooseFile({ store, models }: Pick<Scene, 'store' | 'models'>, input: HTMLInputElement, id: string, answered: (id: string) => void): Promise<void> {
  await takeFile(input, {
    encoding: locate(store.state.root, id)?.node.shape.encoding, words: models.texts.words,
    answer(text) {
      store.dispatch({ type: 'typed', id, text });
      // Nobody types on in it: from now on it is the value that is held, not a text.
      store.dispatch({ type: 'left', id });
      answered(id);
    },
  });
}
