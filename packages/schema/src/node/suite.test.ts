// The official suite decides who is right: a plain schema of every draft as we read it, Ajv as the server uses it, and the page of the documentation that says so.
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { judge } from '@dvc/testing/suite/judge-suite.js';
import { ajvAsItComes, cfworkerAsItComes } from '@dvc/testing/suite/peers.js';
import { findSuite, readSuite } from '@dvc/testing/suite/read-suite.js';

const root = join(import.meta.dirname, '../../../..');
const folder = findSuite(root);
const peers = { ajv: ajvAsItComes({ Ajv, Ajv2019, Ajv2020, draft6, addFormats: addFormats as never } as never), cfworker: cfworkerAsItComes };

test('x', () => {
  const suite = readSuite(folder!);
  const all = suite.files.map((file) => judge(file, peers));
  const sum: Record<string, any> = {};
  for (const { draft, name, score, wrong, divided } of all) {
    if (divided.length) console.log('DIVIDED', draft, name, divided);
    const s = (sum[draft] ??= { tests: 0, ours: 0, ajv: 0, cfworker: 0 });
    for (const k of Object.keys(s)) s[k] += (score as any)[k];
    if (wrong.length) console.log('WRONG', draft, name, wrong);
  }
  console.table(sum);
  expect(1).toBe(1);
}, 200_000);
