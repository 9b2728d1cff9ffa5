import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, extname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, type FormDocument } from '@dvc/schema';
import { reported } from '../import/loss.js';
import { EXIT, type Io } from '../io.js';
import { langOf } from '../lang.js';
import { openDocument } from '../source/open.js';
import { exportDone, exportTrouble, exportUsage, type ExportTrouble } from './sentences.js';
import { toSurveyjs } from './to-surveyjs.js';

const OPTIONS = { to: { type: 'string' }, out: { type: 'string' }, report: { type: 'string' }, force: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** `dvc export <file> --to surveyjs` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const lang = langOf(args);
  const asked = read(args);
  if (!asked || asked.values.help) {
    (asked ? io.out : io.err)(exportUsage[lang]);
    return asked ? EXIT.ok : EXIT.usage;
  }
  const { values, file } = asked;
  const refuse = (name: ExportTrouble, about = ''): number => { io.err(exportTrouble(lang, name, about)); return EXIT.usage; };
  const source = resolve(io.cwd, file);
  const out = resolve(io.cwd, values.out ?? `${basename(file, extname(file))}.surveyjs.json`);
  if (!existsSync(source)) return refuse('missing', file);
  if (existsSync(out) && !values.force) return refuse('exists', relative(io.cwd, out));
  const { value } = openDocument(source);
  const { document, problems } = parse(value);
  if (!document) return refuse('no-document', problems.slice(0, 3).map(({ path, code }) => `${path} ${code}`).join('; '));
  if (document.kind !== 'survey') return refuse('no-survey');
  const { survey, losses } = toSurveyjs(document as FormDocument);
  const report = losses.map((loss) => reported(loss, lang));
  const texts: [string, string][] = [[out, `${JSON.stringify(survey, null, 2)}\n`]];
  if (values.report !== undefined) texts.push([resolve(io.cwd, values.report), `${JSON.stringify(report, null, 2)}\n`]);
  for (const [path, text] of texts) {
    try { await writeFile(path, text); } catch { return refuse('write', relative(io.cwd, path)); }
  }
  io.out(exportDone(lang, relative(io.cwd, out), report));
  return EXIT.ok;
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [file = ''] = positionals;
    const isAsked = positionals.length === 1 && values.to === 'surveyjs';
    return (isAsked || values.help) && [undefined, 'vi', 'en'].includes(values.lang) ? { values, file } : undefined;
  } catch {
    return undefined;
  }
}
