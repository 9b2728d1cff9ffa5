// The official suite decides who is right: a plain schema of every draft as we read it, and Ajv as the server uses it. The documentation publishes the numbers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { DRAFTS } from '@dvc/testing/suite/drafts.js';
import { judge } from '@dvc/testing/suite/judge-suite.js';
import { OUTSIDE } from '@dvc/testing/suite/outside.js';
import { ajvAsItComes, cfworkerAsItComes, type AjvParts } from '@dvc/testing/suite/peers.js';
import { findSuite, readSuite } from '@dvc/testing/suite/read-suite.js';
import type { Score, SuiteResults } from '@dvc/testing/suite/results.js';
import { suiteKeywords, suiteOutside, suiteSummary } from '../../../../stories/support/suite-tables.js';
import { compileSchema, SchemaError } from '../json-schema/index.js';
import { keywords } from '../document/keywords.js';

const root = join(import.meta.dirname, '../../../..');
const published = JSON.parse(readFileSync(join(root, 'stories/docs/json-schema-suite.json'), 'utf8')) as SuiteResults;
const page = readFileSync(join(root, 'stories/docs/0008-json-schema.mdx'), 'utf8');
const folder = findSuite(root);
const scores = DRAFTS.flatMap((draft) => Object.entries(published.drafts[draft] ?? {}).map(([name, score]): [string, Score] => [`${draft} ${name}`, score]));
const peers = { ajv: ajvAsItComes({ Ajv, Ajv2019, Ajv2020, draft6, addFormats } as unknown as AjvParts), cfworker: cfworkerAsItComes };

describe('the page about JSON Schema', () => {
  test('is of the whole suite: every draft, every keyword that asserts something', () => {
    expect(published.commit).toMatch(/^[\da-f]{40}$/);
    expect(published.made).toMatch(/^\d{4}-\d\d-\d\d$/);
    const least = { draft4: 900, draft6: 1200, draft7: 1600, 'draft2019-09': 2000, 'draft2020-12': 2100 };
    for (const draft of DRAFTS) expect(Object.values(published.drafts[draft]!).reduce((sum, { tests }) => sum + tests, 0)).toBeGreaterThan(least[draft]);
    // What says something of its own has a file; the others stand in the file of their sister, or are words for people.
    const elsewhere = /^(\$schema|\$comment|\$ref|\$id|\$anchor|\$vocabulary|\$defs|if|then|else|title|description|examples|deprecated|readOnly|writeOnly|x-dvc|content.*)$/;
    for (const name of keywords.keys()) if (!elsewhere.test(name)) expect(published.drafts['draft2020-12'], name).toHaveProperty([name]);
  });

  test('names the reason of every test whose verdict differs', () => {
    for (const [name, { tests, ours, outside }] of scores) {
      expect(ours + Object.values(outside).reduce((sum, each) => sum + each, 0), name).toBe(tests);
      for (const reason of Object.keys(outside)) expect(OUTSIDE).toHaveProperty([reason]);
    }
    for (const reason of Object.keys(OUTSIDE)) expect(scores.some(([, { outside }]) => Object.hasOwn(outside, reason)), `${reason} is the reason of nothing`).toBe(true);
  });

  test('shows every number', () => {
    for (const draft of DRAFTS) {
      expect(page).toContain(`suiteKeywords(results, '${draft}')`);
      expect(suiteKeywords(published, draft).split('\n').length - 2).toBe(Object.keys(published.drafts[draft]!).length);
    }
    expect(suiteSummary(published).match(/\| 0 \|/g)).toHaveLength(DRAFTS.length);
    for (const reason of Object.keys(OUTSIDE)) expect(suiteOutside(published)).toContain(`\`${reason}\``);
    for (const command of ['git clone', 'node scripts/make-suite-page.mjs --suite']) expect(page).toContain(command);
  });
});

describe(folder ? 'the suite itself' : 'the suite is not here (set DVC_SUITE or DVC_CORPUS): only what is published is held together', () => {
  const suite = folder ? readSuite(folder) : { files: [], commit: undefined };

  test('is the one that the page is of', () => {
    if (suite.commit) expect(published.commit.startsWith(suite.commit)).toBe(true);
    for (const { draft, name } of suite.files) expect(published.drafts[draft], `${draft} ${name} is not on the page: make it again`).toHaveProperty([name]);
  });

  test('says of a plain schema what the page says, and Ajv and we are of one mind', { timeout: 120_000 }, () => {
    const judged = suite.files.map((file) => judge(file, peers));
    expect(judged.flatMap(({ draft, name, wrong, divided }) => [...wrong, ...divided].map((each) => `${draft} ${name}: ${each}`))).toEqual([]);
    for (const { draft, name, score } of judged) expect(published.drafts[draft]?.[name], `${draft} ${name}: make the page again`).toEqual(score);
  });

  test('says of a schema in a document the same, or refuses it by name', () => {
    const names = new Set<string>();
    for (const { draft, name, groups } of suite.files) {
      if (draft !== 'draft2020-12') continue;
      for (const { description, schema, tests } of groups) {
        const about = `${name} | ${description}`;
        let compiled;
        try {
          compiled = compileSchema(schema, schema);
        } catch (error) {
          if (!(error instanceof SchemaError)) throw error;
          for (const { code } of error.problems) names.add(code);
          continue;
        }
        const { outside } = published.drafts[draft]![name]!;
        const missed = tests.filter(({ data, valid }) => compiled.test(data) !== valid);
        expect(missed.length, about).toBeLessThanOrEqual(Object.values(outside).reduce((sum, each) => sum + each, 0));
      }
    }
    expect([...names].filter((code) => !['dynamic-ref', 'remote-ref', 'unresolved-ref', 'unknown-keyword'].includes(code))).toEqual([]);
    if (folder) expect(names).toContain('dynamic-ref');
  });
});
