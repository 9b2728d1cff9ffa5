import { describe, expect, test } from 'vitest';
import type { FormDocument } from '../document/types.js';
import { formats } from '../formats/index.js';
import type { JsonSchemaObject } from '../types.js';
import { compilePlan } from './index.js';

const planOf = (a: JsonSchemaObject) => compilePlan({ kind: 'form', id: 'a/b', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { a } } } as FormDocument).find('/a')!;

describe('the control of a format', () => {
  test.each<[string, string]>([['time', 'time'], ['date-time', 'date-time'], ['iso-time', 'time'], ['iso-date-time', 'date-time'], ['date', 'date'], ['partial-date', 'partial-date'], ['data-url', 'file'], ['file', 'file']])('%s: %s', (format, control) => {
    expect(planOf({ type: 'string', format }).control).toBe(control);
  });
  test.each(Object.keys(formats).filter((name) => !/time$|date$/.test(name)))('%s is typed', (format) => {
    expect(planOf({ type: 'string', format }).control).toBe('text');
  });
  test.each(['int32', 'int64', 'float', 'double'])('%s of a number is a number', (format) => {
    expect(planOf({ type: 'number', format })).toMatchObject({ control: 'number', format });
  });
  test.each(['unheard-of', 'sometime', 'datetime', 'time-of-day', 'constructor'])('%s is unknown, and harmless', (format) => {
    expect(planOf({ type: 'string', format })).toMatchObject({ control: 'text', formatter: undefined });
  });
  test('choices and the author come first', () => {
    expect(planOf({ type: 'string', format: 'time', enum: ['08:00:00+07:00'] }).control).toBe('radio');
    expect(planOf({ type: 'string', format: 'date-time', 'x-dvc': { widget: 'text' } }).control).toBe('text');
  });
});

test('a file is told by its format, or by base64 of a kind', () => {
  expect(planOf({ type: 'string', format: 'data-url' })).toMatchObject({ control: 'file', encoding: undefined, mediaType: undefined });
  expect(planOf({ type: 'string', format: 'data-url', contentMediaType: 'image/*' })).toMatchObject({ control: 'file', mediaType: 'image/*' });
  expect(planOf({ type: 'string', contentEncoding: 'base64', contentMediaType: 'application/pdf' })).toMatchObject({ control: 'file', encoding: 'base64', mediaType: 'application/pdf' });
  for (const text of [{ contentEncoding: 'base64' }, { contentMediaType: 'application/json' }, { contentEncoding: 'quoted-printable', contentMediaType: 'text/plain' }] as JsonSchemaObject[]) expect(planOf({ type: 'string', ...text })).toMatchObject({ control: 'text' });
});
