import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FormDocument } from '@dvc/schema';
import { importFormio } from './formio/import-formio.js';
import { finish, reportOf } from './result.js';
import { summaryOf } from './summary.test-helper.js';

const folder = join(import.meta.dirname, '../../fixtures/import/formio');
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.expect.json'));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe.each(names)('%s', (name) => {
  const expected = read(name.replace('.json', '.expect.json'));
  test('becomes the form that its author meant, and names what is gone', async () => {
    const made = await finish(await importFormio(read(name), name));
    expect(made.faults).toEqual([]);
    expect(summaryOf(made.document).sort()).toEqual([...expected.fields].sort());
    expect((made.document.papers ?? []).map(paperOf)).toEqual(expected.papers ?? []);
    if (expected.steps) expect((made.document.steps ?? []).map(({ title }) => title)).toEqual(expected.steps);
    if (expected.title) expect(made.document.title).toBe(expected.title);
    for (const [path, text] of Object.entries(expected.translated ?? {})) expect(made.document.translations?.en?.[path]?.text).toBe(text);
    expect(made.losses.map(({ reason }) => reason).sort(), JSON.stringify(reportOf(made, 'en'), null, 1)).toEqual([...expected.losses].sort());
  });
});

const paperOf = ({ title, required, when }: NonNullable<FormDocument['papers']>[number]): string => `${title}${required ? '!' : ''}${when ? '?' : ''}`;
