// The sources of the published forms that were made with `dvc new`, and what `dvc publish` made of them.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FormDocument } from '@dvc/schema';
import { writeSourceSchema } from '../new/source-schema.js';
import { openDocument } from '../source/open.js';
import { publishedText } from './publish.js';

const root = new URL('../../../..', import.meta.url).pathname;
const from = join(root, 'schemas/forms-sources');
const to = join(root, 'schemas/forms');
const sources = (readdirSync(from, { recursive: true }) as string[]).filter((name) => name.endsWith('.yaml')).map((name) => name.replace(/\.yaml$/, ''));

describe.each(sources)('%s', (name) => {
  test('is published as its source says', () => {
    expect(readFileSync(join(to, `${name}.json`), 'utf8')).toBe(publishedText(openDocument(join(from, `${name}.yaml`)).value as FormDocument));
  });
  test('has the same scenarios beside the source, where `dvc publish` runs them, and beside the form', () => {
    expect(readFileSync(join(to, `${name}.scenarios.json`), 'utf8')).toBe(readFileSync(join(from, `${name}.scenarios.json`), 'utf8'));
  });
});

test('an editor is offered the words of today: else run `dvc new` into a folder of its own and copy form-source.schema.json', () => {
  const made = join(mkdtempSync(join(tmpdir(), 'dvc-words-')), 'form-source.schema.json');
  writeSourceSchema(made, root);
  expect(readFileSync(join(from, 'form-source.schema.json'), 'utf8')).toBe(readFileSync(made, 'utf8'));
});
