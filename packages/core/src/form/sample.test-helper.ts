import { compilePlan, type FormDocument, type FormPlan, type JsonSchemaObject } from '@dvc/schema';

/** A small document with a bit of everything: conditions, a ring-free chain of them, computed values, rows, checks. */
export const sample: FormDocument = {
  kind: 'form', id: 'sample', version: '1.0.0', title: 'Mẫu',
  schema: {
    type: 'object',
    $defs: {
      married: { properties: { status: { const: 'married' } }, required: ['status'] },
      minor: { properties: { age: { maximum: 17 } }, required: ['age'] },
      person: { type: 'object', required: ['name'], unevaluatedProperties: false, properties: { name: { type: 'string', minLength: 2, title: 'Tên' }, id: { type: 'string', format: 'personal-id', title: 'Số định danh' } } },
    },
    required: ['status', 'birth', 'members'],
    properties: {
      status: { title: 'Hôn nhân', oneOf: [{ const: 'single', title: 'Độc thân' }, { const: 'married', title: 'Đã kết hôn' }] },
      birth: { type: 'string', format: 'date', title: 'Ngày sinh' },
      age: { type: 'integer', readOnly: true },
      note: { type: 'string', maxLength: 20, title: 'Ghi chú' },
      post: { type: 'object', title: 'Bưu điện', required: ['address'], unevaluatedProperties: false, properties: { address: { type: 'string', title: 'Địa chỉ' }, phone: { type: 'string', title: 'Điện thoại' } } },
      members: {
        type: 'array', title: 'Thành viên', maxItems: 3,
        items: {
          type: 'object', required: ['name', 'birth'], unevaluatedProperties: false,
          properties: { name: { type: 'string', title: 'Tên' }, birth: { type: 'string', format: 'date', title: 'Ngày sinh' }, age: { type: 'integer', readOnly: true } },
          allOf: [{ if: { properties: { age: { maximum: 17 } }, required: ['age'] }, then: { required: ['guardian'], properties: { guardian: { type: 'string', title: 'Người giám hộ' } } } }],
        },
      },
      total: { type: 'integer', readOnly: true },
    },
    allOf: [
      { if: { $ref: '#/$defs/married' }, then: { required: ['spouse'], properties: { spouse: { $ref: '#/$defs/person', title: 'Vợ, chồng' } } } },
      { if: { $ref: '#/$defs/minor' }, then: { required: ['guardian'], properties: { guardian: { $ref: '#/$defs/person', title: 'Người giám hộ' } } } },
    ],
    unevaluatedProperties: false,
  } as JsonSchemaObject,
  steps: [{ id: 'one', title: 'Một', fields: ['/status', '/birth', '/note', '/spouse'] }, { id: 'two', title: 'Hai', fields: ['/guardian'] }, { id: 'three', title: 'Ba', fields: ['/post', '/members'] }],
  rules: {
    compute: [
      { to: '/age', value: { age: [{ var: '/birth' }, { today: [] }] } },
      { each: '/members', to: 'age', value: { age: [{ var: 'birth' }, { today: [] }] } },
      { to: '/total', value: { count: [{ var: '/members' }] } },
    ],
    checks: [{ that: { 'not-after': [{ var: '/birth' }, { today: [] }] }, at: '/birth', message: 'Ngày sinh không được sau hôm nay.' }],
  },
  papers: [{ id: 'consent', title: 'Giấy đồng ý', when: { $ref: '#/$defs/minor' }, required: true }],
  fees: [{ id: 'copies', kind: 'fee', title: 'Phí', amount: { '*': [{ var: '/total' }, 8000] } }],
};

export const samplePlan = (): FormPlan => compilePlan(sample);
export const TODAY = '2026-11-21';
