import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormDocument } from '@dvc/schema';
import { importFormio } from './formio/import-formio.js';
import { errorsOf, fillForm } from './fill.test-helper.js';
import { carries, isBuilderLabel, partsOf } from './formio/meaning.js';
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
    expect(await errorsOf(made)).toEqual([]);
    const { issues, accepted } = fillForm(made.document);
    expect([issues, accepted]).toEqual([[], true]);
    expect(made.losses.map(({ reason }) => reason).sort(), JSON.stringify(reportOf(made, 'en'), null, 1)).toEqual([...expected.losses].sort());
  });
});

const paperOf = ({ title, required, when }: NonNullable<FormDocument['papers']>[number]): string => `${title}${required ? '!' : ''}${when ? '?' : ''}`;

/** Every component, wherever it stands, as a way into the document. */
function* componentsIn(value: unknown, way: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && typeof (value as { type?: unknown }).type === 'string' && 'key' in value) yield way;
  for (const [name, part] of Object.entries(value)) yield* componentsIn(part, [...way, Array.isArray(value) ? Number(name) : name]);
}
const at = (value: any, way: readonly (string | number)[]) => way.reduce((inner, name) => inner[name], value);

// What the report and the form say, without what the report repeats of other places.
const everything = async (json: unknown, name: string) => { const made = await finish(await importFormio(structuredClone(json), name, 'toKhai').catch(() => importFormio(structuredClone(json), name))); return JSON.stringify([made.document, reportOf(made, 'en')]); };

/** Two ways in which a component says the same. */
const TWINS = [['enableTime', 'format', 'widget'], ['decimalLimit', 'validate.step'], ['fields.day.hide', 'fields.month.hide'], ['validate.minLength', 'validate.required']];
/** A date is whole by its format; the others belong to a condition or a rule that is reported. */
const DEPENDENT = /^(conditional\.(conjunction|eq|show)|validate\.customMessage|fields\.\w+\.required)$/;

describe('nothing vanishes', () => {
  test.each(names)('%s: each property that carries meaning is in the form or in the report', async (name) => {
    const json = read(name);
    const whole = await everything(json, name);
    const silent: string[] = [];
    for (const way of componentsIn(json)) {
      for (const [part, value] of partsOf(at(json, way))) {
        const component = at(json, way);
        if (!carries(part, value) || DEPENDENT.test(part) || isBuilderLabel(component.type, part)) continue;
        const less = structuredClone(json);
        for (const each of [part, ...(TWINS.find((twins) => twins.includes(part)) ?? [])]) {
          const names = each.split('.');
          const holder = at(less, [...way, ...names.slice(0, -1)]);
          if (holder) delete holder[names.at(-1)!];
        }
        if ((await everything(less, name)) === whole) silent.push(`${way.join('/')} ${part}`);
      }
    }
    expect(silent).toEqual([]);
  });

  test('a property that nobody has heard of is named', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.stringMatching(/^zz[a-z]{3,8}$/), fc.oneof(fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''), fc.integer({ min: 1 }), fc.constant(true), fc.constant({ a: [1] })), async (name, pick, property, value) => {
      const json = read(name);
      const ways = [...componentsIn(json)];
      const way = ways[pick % ways.length]!;
      at(json, way)[property] = value;
      const said = await everything(json, name);
      return said.includes(`${property}: `) || !(await everything(read(name), name)).includes(`/${way.at(-1)}`);
    }), { numRuns: 40 });
  });
});
