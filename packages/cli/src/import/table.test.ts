import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorsOf, fillForm } from './fill.test-helper.js';
import { finish, reportOf } from './result.js';
import { summaryOf } from './summary.test-helper.js';
import { importTable } from './table/import-table.js';

const folder = join(import.meta.dirname, '../../fixtures/import/tables');
const names = readdirSync(folder).filter((name) => !name.endsWith('.expect.json'));
const bytes = (name: string) => readFileSync(join(folder, name));

test('there are twenty tables', () => { expect(names.length).toBe(20); });

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(join(folder, name.replace(extname(name), '.expect.json')), 'utf8'));
  test('becomes the form that its author meant, and names what is gone', async () => {
    const made = await finish(await importTable(bytes(name), name.replace(extname(name), '')));
    expect(made.faults).toEqual([]);
    expect(summaryOf(made.document).sort()).toEqual([...expected.fields].sort());
    expect((made.document.papers ?? []).map(({ title, required }) => `${title}${required ? '!' : ''}`)).toEqual(expected.papers ?? []);
    if (expected.steps) expect((made.document.steps ?? []).map(({ title }) => title)).toEqual(expected.steps);
    if (expected.title) expect(made.document.title).toBe(expected.title);
    for (const [field, value] of Object.entries(expected.defaults ?? {})) expect((made.document.schema.properties as Record<string, { default?: unknown }>)[field]?.default).toBe(value);
    expect(await errorsOf(made)).toEqual([]);
    const { issues, accepted } = fillForm(made.document);
    expect([issues, accepted]).toEqual([[], true]);
    expect(made.losses.map(({ reason }) => reason).sort(), JSON.stringify(reportOf(made, 'en'), null, 1)).toEqual([...expected.losses].sort());
  });
});
