import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '@dvc/elements/form/errors.js';
import { PAYMENT_CODES } from '@dvc/elements/payment/errors.js';
import { STATUS_CODES } from '@dvc/elements/status/errors.js';
import { SURVEY_CODES } from '@dvc/elements/survey/errors.js';
import { RESULTS_CODES } from '@dvc/elements/survey-results/errors.js';
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
    for (const text of [...sources('packages/ui/src').filter((text) => !/part="(qr|chart|figure|table|texts)"/.test(text) && !text.includes('SurveyWords')), ...sources('packages/elements/src/form')]) {
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

describe.each([['payment', 15, ['qr', 'notice']], ['status', 20, ['notice', 'post', 'more', 'dossier', 'card', 'look-up', 'dossiers']]] as const)('what the documentation says of <dvc-%s>', (name, most, drawnElsewhere) => {
  const own = factsOf(JSON.parse(read('packages/sdk/custom-elements.json')) as Manifest, `dvc-${name}`);

  for (const [what, table, least] of [['attributes', attributes, 4], ['properties', properties, 3], ['methods', methods, 1], ['events', events, 5], ['slots', slots, 1], ['parts', parts, most]] as const) {
    test(`its ${what} are there, and each is described`, () => {
      const rows = rowsOf(table(own));
      expect(rows.length).toBeGreaterThanOrEqual(least);
      for (const row of rows) expect(row.at(-1), `${row[0]} needs a description in the JSDoc of ${name}.ts`).not.toBe('');
    });
  }

  test('every part that is drawn is documented, and no other', () => {
    const drawn = new Set<string>(drawnElsewhere);
    for (const text of sources(`packages/elements/src/${name}`)) {
      for (const [, names] of text.matchAll(/\bpart="([^"$]+)"|'(?:button button-primary)'|`(?:stand|now|left) /g)) for (const each of (names ?? 'button button-primary stand now left').split(/\s+/)) drawn.add(each);
    }
    const known = own.cssParts.map((each) => each.name);
    expect([...drawn].filter((each) => !known.includes(each) && !/^notice-|^(stand|now|left)$/.test(each))).toEqual([]);
    expect(known.filter((each) => !drawn.has(each))).toEqual([]);
  });

  test('every event that is fired is documented', () => {
    const fired = new Set(sources(`packages/elements/src/${name}`).flatMap((text) => [...text.matchAll(/#fire\('(dvc-[a-z]+)'/g)].map(([, event]) => event)));
    expect(own.events.map((each) => each.name).sort()).toEqual([...fired].sort());
  });
});

test('every error code has a section with an anchor, and no section is without its code', () => {
  const anchors = [...page('error-codes').matchAll(/<h2 id="(dvc-\d{3})">(DVC-\d{3}): /g)].map(([, id, code]) => [id, code]);
  for (const [id, code] of anchors) expect(id).toBe(code!.toLowerCase());
  expect(anchors.map(([, code]) => code)).toEqual([...new Set([...Object.values(CODES), ...Object.values(PAYMENT_CODES), ...Object.values(STATUS_CODES), ...Object.values(SURVEY_CODES), ...Object.values(RESULTS_CODES)])].sort());
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

describe('what the documentation says of <dvc-survey-results>', () => {
  const own = factsOf(JSON.parse(read('packages/sdk/custom-elements.json')) as Manifest, 'dvc-survey-results');

  for (const [what, table, least] of [['attributes', attributes, 4], ['properties', properties, 4], ['methods', methods, 1], ['events', events, 3], ['parts', parts, 20]] as const) {
    test(`its ${what} are there, and each is described`, () => {
      const rows = rowsOf(table(own));
      expect(rows.length).toBeGreaterThanOrEqual(least);
      for (const row of rows) expect(row.at(-1), `${row[0]} needs a description in the JSDoc of survey-results.ts`).not.toBe('');
    });
  }

  test('every part that is drawn is documented, and no other', () => {
    const drawn = new Set([...sources('packages/elements/src/survey-results'), ...sources('packages/ui/src/charts')].flatMap((text) => [...text.matchAll(/\bpart="([^"$]+)"/g)].flatMap(([, names]) => names!.split(/\s+/))));
    expect([...drawn].sort()).toEqual(own.cssParts.map(({ name }) => name).sort());
  });

  test('every event that is fired is documented', () => {
    const fired = new Set(sources('packages/elements/src/survey-results').flatMap((text) => [...text.matchAll(/#fire\('(dvc-[a-z]+)'/g)].map(([, event]) => event)));
    expect(own.events.map(({ name }) => name).sort()).toEqual([...fired].sort());
  });
});

describe('what the documentation says of <dvc-survey>', () => {
  const own = factsOf(JSON.parse(read('packages/sdk/custom-elements.json')) as Manifest, 'dvc-survey');

  for (const [what, table, least] of [['attributes', attributes, 11], ['properties', properties, 5], ['methods', methods, 3], ['events', events, 7], ['parts', parts, 16]] as const) {
    test(`its ${what} are there, and each is described`, () => {
      const rows = rowsOf(table(own));
      expect(rows.length).toBeGreaterThanOrEqual(least);
      for (const row of rows) expect(row.at(-1), `${row[0]} needs a description in the JSDoc of survey.ts`).not.toBe('');
    });
  }

  test('every part that is drawn is documented, and no other', () => {
    // Made from a variable: the look of a button.
    const drawn = new Set(['button', 'button-primary', ...[...sources('packages/elements/src/survey'), ...sources('packages/ui/src/survey')].flatMap((text) => [...text.matchAll(/\bpart="([^"$]+)"/g)].flatMap(([, names]) => names!.split(/\s+/)))]);
    expect([...drawn].sort()).toEqual(own.cssParts.map(({ name }) => name).sort());
  });

  test('every event that is fired is documented', () => {
    const fired = new Set(sources('packages/elements/src/survey').flatMap((text) => [...text.matchAll(/fire\('(dvc-[a-z]+)'|\b(dvc-error)'/g)].map(([, event, error]) => event ?? error)));
    expect(own.events.map(({ name }) => name).sort()).toEqual([...fired].sort());
  });
});
