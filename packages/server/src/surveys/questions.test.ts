import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from '@dvc/schema';
import { schemasDir } from '../server.test-helper.js';
import { leavesOf, questionsOf, type SurveyDocument } from './questions.js';

const ready = (name: string) => parse(JSON.parse(readFileSync(join(schemasDir, 'surveys/khao-sat', name, '1.0.0.json'), 'utf8'))).document as SurveyDocument;

test.each(['mot-cua', 'sipas', 'doanh-nghiep', 'qd-766', 'sau-dich-vu', 'ba-muoi-cau'])('the questions of %s are those that its pages ask, each with its kind', (name) => {
  const document = ready(name);
  const questions = questionsOf(document);
  const asked = document.steps!.flatMap(({ fields = [] }) => fields);
  expect(new Set(questions.map(({ path }) => asked.find((field) => path === field || path.startsWith(`${field}/`))))).toEqual(new Set(asked));
  for (const each of leavesOf(questions)) expect(each.title).not.toBe('');
});
