import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { opened } from '../source/open.js';
import { sourceOf } from '../source/read.js';
import { checkOpened } from './check-file.js';
import { RULES } from './rules.js';

const folder = new URL('../../../../schemas/cases/', import.meta.url).pathname;
const options = { today: '2026-11-21', alone: true };
const cases = readdirSync(`${folder}invalid`).map((name) => name.replace('.json', ''));

test.each(cases)("the language's own case %s is found by its rule, at its place", async (name) => {
  const { document, path } = JSON.parse(readFileSync(`${folder}invalid/${name}.json`, 'utf8')) as { document: unknown; path: string };
  const source = opened(sourceOf(typeof document === 'string' ? document : JSON.stringify(document, null, 2), 'json'));
  const findings = await checkOpened(source, 'x.json', options);
  // What is no JSON is told by the reader; one source among many facts is told once.
  const code = name === 'not-json' ? 'DVC-C004' : RULES.get(name.replace(/\..*/, ''))!.code;
  const found = findings.filter((finding) => finding.code === code || (name === 'fact-unverified' && finding.rule === 'fact-single'));
  expect(found.map((finding) => finding.path)).toContain(path);
  expect(findings.map(({ rule }) => rule)).not.toContain('other');
  if (name !== 'not-json') expect(found.map(({ line, column }) => ({ line, column }))).toContainEqual(source.at(path));
});

test.each(readdirSync(`${folder}valid`))('the valid case %s has no error', async (name) => {
  const source = opened(sourceOf(readFileSync(`${folder}valid/${name}`, 'utf8'), 'json'));
  expect((await checkOpened(source, 'x.json', options)).filter(({ level }) => level === 'error')).toEqual([]);
});
