import { readdirSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { compilePlan, parse, PlanError, read, SchemaError, type FormDocument, type FormPlan, type Json, type Path, type Problem } from '@dvc/schema';
import { isObject, own } from '@dvc/schema/document/report.js';
import { checkDocument } from '@dvc/schema/node';
import { findUp } from '../find-up.js';
import { opened, type Opened } from '../source/open.js';
import { readSource } from '../source/read.js';
import { HARMLESS, type Position } from '../source/types.js';
import { contextOf } from './context.js';
import { checkFeeTable, isFeeTable } from './fee-table.js';
import { FIRST, LOOKS } from './look/index.js';
import { ringParams, ruleOf, syntaxParams, untoldParams } from './problem.js';
import { RULES, sentences } from './rules.js';
import { checkScenarios, scenarioName, scenariosOf } from './scenarios.js';
import type { Finding, Params } from './types.js';

export interface CheckOptions {
  /** `YYYY-MM-DD`; the day of the check by default */
  today?: string;
  /** A folder of code lists; found above the form or the working folder by default. */
  codeLists?: string;
  /** A folder of forms, for fee tables; found in the same way. */
  forms?: string;
  /** Look at nothing but the form itself. */
  alone?: boolean;
}

/** Everything that is wrong with one file, a form or a host's fee table; an error forbids publishing it. */
export async function checkFile(path: string, options: CheckOptions = {}): Promise<Finding[]> {
  return checkOpened(opened(readSource(path)), path, options);
}

export async function checkOpened({ source, value, at, origin, problems: short }: Opened, path: string, { today = new Date().toISOString().slice(0, 10), codeLists, forms, alone = false }: CheckOptions = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  const add = (file: string, rule: string, pointer: Path, position: Position, params: Params = {}): void => {
    const { code, level } = RULES.get(rule)!;
    const finding: Finding = { file, path: pointer, ...position, code, level, rule, params, ...sentences(rule, params, 'vi') };
    // One mistake in a part that is used twice is one mistake.
    if (!findings.some((other) => other.code === code && other.file === file && other.line === finding.line && other.column === finding.column && other.what === finding.what)) findings.push(finding);
  };
  for (const { code, detail, reason, line, column } of source.problems) add(path, code === 'too-large' ? 'too-large-file' : code, '', { line, column }, syntaxParams(detail, reason));
  if (source.problems.some(({ code }) => !HARMLESS.has(code))) return findings;
  for (const problem of short) add(path, problem.code, problem.path, source.at(problem.path), { detail: problem.detail });

  const sorted = (): Finding[] => findings.sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file === path ? -1 : 1));
  if (isFeeTable(value)) {
    await checkFeeTable(value, path, { today, forms }, (rule, pointer, params) => add(path, rule, pointer, at(pointer), params));
    return sorted();
  }

  const sayProblem = (problem: Problem): void => {
    const { rule, params } = ruleOf(problem);
    const more = rule === 'cycle' ? ringParams(problem.got, (pointer) => at(pointer).line) : rule === 'translation-missing' ? untoldParams(origin(problem.expected), read(value as Json, problem.expected)) : {};
    add(path, rule, problem.path, at(problem.path), { ...params, ...more });
  };
  const problems = await checkDocument(value);
  // One source is a beginning, and nothing that each fact must be told of.
  const single = problems.filter(({ code, got }) => code === 'fact-unverified' && got === 'medium');
  if (single.length > 0) add(path, 'fact-single', ...firstOf(single.map((problem): [Path, Position] => [problem.path, at(problem.path)])), { count: single.length });
  problems.filter((problem) => !single.includes(problem)).forEach(sayProblem);
  if (!isObject(value)) return findings;
  const first = contextOf(value, { plan: undefined, today, codeLists: listsNear(path, codeLists), report: (rule, pointer, params = {}) => add(path, rule, pointer, at(pointer), params) });
  for (const look of FIRST) look(first);
  // A condition on what nobody is asked reads everything, and so itself: the ring is not the mistake.
  const explained = findings.some(({ rule }) => rule === 'condition-unknown-field');
  const plan = problems.some(({ level }) => level !== 'warning') ? undefined : compiled(value, (problem) => { if (!explained || problem.code !== 'cycle') sayProblem(problem); });
  for (const look of LOOKS) look({ ...first, plan });
  if (!alone) lookAround(value, plan, path, (rule, pointer, params) => add(path, rule, pointer, at(pointer), params), (file) => (rule, position, params) => add(file, rule, '', position, params));
  return sorted();
}

const firstOf = (places: [Path, Position][]): [Path, Position] => places.reduce((first, other) => (other[1].line < first[1].line ? other : first));

function compiled(value: unknown, say: (problem: Problem) => void): FormPlan | undefined {
  try {
    const { document, problems } = parse(value);
    problems.forEach(say);
    return document && compilePlan(document);
  } catch (error) {
    if (!(error instanceof PlanError || error instanceof SchemaError)) throw error;
    error.problems.forEach(say);
    return undefined;
  }
}

/** The file's name and the scenarios beside it. */
function lookAround(value: unknown, plan: FormPlan | undefined, path: string, say: (rule: string, pointer: Path, params: Params) => void, sayIn: (file: string) => (rule: string, position: Position, params: Params) => void): void {
  const [id, version] = [own(value, 'id'), own(value, 'version')];
  const name = basename(path).replace(/\.\w+$/, '');
  // A file outside of such a folder is a draft or a copy.
  if (/^\d+\.\d+\.\d+/.test(name)) {
    if (typeof version === 'string' && version !== name) say('file-name', '/version', { name: 'version', got: version });
    if (typeof id === 'string' && !dirname(path).split(sep).join('/').endsWith(`/${id}`)) say('file-name', '/id', { name: 'id', got: id });
  }
  const scenarios = scenariosOf(path);
  if (scenarios === undefined) return say('scenario-none', '/title', { file: scenarioName(path) });
  if (!plan) return;
  const found: [string, string, Params][] = [];
  const source = checkScenarios(plan.document as FormDocument, scenarios, (rule, pointer, params) => { found.push([rule, pointer, params]); });
  for (const [rule, pointer, params] of found) sayIn(scenarios)(rule, source.at(pointer), params);
}

/** Ids of the code lists in the folder given, or in `code-lists` or `schemas/code-lists` at or above the form or the working folder. */
function listsNear(path: string, given: string | undefined): ReadonlySet<string> | undefined {
  const ids = (folder: string) => new Set(readdirSync(folder).filter((name) => name !== 'index.json' && name !== 'README.md').map((name) => name.replace(/\.json$/, '')));
  const folder = given ?? findUp(dirname(path), 'code-lists', 'schemas/code-lists');
  return folder === undefined ? undefined : ids(folder);
}
