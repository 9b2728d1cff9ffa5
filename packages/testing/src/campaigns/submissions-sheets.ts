import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feesOf, issuesOf, papersOf, payloadOf, startForm } from '@dvc/core';
import { compilePlan, parse, type JsonObject } from '@dvc/schema';
import type { ScenarioFile } from '../scenarios.js';
import { smallForm } from './submissions-form.js';

/** A filled form, as a browser would send it: what is missing are the files. */
export interface Sheet {
  document: { id: string; version: string };
  answers: JsonObject;
  fees: { id: string; amount: number }[];
  /** required papers */
  papers: string[];
}
export interface Sheets {
  /** `YYYY-MM-DD`, the day on which all of them are right */
  today: string;
  birth: Sheet[];
}

const birthForm = 'ho-tich/dang-ky-khai-sinh/1.0.0';

/** Puts the forms of the campaign into `dir`, and fills the birth registration as each of its good scenarios says. */
export function prepareSheets(root: string, dir: string): Sheets {
  const small = join(dir, ...smallForm.id.split('/'));
  mkdirSync(small, { recursive: true });
  writeFileSync(join(small, `${smallForm.version}.json`), JSON.stringify(smallForm));
  const source = join(root, 'schemas/forms', ...birthForm.split('/'));
  const target = join(dir, ...birthForm.split('/'));
  mkdirSync(join(target, '..'), { recursive: true });
  cpSync(`${source}.json`, `${target}.json`);

  const { document } = parse(readFileSync(`${source}.json`, 'utf8'));
  const file = `${source}.scenarios.json`;
  if (!document || !existsSync(file)) throw new Error(`${birthForm} is broken or has no scenarios`);
  const plan = compilePlan(document);
  const { today, scenarios } = JSON.parse(readFileSync(file, 'utf8')) as ScenarioFile;
  const birth = scenarios.filter((scenario) => scenario.today === undefined).flatMap(({ answers }): Sheet[] => {
    const state = startForm(plan, { data: answers, today });
    if (issuesOf(state).some((issue) => !issue.code.startsWith('paper-'))) return [];
    return [{
      document: { id: document.id, version: document.version }, answers: payloadOf(state), fees: feesOf(state).map(({ id, amount }) => ({ id, amount })),
      papers: papersOf(state).filter((paper) => paper.required).map((paper) => paper.key),
    }];
  });
  if (birth.length === 0) throw new Error(`${birthForm} has no scenario that can be sent`);
  return { today, birth };
}

/** Mostly the small form; every tenth is a real birth registration with its papers. */
export function sheetOf(number: number, { birth }: Sheets, random: () => number): Sheet {
  if (number % 10 === 0) return birth[(number / 10) % birth.length]!;
  const withPaper = random() < 0.03;
  const copies = withPaper ? 20 : number % 5;
  return {
    document: { id: smallForm.id, version: smallForm.version },
    answers: { fullName: 'Nguyễn Văn Thử', agency: `H99.0${1 + Math.floor(random() * 3)}`, copies },
    fees: copies > 0 ? [{ id: 'copies', amount: copies * 8000 }] : [],
    papers: withPaper ? ['proof'] : [],
  };
}
