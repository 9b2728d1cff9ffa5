import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFile } from './check-file.js';

const folder = new URL('../../fixtures/seeded/', import.meta.url).pathname;
const options = { today: '2026-11-21', codeLists: new URL('../../../../schemas/code-lists', import.meta.url).pathname };
const pairs = readdirSync(folder).filter((name) => /^\d/.test(name));

test('there are 40 pairs, each another mistake or another form', () => {
  expect(pairs.length).toBe(40);
  expect(new Set(pairs.map((name) => name.slice(3))).size).toBe(40);
});

describe.each(pairs)('%s', (name) => {
  test('the mistake is found where it was made', async () => {
    const { code, line } = JSON.parse(readFileSync(`${folder}${name}/expect.json`, 'utf8')) as { code: string; line: number };
    const findings = (await checkFile(`${folder}${name}/broken.yaml`, options)).filter(({ level }) => level !== 'info').map((finding) => ({ code: finding.code, line: finding.line }));
    expect(findings).toContainEqual({ code, line });
  });
  test('its clean twin has neither error nor warning', async () => {
    expect((await checkFile(`${folder}${name}/clean.yaml`, options)).filter(({ level }) => level !== 'info').map(({ line, code, what }) => `${line} ${code} ${what}`)).toEqual([]);
  });
});
