// A host's fee table is checked against the form that it is for, in every version that lies in the folder of forms: the back end applies it to each.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compilePlan, PlanError, problemsOfFeeTable, SchemaError, split, withFeeTable, type FeeTable, type FormDocument, type Path, type Problem } from '@dvc/schema';
import { isObject, listOf, own, type Loose } from '@dvc/schema/document/report.js';
import { checkDocument, compareVersions, isVersion } from '@dvc/schema/node';
import { findUp } from '../find-up.js';
import { openDocument } from '../source/open.js';
import { ruleOf } from './problem.js';
import { RULES } from './rules.js';
import { lookAtDates } from './look/surroundings.js';
import { lookAtFees } from './look/values.js';
import type { Params } from './types.js';

/** A file that is for a form, and is none. */
export const isFeeTable = (value: unknown): value is Loose => isObject(value) && Object.hasOwn(value, 'for') && !Object.hasOwn(value, 'schema');

type Say = (rule: string, pointer: Path, params?: Params) => void;

/** @param folder of forms; found above the table or the working folder by default */
export async function checkFeeTable(table: Loose, path: string, { today, forms = findUp(dirname(path), 'forms', 'schemas/forms') }: { today: string; forms?: string | undefined }, say: Say): Promise<void> {
  lookAtMoney(table, today, say);
  const found = typeof table['for'] === 'string' ? versionsOf(forms, table['for']) : [];
  if (found.length === 0 && typeof table['for'] === 'string') say('unknown-form', '/for', { got: table['for'] });
  // Without a form, what can be said of the table alone.
  const documents = found.length > 0 ? found : [{ kind: 'form', id: table['for'], version: '1.0.0', title: '?', schema: { type: 'object' } } as FormDocument];
  for (const document of documents) {
    const problems = problemsOfFeeTable(document, table);
    for (const problem of problems) if (found.length > 0 || !/^(unknown|unresolved)-/.test(problem.code)) tell(problem, say);
    if (problems.length === 0 && found.length > 0) for (const problem of await problemsTogether(document, table as unknown as FeeTable)) tell(problem, say, '');
  }
}

function tell(problem: Problem, say: Say, at = problem.path): void {
  const { rule, params } = ruleOf(problem);
  say(RULES.get(problem.code)?.code.startsWith('DVC-C4') ? problem.code : rule, at, params);
}

/** What only the form with its new amounts shows: its grammar, its conditions, whether it compiles. */
async function problemsTogether(document: FormDocument, table: FeeTable): Promise<readonly Problem[]> {
  const made = withFeeTable(document, table);
  const before = new Set((await checkDocument(document)).map(({ code, path }) => `${code} ${path}`));
  const problems = (await checkDocument(made)).filter(({ level, code, path }) => level !== 'warning' && !before.has(`${code} ${path}`));
  if (problems.length > 0) return problems;
  try {
    compilePlan(made);
    return [];
  } catch (error) {
    if (!(error instanceof PlanError || error instanceof SchemaError)) throw error;
    return error.problems;
  }
}

/** Sums that no cashier could take, facts that nobody can trace, dates. As of a document that has nothing but fees. */
function lookAtMoney(table: Loose, today: string, say: Say): void {
  const cases = Object.entries(isObject(table['cases']) ? table['cases'] : {});
  const document = { fees: table['fees'], procedure: { lastChecked: table['lastChecked'], cases: cases.map(([, fees]) => ({ fees })) } };
  const back = (pointer: Path): Path => {
    const [first, second, at, , ...rest] = split(pointer);
    return first !== 'procedure' ? pointer : second === 'cases' ? ['/cases', cases[Number(at)]![0], ...rest].reduce((path, name) => `${path}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`) : `/${second}`;
  };
  const context = { document, today, report: (rule: string, pointer: Path, params?: Params) => say(rule, back(pointer), params) } as unknown as Parameters<typeof lookAtFees>[0];
  lookAtFees(context);
  lookAtDates(context);
  const all: [unknown, Path][] = [[table['fees'], '/fees'], ...cases.map(([name, fees]): [unknown, Path] => [fees, `/cases/${name}`])];
  for (const [fees, at] of all) {
    listOf(fees).forEach((fee, i) => {
      if (listOf(own(fee, 'sources')).length + listOf(table['sources']).length === 0) tell({ path: `${at}/${i}`, code: 'fact-missing', expected: 'sources', got: 'nothing' }, say);
      const confidence = own(fee, 'confidence') ?? table['confidence'];
      if (confidence !== undefined && confidence !== 'high') tell({ path: own(fee, 'confidence') === undefined ? '/confidence' : `${at}/${i}/confidence`, code: 'fact-unverified', expected: 'high', got: String(confidence) }, say);
    });
  }
}

/** Every version of a form in a folder, the newest first. */
function versionsOf(folder: string | undefined, id: string): FormDocument[] {
  if (folder === undefined || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(id)) return [];
  const here = join(folder, ...id.split('/'));
  const version = (name: string) => basename(name).replace(/\.(json|ya?ml)$/i, '');
  let names: string[] = [];
  try { names = readdirSync(here).filter((name) => isVersion(version(name))); } catch { /* no such form */ }
  return names.sort((a, b) => compareVersions(version(b), version(a))).map((name) => openDocument(join(here, name)).value).filter((value) => own(value, 'id') === id) as FormDocument[];
}
