import { bytes } from '@dvc/locale';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';

/** The largest file that an answer may hold: it travels inside the answers, a third longer than it is. Larger ones are papers. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** The end of a header as we write it; longer ones hold no name that anyone could read. */
const LONGEST_HEADER = 2000;
// A name with marks that turn the reading direction shows another ending than it has.
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

function nameIn(header: string): string {
  const given = /;name=([^;]*)/i.exec(header)?.[1] ?? '';
  try { return decodeURIComponent(given).replace(UNSEEN, ''); } catch { return given; }
}

/** What an answer holds as `data:<kind>;name=<name>;base64,…` or as bare base64: the name if it is known, and the number of bytes. */
export function heldFile(text: string): { name: string; size: number } | undefined {
  if (text === '') return undefined;
  const header = /^data:([^,]*),/i.exec(text.slice(0, LONGEST_HEADER));
  const length = text.length - (header?.[0].length ?? 0);
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return { name: nameIn(header?.[1] ?? ''), size: header && !/;base64$/i.test(header[1]!) ? length : Math.max(Math.floor((length * 3) / 4) - padding, 0) };
}

/** The file as it is read: `anh.jpg, 120 KB`. */
export function fileText({ text }: FieldModel, words: FieldWords): string {
  const held = heldFile(text);
  return held ? `${held.name || words.fileHeld}, ${bytes(held.size, words.lang)}` : words.empty;
}
