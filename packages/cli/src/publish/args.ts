import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import type { Lang } from '../lang.js';
import type { Level } from './publish.js';

export interface Asked { file: string; folder: string; validFrom?: string; next?: Level; dryRun: boolean; lang: Lang }

/** What the officer asked for; undefined when that is not clear. */
export function readArgs(args: readonly string[], cwd: string): Asked | 'help' | 'usage' | 'bad-day' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { 'valid-from': { type: 'string' }, next: { type: 'string' }, 'dry-run': { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return 'help';
    const [file, folder, ...more] = positionals;
    const { next, lang = 'vi' } = values;
    if (file === undefined || folder === undefined || more.length > 0 || !['vi', 'en'].includes(lang) || ![undefined, 'patch', 'minor', 'major'].includes(next)) return 'usage';
    const validFrom = values['valid-from'];
    if (validFrom !== undefined && !isDay(validFrom)) return 'bad-day';
    return {
      file: resolve(cwd, file), folder: resolve(cwd, folder), dryRun: values['dry-run'] === true, lang: lang as Lang,
      ...(validFrom === undefined ? {} : { validFrom }), ...(next === undefined ? {} : { next: next as Level }),
    };
  } catch {
    return 'usage';
  }
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
