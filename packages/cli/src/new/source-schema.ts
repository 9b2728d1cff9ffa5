import { readFileSync, writeFileSync } from 'node:fs';
import { formDocumentSchema } from '@dvc/schema/document/form-document.schema.js';
import { isObject } from '@dvc/schema/document/report.js';
import { findUp } from '../find-up.js';

const SCALAR = { type: ['string', 'number', 'boolean'] };
const VALUES = { anyOf: [SCALAR, { type: 'array', minItems: 1, items: SCALAR }] };
const TESTS = {
  anyOf: [...VALUES.anyOf, {
    type: 'object', additionalProperties: false, minProperties: 1,
    properties: {
      is: { description: 'Câu trả lời là giá trị này, hoặc một trong các giá trị này. / The answer is this, or one of these.', ...VALUES },
      not: { description: 'Đã trả lời và khác giá trị này. / Answered, and not this.', ...VALUES },
      filled: { description: 'true: đã trả lời; false: chưa trả lời. / Answered or not.', type: 'boolean' },
      min: { description: 'Từ số này trở lên. / At least.', type: 'number' },
      max: { description: 'Đến số này. / At most.', type: 'number' },
      has: { description: 'Trong các mục đã chọn có mục này. / This is among the chosen.', ...VALUES },
    },
  }],
};
const GROUP = { type: 'object', minProperties: 1, properties: { $ref: { type: 'string' } }, additionalProperties: TESTS };
const WHEN = {
  title: 'Khi nào / When', description: 'Trường chỉ hiện khi điều kiện đúng, ví dụ { status: married }. / The field is shown while this holds, e.g. { status: married }.',
  anyOf: [GROUP, { type: 'array', minItems: 1, items: GROUP }],
};

/**
 * The schema of a source file, for an editor: the language's own, with its descriptions where they are at hand, and the short form `when`.
 * Written beside the forms, because an editor looks for it by a path.
 */
export function writeSourceSchema(path: string, from: string): void {
  const described = findUp(from, 'schemas/form-document.schema.json');
  const schema = structuredClone(described === undefined ? formDocumentSchema : JSON.parse(readFileSync(described, 'utf8')) as object) as Record<string, unknown>;
  schema['$id'] = 'urn:dvc:form-source:1';
  const definitions = schema['$defs'] as Record<string, Record<string, unknown>>;
  definitions['when'] = WHEN;
  (definitions['jsonSchema']!['properties'] as Record<string, unknown>)['when'] = { $ref: '#/$defs/when' };
  // Where the language has a condition, its short form is as good.
  const widen = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(widen);
    if (!isObject(part)) return;
    for (const [name, value] of Object.entries(part)) {
      if (name === 'when' && isObject(value) && value['$ref'] === '#/$defs/jsonSchema') part[name] = { ...value, $ref: undefined, anyOf: [{ $ref: '#/$defs/jsonSchema' }, { $ref: '#/$defs/when' }] };
      else widen(value);
    }
  };
  widen(schema);
  writeFileSync(path, `${JSON.stringify(schema)}\n`);
}
