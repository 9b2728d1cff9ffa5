import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { startForm } from '@dvc/core';
import { compilePlan, parse, type FormPlan, type Json, type JsonObject, type Path } from '@dvc/schema';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import { checkOpened, count, type Finding, type Lang } from '../check/index.js';
import { sentences } from '../check/rules.js';
import { scenariosOf } from '../check/scenarios.js';
import { findUp } from '../find-up.js';
import { openDocument } from '../source/open.js';
import { readSource } from '../source/read.js';
import { codesIn } from './code-lists.js';
import { explain } from './explain.js';
import { sampleOf } from './sample.js';
import { sayHidden } from './say-hidden.js';

/** A form file as it stood when it was last read. */
export interface Preview {
  /** As it would be published; undefined while it cannot be shown. */
  document: JsonObject | undefined;
  plan: FormPlan | undefined;
  findings: readonly Finding[];
  samples: readonly { name: string; data: Json }[];
  title: string; id: string; version: string; file: string;
  /** The author's line of a place in the document. */
  lineOf(pointer: Path): number;
}

export async function readPreview(path: string, today: string): Promise<Preview> {
  const opened = openDocument(path);
  const findings = await checkOpened(opened, path, { today });
  const plan = planOf(opened.value);
  const text = (name: string) => { const value = own(opened.value, name); return typeof value === 'string' ? value : '…'; };
  return {
    document: plan && (opened.value as JsonObject), plan, findings, samples: samplesOf(plan, path, today),
    title: text('title'), id: text('id'), version: text('version'), file: basename(path),
    lineOf: (pointer) => opened.at(pointer).line,
  };
}

function planOf(value: unknown): FormPlan | undefined {
  try {
    const { document } = parse(value);
    return document && compilePlan(document);
  } catch {
    return undefined; // the check has said why
  }
}

function samplesOf(plan: FormPlan | undefined, path: string, today: string): Preview['samples'] {
  if (!plan) return [];
  const codes = codesIn(findUp(dirname(path), 'code-lists', 'schemas/code-lists'));
  const scenarios = scenariosOf(path);
  const told = scenarios !== undefined && existsSync(scenarios) ? listOf(own(readSource(scenarios).value, 'scenarios')) : [];
  return [
    { name: 'Để trống', data: {} }, { name: 'Điền đủ', data: sampleOf(plan, { today, codes }) },
    ...told.flatMap((scenario) => (isObject(scenario) && isObject(scenario['answers']) ? [{ name: String(scenario['name']), data: scenario['answers'] as JsonObject }] : [])),
  ];
}

/** What the page shows, in a language. */
export const stateOf = ({ findings, samples, title, id, version, file }: Preview, lang: Lang): object => ({
  title, id, version, file, samples, counts: count(findings),
  problems: findings.map(({ line, column, level, code, rule, params, file: where }) => ({ line, column, level, code, file: basename(where), ...sentences(rule, params, lang) })),
});

/** Why what is hidden is hidden, for these answers. */
export function hiddenOf({ plan, lineOf }: Preview, data: JsonObject, today: string, lang: Lang): string[] {
  if (!plan) return [];
  return explain(plan, startForm(plan, { data, today, defaults: true })).map((hidden) => sayHidden(plan, hidden, lang, lineOf));
}

