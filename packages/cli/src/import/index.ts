import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, type Io } from '../io.js';
import { langOf } from '../lang.js';
import type { Draft } from './assemble.js';
import { isLoose } from './formio/tracked.js';
import { importFormio, NoForm, WhichForm } from './formio/import-formio.js';
import { finish, reportOf, yamlOf, type Imported } from './result.js';
import { done, doneSurvey, trouble, usage } from './sentences.js';
import { finishSurvey } from './survey/finish-survey.js';
import type { SurveyDraft } from './survey/draft.js';
import { importSurveyjs, NoSurvey } from './surveyjs/import-surveyjs.js';
import { importQuestions } from './questions/import-questions.js';
import { importTable, NoFields } from './table/import-table.js';
import { NotATable } from './table/read.js';
import { everyQuestion } from './tree.js';

const OPTIONS = {
  out: { type: 'string' }, id: { type: 'string' }, title: { type: 'string' }, report: { type: 'string' }, kind: { type: 'string' }, form: { type: 'string' }, force: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const;

/** `dvc import <file>` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const lang = langOf(args);
  const asked = read(args);
  if (!asked || asked.values.help) {
    (asked ? io.out : io.err)(usage[lang]);
    return asked ? EXIT.ok : EXIT.usage;
  }
  const { values, file } = asked;
  const refuse = (...said: Parameters<typeof trouble> extends [unknown, ...infer Rest] ? Rest : never) => { io.err(trouble(lang, ...said)); return EXIT.usage; };
  const source = resolve(io.cwd, file);
  const out = resolve(io.cwd, values.out ?? `${basename(file, extname(file))}.yaml`);
  if (values.id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/.test(values.id)) return refuse('bad-id');
  if (existsSync(out) && !values.force) return refuse('exists', relative(io.cwd, out));
  let draft: Draft | SurveyDraft;
  try {
    draft = await draftOf(await readFile(source), file, values);
  } catch (error) {
    if (error instanceof NotATable) return refuse(error.code);
    if (error instanceof NoFields) return refuse('no-fields');
    if (error instanceof SyntaxError) return refuse('json', error.message);
    if (error instanceof NoSurvey) return refuse(error.code);
    if (error instanceof NoForm) return refuse('no-form');
    if (error instanceof WhichForm) return refuse('which-form', error.message);
    if (error instanceof WrongKind) return refuse('kind');
    if ((error as NodeJS.ErrnoException).code) return refuse('missing', file);
    throw error;
  }
  const named = { ...(values.id ? { id: values.id } : {}), ...(values.title ? { title: values.title } : {}) };
  const made = 'pages' in draft ? await finishSurvey({ ...draft, ...named }) : await finish({ ...draft, ...named });
  const report = reportOf(made, lang);
  const texts: [string, string][] = [[out, textOf(made, out, basename(file), lang)]];
  if (values.report !== undefined) texts.push([resolve(io.cwd, values.report), `${JSON.stringify(report, null, 2)}\n`]);
  for (const [path, text] of texts) {
    try { await writeFile(path, text); } catch { return refuse('write', relative(io.cwd, path)); }
  }
  const steps = made.document.steps?.length ?? 1;
  if ('pages' in draft) io.out(doneSurvey(lang, relative(io.cwd, out), { questions: draft.root.children.length, pages: steps }, report, made.faults));
  else io.out(done(lang, relative(io.cwd, out), { fields: [...everyQuestion(draft.root)].filter(({ kind }) => kind === 'field').length, papers: draft.papers.length, steps }, report, made.faults));
  return made.faults.length > 0 ? EXIT.found : EXIT.ok;
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [file = ''] = positionals;
    return (positionals.length === 1 || values.help) && [undefined, 'vi', 'en'].includes(values.lang) && [undefined, ...KINDS].includes(values.kind) ? { values, file } : undefined;
  } catch {
    return undefined;
  }
}

class WrongKind extends Error {}

const KINDS = ['formio', 'surveyjs', 'table', 'questions'];

async function draftOf(bytes: Buffer, file: string, { kind, form }: { kind?: string | undefined; form?: string | undefined }): Promise<Draft | SurveyDraft> {
  const name = basename(file, extname(file));
  const ending = extname(file).toLowerCase();
  if (ending === '.json') {
    const json = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
    return kind === 'surveyjs' || (kind === undefined && looksLikeSurvey(json)) ? importSurveyjs(json, name, form) : importFormio(json, name, form);
  }
  if (!['.xlsx', '.xlsm', '.csv', '.tsv', '.txt', '.xls'].includes(ending) || kind === 'surveyjs' || kind === 'formio') throw new WrongKind();
  if (kind === 'questions') return importQuestions(bytes, name);
  return importTable(bytes, name);
}

/** SurveyJS calls them pages and elements, Form.io components. */
const looksLikeSurvey = (json: unknown): boolean => isLoose(json) && !Array.isArray(json.components) && ['pages', 'elements', 'questions'].some((name) => Array.isArray(json[name]));

const textOf = (made: Imported, out: string, from: string, lang: 'vi' | 'en'): string => (out.endsWith('.json') ? `${JSON.stringify(made.document, null, 2)}\n` : yamlOf(made, from, lang));
