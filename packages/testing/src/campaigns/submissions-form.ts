// The campaign's own form: small, so that what is measured is the road from a browser to the disk, and not a form.
import type { Submission } from '@dvc/core';
import type { FormDocument } from '@dvc/schema';

export const smallForm: FormDocument = {
  kind: 'form', id: 'thu-nghiem/phieu-nho', version: '1.0.0', title: 'Phiếu thử nghiệm',
  procedure: { code: '0.000000', agency: { level: 'commune', field: '/agency' } },
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
    properties: {
      agency: { type: 'string', title: 'Cơ quan', pattern: '^H99\\.[0-9]{2}$' },
      fullName: { type: 'string', title: 'Họ, chữ đệm, tên', minLength: 2, maxLength: 100 },
      copies: { type: 'integer', title: 'Số lượng bản sao', minimum: 0, maximum: 20 },
    },
    required: ['fullName'],
    unevaluatedProperties: false,
  },
  steps: [{ id: 'all', title: 'Thông tin', fields: ['/agency', '/fullName', '/copies'] }],
  papers: [{ id: 'proof', title: 'Giấy tờ kèm theo', required: { properties: { copies: { const: 20 } }, required: ['copies'] }, types: ['application/pdf'], maxBytes: 1000 }],
  fees: [{ id: 'copies', kind: 'fee', title: 'Bản sao', amount: { '*': [{ var: '/copies' }, 8000] }, when: { properties: { copies: { minimum: 1 } }, required: ['copies'] } }],
};

export type SentBody = Omit<Submission, 'idempotencyKey'>;

/** What a browser would send for the small form. */
export function smallBody(answers: { fullName: string; agency?: string; copies?: number }, today: string, more: Partial<SentBody> = {}): SentBody {
  return {
    document: { id: smallForm.id, version: smallForm.version },
    answers, papers: {}, codeLists: {},
    fees: answers.copies ? [{ id: 'copies', amount: answers.copies * 8000 }] : [],
    provenance: {}, today, locale: 'vi', ...more,
  };
}
