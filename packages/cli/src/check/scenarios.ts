import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { runScenarios, type Difference, type ScenarioFile } from '@dvc/core/scenarios.js';
import type { FormDocument, JsonObject } from '@dvc/schema';
import { isObject } from '@dvc/schema/document/report.js';
import { ajvAuthority } from '@dvc/schema/node';
import { readSource } from '../source/read.js';
import type { Source } from '../source/types.js';
import type { Params } from './types.js';

/** The file of scenarios beside a form. */
export const scenariosOf = (path: string): string | undefined => ['yaml', 'yml', 'json'].map((ending) => path.replace(/\.\w+$/, `.scenarios.${ending}`)).find((file) => existsSync(file));

type Say = (rule: string, pointer: string, params: Params) => void;

const WORDS: Record<Difference['kind'], [vi: (about: string, value: string) => string, en: (about: string, value: string) => string]> = {
  form: [(about, value) => `tệp kịch bản dành cho ${about}, biểu mẫu là ${value}`, (about, value) => `the file is for ${about}, the form is ${value}`],
  'not-shown': [(about) => `${about} lẽ ra phải hiện`, (about) => `${about} should be shown`],
  'not-hidden': [(about) => `${about} lẽ ra phải ẩn`, (about) => `${about} should be hidden`],
  sent: [(about) => `${about} lẽ ra không được gửi`, (about) => `${about} should not be sent`],
  expected: [(about, value) => `${about}: mong đợi ${value} nhưng không có`, (about, value) => `${about}: expected ${value}`],
  unexpected: [(about, value) => `${about}: có ${value} ngoài mong đợi`, (about, value) => `${about}: unexpected ${value}`],
  refused: [() => 'máy chủ (Ajv) từ chối hồ sơ mà biểu mẫu chấp nhận', () => 'Ajv refuses what the form accepts'],
  accepted: [() => 'máy chủ (Ajv) chấp nhận hồ sơ mà biểu mẫu từ chối', () => 'Ajv accepts what the form refuses'],
};

/** Fills the form as each scenario says, in the engine and by Ajv, and reports what follows otherwise than expected. */
export function checkScenarios(document: FormDocument, path: string, say: Say): Source {
  const source = readSource(path);
  const broken = (why: string, at = '') => say('scenario-broken', at, { why });
  const file = source.value;
  if (source.problems.length > 0) broken(source.problems[0]!.detail);
  else if (!isObject(file) || !Array.isArray(file['scenarios'])) broken('`scenarios`');
  else if (typeof file['form'] !== 'string' || typeof file['today'] !== 'string') broken('`form`, `today`');
  else {
    const bad = file['scenarios'].findIndex((each) => !isObject(each) || typeof each['name'] !== 'string' || !isObject(each['answers']) || !isObject(each['expect']));
    if (bad >= 0) broken(`\`scenarios/${bad}\``, `/scenarios/${bad}`);
    else run(document, file as unknown as ScenarioFile, say);
  }
  return source;
}

function run(document: FormDocument, file: ScenarioFile, say: Say): void {
  const authority = ajvAuthority();
  const accepts = (payload: JsonObject) => authority.accepts(document.schema, payload).valid;
  runScenarios(document, file, { accepts }).forEach(({ name, found }, index) => {
    if (found.length === 0) return;
    const all = (lang: 0 | 1) => found.slice(0, 5).map(({ kind, about, value }) => WORDS[kind][lang](about, value)).join('; ');
    say('scenario-failed', `/scenarios/${index}/name`, { name, 'why:vi': all(0), 'why:en': all(1) });
  });
}

export const scenarioName = (path: string): string => basename(path).replace(/\.\w+$/, '.scenarios.yaml');
