import plain from './plain-schema.json' with { type: 'json' };
import small from './small-form.json' with { type: 'json' };

export { plain, small };
export const smallAnswers = { fullName: 'Đặng Thị Ngọc Huyền', phone: '0912345678', kind: 'civil-status', day: '2026-12-01' };
/** One problem of each sort that a page developer meets. */
export const broken = { kind: 'form', id: 'Khai Sinh', version: '1', schema: { type: 'object', properties: { name: { type: 'text' } } }, steps: [{ id: 'one', title: 'Bước 1', fields: ['/nobody'] }] };
