import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '@dvc/elements/form/errors.js';
import { PAYMENT_CODES } from '@dvc/elements/payment/errors.js';
import { attributes, events, factsOf, keys, methods, operators, parts, partsOfLanguage, properties, slots, tokenDefaults, tokenTable, type Manifest } from '../../../stories/support/tables.js';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = (name: string) => read(`stories/docs/${readdirSync(join(root, 'stories/docs')).find((file) => file.endsWith(`-${name}.mdx`))}`);
const sources = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !/\.test(-helper)?\.ts$/.test(file)).map((file) => read(join(folder, file)));

// Built by the stage "types", and by `npm run storybook`.
const facts = factsOf(JSON.parse(read('packages/sdk/custom-elements.json')) as Manifest, 'dvc-form');
const language = JSON.parse(read('schemas/form-document.schema.json'));
const rowsOf = (markdown: string) => markdown.split('\n').slice(2).map((row) => row.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));

describe('what the documentation says of <dvc-form>', () => {
  for (const [name, table, least] of [
    ['attributes', attributes, 8], ['properties', properties, 8], ['methods', methods, 6], ['events', events, 6], ['slots', slots, 1], ['parts', parts, 20], ['tokens', tokenTable, 20],
  ] as const) {
    test(`its ${name} are there, and each is described`, () => {
      const rows = rowsOf(table(facts));
      expect(rows.length).toBeGreaterThanOrEqual(least);
      for (const row of rows) expect(row.at(-1), `${row[0]} needs a description in the JSDoc of form.ts`).not.toBe('');
    });
  }

  test('every token of the sheet is documented with its default, and no other', () => {
    const documented = new Map(facts.cssProperties.map((each) => [each.name, each.default]));
    expect([...documented.keys()].sort()).toEqual([...tokenDefaults().keys()].sort());
    for (const [name, { light }] of tokenDefaults()) expect(documented.get(name), name).toBe(light);
  });

  test('every part that is drawn is documented, and no other', () => {
    const drawn = new Set<string>();
    for (const text of [...sources('packages/ui/src').filter((text) => !text.includes('part="qr"')), ...sources('packages/elements/src/form')]) {
      for (const [, names] of text.matchAll(/\bpart="([^"$]+)"|setAttribute\('part', '([^']+)'\)/g)) for (const name of (names ?? '').split(/\s+/)) if (name) drawn.add(name);
    }
    // Made from a variable: the notes of a field, the kinds of a notice.
    const made = ['hint', 'error', 'warning', 'notice'];
    const known = facts.cssParts.map(({ name }) => name);
    expect([...drawn].filter((name) => !known.includes(name) && !name.startsWith('notice-'))).toEqual([]);
    expect(known.filter((name) => !drawn.has(name) && !made.includes(name))).toEqual([]);
  });

  test('every event that is fired is documented', () => {
    const fired = new Set(sources('packages/elements/src/form').flatMap((text) => [...text.matchAll(/#fire\('(dvc-[a-z]+)'/g)].map(([, name]) => name)));
    expect(fired.size).toBeGreaterThan(4);
    expect(facts.events.map(({ name }) => name).sort()).toEqual([...fired].sort());
  });
});

describe('what the documentation says of <dvc-payment>', () => {
  const payment = factsOf(JSON.parse(read('packages/sdk/custom-elements.json')) as Manifest, 'dvc-payment');

  for (const [name, table, least] of [['attributes', attributes, 4], ['properties', properties, 3], ['methods', methods, 1], ['events', events, 5], ['slots', slots, 1], ['parts', parts, 15]] as const) {
    test(`its ${name} are there, and each is described`, () => {
      const rows = rowsOf(table(payment));
      expect(rows.length).toBeGreaterThanOrEqual(least);
      for (const row of rows) expect(row.at(-1), `${row[0]} needs a description in the JSDoc of payment.ts`).not.toBe('');
    });
  }

  test('every part that is drawn is documented, and no other', () => {
    const drawn = new Set(['qr', 'notice']);
    for (const text of sources('packages/elements/src/payment')) {
      for (const [, names] of text.matchAll(/\bpart="([^"$]+)"|'(button button-primary)'|`(stand) /g)) for (const name of (names ?? 'button button-primary stand').split(/\s+/)) drawn.add(name);
    }
    const known = payment.cssParts.map(({ name }) => name);
    expect([...drawn].filter((name) => !known.includes(name) && !name.startsWith('notice-'))).toEqual([]);
    expect(known.filter((name) => !drawn.has(name))).toEqual([]);
  });

  test('every event that is fired is documented, and every phase has its states in the stories', () => {
    const fired = new Set(sources('packages/elements/src/payment').flatMap((text) => [...text.matchAll(/#fire\('(dvc-[a-z]+)'/g)].map(([, name]) => name)));
    expect(payment.events.map(({ name }) => name).sort()).toEqual([...fired].sort());
  });
});

test('every error code has a section with an anchor, and no section is without its code', () => {
  const anchors = [...page('error-codes').matchAll(/<h2 id="(dvc-\d{3})">(DVC-\d{3}): /g)].map(([, id, code]) => [id, code]);
  for (const [id, code] of anchors) expect(id).toBe(code!.toLowerCase());
  expect(anchors.map(([, code]) => code)).toEqual([...new Set([...Object.values(CODES), ...Object.values(PAYMENT_CODES)])].sort());
});

test('every key and operator of the form language has an explanation', () => {
  for (const name of [undefined, ...partsOfLanguage(language).filter((each) => each !== 'jsonSchema')]) {
    for (const row of rowsOf(keys(language, name))) expect(row[2], `${name ?? 'document'}: ${row[0]}`).not.toBe('');
  }
  const rows = rowsOf(operators(language));
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) expect(row[1], row[0]!).not.toBe('');
});

test('the header on the embedding page is the one that the example site sends, as far as scripts and styles go', () => {
  const sent = (JSON.parse(read('examples/commune-site/headers.json')) as Record<string, string>)['content-security-policy']!;
  const said = /^Content-Security-Policy: (.+)$/m.exec(page('embedding'))![1]!;
  for (const rule of said.split('; ')) expect(sent.split('; ')).toContain(rule);
});
