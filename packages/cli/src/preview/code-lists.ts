import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listOf, own } from '@dvc/schema/document/report.js';

const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** The file of a code list, `<id>.json` or `<id>/<within>.json`; undefined when there is none, or the names are no names. */
export function listFile(folder: string | undefined, id: string, within?: string): string | undefined {
  if (folder === undefined || !SAFE.test(id) || (within !== undefined && !SAFE.test(within))) return undefined;
  const file = within === undefined ? join(folder, `${id}.json`) : join(folder, id, `${within}.json`);
  return existsSync(file) ? file : undefined;
}

/** Codes by list, and by the part within another code. */
export function codesIn(folder: string | undefined): (id: string, within?: string) => readonly string[] {
  return (id, within) => {
    const file = listFile(folder, id, within);
    if (file === undefined) return [];
    return listOf(own(JSON.parse(readFileSync(file, 'utf8')), 'items')).map((item) => String(own(item, 'code')));
  };
}
