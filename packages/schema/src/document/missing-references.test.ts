import { expect, test } from 'vitest';
import { compileSchema } from '../json-schema/index.js';
import type { JsonSchemaObject } from '../types.js';
import { missingReferences, withoutMissing } from './missing-references.js';

const schema: JsonSchemaObject = {
  $id: 'https://a.vn/root.json',
  properties: {
    there: { $ref: '#/$defs/a' }, named: { $ref: '#x' }, byId: { $ref: 'part.json' }, inPart: { $ref: 'part.json#/properties/y' }, self: { $ref: '#' },
    nothing: { title: 'Không có', minLength: 1, $ref: '#/$defs/none' }, inherited: { $ref: '#/constructor' }, text: { $ref: '#/$id' },
    remote: { $ref: 'https://b.vn/x.json' }, file: { $ref: 'x.json#/a' }, broken: { $ref: '#/%' },
    dynamic: { title: 'Động', $dynamicRef: '#x' }, recursive: { $recursiveRef: '#' },
    $ref: { type: 'string' }, constant: { const: { $ref: '#/none' } },
  },
  $defs: { a: { $anchor: 'x', type: 'string' }, b: { $id: 'part.json', properties: { y: true } } },
};

test('every reference that leads nowhere, with its place and why', () => {
  expect(missingReferences(schema).map(({ path, ref, why }) => `${path} ${ref} ${why}`)).toEqual([
    '/properties/nothing/$ref #/$defs/none unresolved-ref', '/properties/inherited/$ref #/constructor unresolved-ref', '/properties/text/$ref #/$id unresolved-ref',
    '/properties/remote/$ref https://b.vn/x.json remote-ref', '/properties/file/$ref x.json#/a remote-ref', '/properties/broken/$ref #/% unresolved-ref',
    '/properties/dynamic/$dynamicRef #x dynamic-ref', '/properties/recursive/$recursiveRef # dynamic-ref',
  ]);
});

test('a condition looks its references up in the schema of the document', () => {
  expect(missingReferences({ allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/c' }] }, schema)).toEqual([{ path: '/allOf/1/$ref', ref: '#/$defs/c', why: 'unresolved-ref' }]);
});

test('without them the rest can be used, and what stands beside them holds', () => {
  const before = structuredClone(schema);
  const usable = withoutMissing(schema);
  expect(schema).toEqual(before);
  expect(missingReferences(usable)).toEqual([]);
  const { properties } = usable as unknown as { properties: Record<string, unknown> };
  expect([properties.nothing, properties.dynamic, properties.remote, properties.file, properties.constant]).toEqual([{ title: 'Không có', minLength: 1 }, { title: 'Động' }, {}, {}, { const: { $ref: '#/none' } }]);
  const compiled = compileSchema(usable, usable);
  expect([compiled.test({ nothing: 'x', remote: 1, there: 'x' }), compiled.test({ nothing: '' }), compiled.test({ there: 1 })]).toEqual([true, false, false]);
  expect(withoutMissing(usable)).toBe(usable);
});
