import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorSentence, loadWords, paperSentence, vi, type FieldLike, type Words } from './index.js';
import { viPlain } from './vi.js';
import { viRest } from './vi-rest.js';

const en = await loadWords('en');
const languages: Words[] = [vi, en];

const controls = [
  'text', 'textarea', 'number', 'money', 'checkbox', 'radio', 'select', 'checkboxes', 'combobox', 'date', 'partial-date', 'time', 'date-time', 'file',
  'list', 'tuple', 'group', 'map', 'entry', 'paper', undefined,
];
const codes = [
  'required', 'type', 'enum', 'const', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems',
  'uniqueItems', 'pattern', 'format', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'propertyNames', 'minProperties', 'maxProperties',
  'contains', 'minContains', 'maxContains', 'dependentRequired', 'oneOf', 'anyOf', 'not', 'false', 'items', 'prefixItems', 'properties', 'patternProperties', '$ref', 'allOf', 'then', 'else',
  'dependentSchemas', 'readOnly', 'check', 'code-list', 'unsafe-name',
  'fee-unknown', 'paper-missing', 'paper-type', 'paper-size', 'paper-empty', 'paper-count', 'paper-offline', 'paper-server', 'paper-uploading', 'paper-failed', 'something-new', 'toString', '__proto__',
];
const labels = ['Họ, chữ đệm, tên', '1. Số định danh cá nhân:', 'CCCD', 'Ông/bà có cùng nơi cư trú không?', '', 'a'.repeat(200), 'Nơi ở hiện tại (trong 12 tháng gần nhất)', 'I agree', '$& $1 {limit}', 'Phần A', 'Mục đích'];

/** As schemas have them: a number of 300 digits is nobody's limit. */
const size = (value: unknown): boolean => (typeof value === 'number' ? Math.abs(value) < 1e30 : typeof value !== 'object' || value === null || Object.values(value).every(size));
const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }).filter(size), fc.constantFrom(1, 0, 2, 1000, 0.01, '', 'date', 'length', 'array', 'null', '^\\d{12}$', undefined, ['string', 'null'], ['integer', 'string'], ['day', 'year']));
const names = ['limit', 'expected', 'values', 'value', 'pattern', 'example', 'format', 'reason', 'days', 'missing', 'matched', 'property', 'first', 'second', 'types', 'multipleOf', 'name', 'row'];
const params = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }) as fc.Arbitrary<Record<string, unknown>>;
const path = fc.constantFrom(undefined, '', '/a', '/list/3', '/nhà~1đất', '/__proto__', '/toString', '/', `/${'x'.repeat(300)}`);
/** Every code, and whatever else the words have a key for: a server may make up any. */
const code = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...codes) }, fc.constantFrom(...Object.keys(vi)), fc.string());

describe('a sentence for every issue, whatever it carries', () => {
  test.each(languages)('$lang', (words) => {
    fc.assert(fc.property(code, fc.constantFrom(...controls), fc.constantFrom(...labels), params, path, fc.boolean(), (code, control, label, params, path, named) => {
      const field: FieldLike = { label, control, ...named ? { option: (value) => (value === 1 ? 'Một' : undefined), sibling: (name) => (name === 'a' ? 'Dân tộc' : undefined) } : {} };
      const issue = { code, params, path };
      const sentence = control === 'paper' ? paperSentence(issue, label, words) : errorSentence(issue, field, words);
      // What came with the issue is said as it came; all else must read well.
      const given = [...Object.values(params).flat().filter((each) => typeof each === 'string' && each.trim() !== ''), ...Object.keys(params), path ?? '', label].map(String);
      const ours = given.sort((a, b) => b.length - a.length).reduce((text, each) => (each.length > 2 ? text.replaceAll(each, '') : text), sentence);
      const at = JSON.stringify({ code, control, label, params, path, sentence });
      expect(sentence.endsWith('.'), at).toBe(true);
      expect(sentence.length, at).toBeLessThan(400);
      if (!label.includes('{') && !given.some((each) => /[{}]/.test(each))) expect(ours, at).not.toMatch(/[{}]/);
      if (!JSON.stringify(params).match(/undefined|null|NaN|\[object/)) expect(ours, at).not.toMatch(/undefined|null|NaN|\[object|Infinity/);
      expect(sentence, at).not.toMatch(/(mục|phần) (mục|phần) (này|A)/i);
      // No name of a keyword reaches a citizen.
      expect(ours, at).not.toMatch(/\b(minLength|maxLength|minItems|maxItems|uniqueItems|oneOf|anyOf|allOf|propertyNames|additionalProperties|unevaluated|dependentRequired|multipleOf|patternProperties)\b/);
    }), { numRuns: 4000, seed: 3 });
  });

  test.each(languages)('$lang: no blank, no doubled stop, a capital first', (words) => {
    for (const code of codes) for (const control of controls) for (const label of ['1. Số định danh cá nhân:', 'Ông/bà có cùng nơi cư trú không?', 'Phần A']) {
      for (const params of [{}, { limit: 1, matched: 2, expected: ['null'], first: 1, second: 3 }, { limit: 10485760, types: ['application/pdf'], expected: ['integer', 'null'], reason: 'length' }, { format: 'tax-code', reason: 'check-digit', property: 'hoTen', values: ['a', 'b'], value: 'x' }, { format: 'nonsense', value: false }]) {
        const sentence = control === 'paper' ? paperSentence({ code, params }, label, words) : errorSentence({ code, params, path: '/rows/1' }, { label, control }, words);
        const at = JSON.stringify({ code, control, label, params, sentence });
        expect(sentence, at).not.toMatch(/\s{2}|[.,;:?!]\s*[.,;!?]|\s[.,;]/u);
        expect(sentence.charAt(0), at).toBe(sentence.charAt(0).toUpperCase());
      }
    }
  });
});

const say = (code: string, params: object, control = 'text', label = 'Số lượng bản sao', more: object = {}) => [vi, en].map((words) =>
  (code.startsWith('paper-') ? paperSentence({ code, params: params as never }, label, words) : errorSentence({ code, params: params as never, ...more }, { label, control, ...more }, words)));

// What the evaluator itself says is in packages/testing/src/sentences.test.ts: here, what other places send, and the ways of labels.
describe('the most exact sentence', () => {
  test.each([
    [say('required', {}, 'text', '1. Họ, chữ đệm, tên:'), 'Nhập họ, chữ đệm, tên.'],
    [say('required', {}, 'select', 'Dân tộc'), 'Chọn dân tộc.'],
    [say('required', {}, 'radio', 'Ông/bà có cùng nơi cư trú không?'), 'Chọn một câu trả lời.'],
    [say('required', {}, 'checkbox', 'Tôi cam đoan nội dung trên là đúng.'), 'Đánh dấu vào ô “Tôi cam đoan nội dung trên là đúng”.'],
    [say('required', {}, 'date', 'Ngày, tháng, năm sinh'), 'Nhập ngày, tháng, năm sinh, ví dụ 27/09/1990.'],
    [say('required', {}, 'partial-date', 'Ngày, tháng, năm sinh'), 'Nhập ngày, tháng, năm sinh; nếu không rõ ngày, tháng thì chỉ ghi năm.'],
    [say('required', {}, 'list', 'Gồm những ai?'), 'Thêm ít nhất một mục vào phần này.'],
    [say('maximum', { limit: 20 }), 'Số lượng bản sao không được quá 20.'],
    [say('maximum', { limit: 2000000 }, 'money', 'Lệ phí'), 'Lệ phí không được quá 2.000.000 đồng.'],
    [say('minimum', { limit: 2000 }, 'money', 'Lệ phí'), 'Lệ phí phải từ 2.000 đồng trở lên.'],
    [say('minimum', { limit: 1900 }, 'number', 'Năm kết hôn'), 'Năm kết hôn phải từ 1900 trở lên.'],
    [say('maxLength', { limit: 1000 }, 'textarea', 'Lý do'), 'Nhập tối đa 1.000 ký tự ở mục lý do. Viết ngắn lại.'],
    [say('maximum', { limit: 5 }, 'number', 'Ông/bà cần mấy bản sao?'), 'Mục này không được quá 5.'],
    [say('minLength', { limit: 3 }, 'text', 'Họ và tên'), 'Nhập ít nhất 3 ký tự ở mục họ và tên.'],
    [say('minLength', { limit: 3 }, 'text', 'Vì sao?'), 'Nhập ít nhất 3 ký tự ở mục này.'],
    [say('minLength', { limit: 3 }, 'text', 'Phần A'), 'Nhập ít nhất 3 ký tự ở phần A.'],
    [say('minLength', { limit: 3 }, 'text', 'Mục đích'), 'Nhập ít nhất 3 ký tự ở mục mục đích.'],
    [say('uniqueItems', {}, 'list', 'Gồm những ai?'), 'Phần này có mục trùng nhau. Sửa hoặc xóa mục bị trùng.'],
    [say('const', {}, 'radio', 'Có con chung không?'), 'Câu trả lời ở mục này không được chấp nhận. Chọn câu trả lời khác.'],
    [say('maxLength', {}), 'Kiểm tra lại số lượng bản sao.'],
    [say('type', { expected: ['integer'] }, 'money', 'Lệ phí'), 'Nhập lệ phí bằng chữ số, ví dụ 150.000.'],
    [say('multipleOf', { multipleOf: 1000 }), 'Số lượng bản sao phải chia hết cho 1.000, ví dụ 1.000 hoặc 2000. Nhập lại.'],
    [say('multipleOf', { limit: 1000 }, 'money', 'Lệ phí'), 'Lệ phí phải chia hết cho 1.000 đồng, ví dụ 1.000 hoặc 2.000 đồng. Nhập lại.'],
    [say('format', { format: 'partial-date', reason: 'incomplete', missing: ['month', 'year'] }, 'partial-date', 'Ngày cấp'), 'Ngày cấp còn thiếu tháng và năm. Nhập cho đủ.'],
    [say('format', { format: 'date-time', reason: 'day', days: 28 }, 'date-time', 'Giờ hẹn'), 'Ngày ở mục giờ hẹn không có trong lịch: tháng này chỉ có 28 ngày. Kiểm tra lại ngày và tháng.'],
    [say('format', { format: 'date-time', reason: 'no-time' }, 'date-time', 'Thời điểm sinh'), 'Thời điểm sinh còn thiếu giờ. Nhập thêm giờ và phút, ví dụ 08:30.'],
    [say('format', { format: 'iso-date-time', reason: 'time' }, 'date-time', 'Thời điểm sinh'), 'Giờ ở mục thời điểm sinh chưa đúng. Nhập giờ và phút từ 00:00 đến 23:59, ví dụ 08:30.'],
    [say('format', { format: 'time', reason: 'range' }, 'time', 'Giờ hẹn'), 'Giờ hẹn phải trong khoảng từ 00:00 đến 23:59. Kiểm tra và nhập lại.'],
    [say('format', { format: 'ipv4', reason: 'pattern' }, 'text', 'Địa chỉ máy'), 'Địa chỉ máy chưa đúng. Nhập bốn số từ 0 đến 255, cách nhau bằng dấu chấm, ví dụ 192.168.1.10.'],
    [say('format', { format: 'int32', reason: 'range', minimum: -2147483648, maximum: 2147483647 }, 'number', 'Số thứ tự'), 'Số thứ tự phải từ -2.147.483.648 đến 2.147.483.647. Kiểm tra và nhập lại.'],
    [say('required', {}, 'file', 'Ảnh chân dung'), 'Chưa có ảnh chân dung. Chọn tệp để đính kèm.'],
    [say('format', { format: 'idn-email', reason: 'pattern' }, 'text', 'Thư điện tử'), 'Thư điện tử chưa đúng. Nhập theo mẫu ten@example.vn.'],
    [say('pattern', { pattern: '^(?=x).*', example: 'AB-12' }, 'text', 'Mã số'), 'Mã số chưa đúng mẫu. Nhập theo mẫu, ví dụ AB-12.'],
    [say('const', { value: 'm' }, 'select', 'Giới tính'), 'Câu trả lời ở mục giới tính không được chấp nhận. Chọn câu trả lời khác.'],
    [say('const', { value: 'm' }, 'select', 'Giới tính', { option: () => 'Nam' }), 'Chọn “Nam” ở mục giới tính.'],
    [say('dependentRequired', { property: 'soNha' }, 'text', 'Đường'), 'Cần khai thêm đường, vì ông/bà đã khai mục “so nha”.'],
    [say('dependentRequired', { property: 'soNha' }, 'text', 'Đường', { sibling: () => 'Số nhà' }), 'Cần khai thêm đường, vì ông/bà đã khai mục “Số nhà”.'],
    [say('unevaluatedItems', {}, 'list', 'Thành viên'), 'Phần thành viên có mục thừa. Xóa mục đó.'],
    [say('additionalProperties', {}, 'entry', 'Ghi chú'), 'Có nội dung không thuộc biểu mẫu này. Tải lại trang rồi nhập lại.'],
    [say('readOnly', {}), 'Mục số lượng bản sao không sửa được. Tải lại trang để lấy lại nội dung ban đầu.'],
    [say('unsafe-name', {}, 'map', 'Ghi chú', { path: '/__proto__' }), 'Phần ghi chú không nhận mục tên “__proto__”. Đặt tên khác hoặc xóa mục này.'],
    [say('next', {}), 'Kiểm tra lại số lượng bản sao.'],
    [say('check', {}, 'date', 'Ngày cấp'), 'Ngày cấp không khớp với câu trả lời khác. Kiểm tra lại cả hai.'],
    [say('code-list', { codeList: 'provinces' }, 'combobox', 'Tỉnh'), 'Câu trả lời ở mục tỉnh không có trong danh mục. Chọn lại trong danh sách.'],
    [say('paper-missing', {}, 'text', 'Giấy chứng sinh'), 'Chưa có giấy chứng sinh. Chọn tệp để đính kèm.'],
    [say('paper-size', { limit: 10485760 }), 'Tệp vượt quá 10 MB. Chọn tệp nhẹ hơn hoặc chụp lại với cỡ ảnh nhỏ hơn.'],
    [say('paper-type', { types: ['application/pdf', 'image/jpeg', 'image/png'] }), 'Tệp không đúng loại. Chọn tệp PDF, JPG hoặc PNG.'],
  ])('%j', ([got], wanted) => expect(got).toBe(wanted));

  test.each([
    [say('minLength', { limit: 1 }, 'text', 'Name'), 'Enter name.'],
    [say('maxItems', { limit: 1 }, 'list', 'Members'), 'At most 1 item is allowed under members. Remove some.'],
    [say('minContains', { limit: 2, matched: 1 }, 'list', 'Members'), '2 items under members must meet the requirement; 1 does now. Add the missing ones.'],
    [say('minItems', { limit: 2 }, 'list', 'Who are they?'), 'At least 2 items are needed under this part. Add the missing ones.'],
  ])('%j', ([, got], wanted) => expect(got).toBe(wanted));

  test("the author's sentence wins", () => {
    expect(errorSentence({ code: 'check', params: {}, message: 'Ngày sinh không được sau ngày hôm nay.' }, { label: 'x' }, vi)).toBe('Ngày sinh không được sau ngày hôm nay.');
  });
});

test('without the rarer sentences there still is one', () => {
  const plain = viPlain as unknown as Words;
  expect(errorSentence({ code: 'uniqueItems', params: {} }, { label: 'Thành viên', control: 'list' }, plain)).toBe('Kiểm tra lại thành viên.');
  expect(errorSentence({ code: 'pattern', params: { pattern: '^\\d{12}$' } }, { label: 'Số định danh' }, plain)).toBe('Số định danh chưa đúng mẫu. Kiểm tra và nhập lại.');
  expect(errorSentence({ code: 'unevaluatedProperties', params: {}, path: '/x' }, { label: 'Tờ khai' }, plain)).toBe('Có nội dung không thuộc biểu mẫu này. Tải lại trang rồi nhập lại.');
});

test('every error sentence can be reached', () => {
  const reached = new Set<string>();
  const spy = new Proxy(vi, { get: (all, key) => { reached.add(String(key)); return all[key as 'invalid']; } });
  const after = (words: object, first: string) => Object.keys(words).slice(Object.keys(words).indexOf(first));
  const wanted = [...after(viPlain, 'invalid'), ...after(viRest, 'required.partial-date')];
  for (const key of wanted) {
    const [code = '', a = '', b = ''] = key.replace(/\.bare$/, '').split('.');
    const label = key.endsWith('.bare') ? 'Sao?' : 'Mục';
    for (const control of [a, 'text', 'list', 'group', 'map', 'checkbox', 'radio', 'select']) for (const path of [undefined, '/2']) for (const limit of [0, 1, 3, 0.01]) for (const value of [true, false, 'x', null, {}]) {
      const params = { limit, value, expected: [a], format: a, ...(b ? { reason: b } : {}), types: 'PDF', days: 28, missing: ['day'], matched: 2, property: 'a', first: 1, second: 2, values: ['a'] };
      errorSentence({ code, params, path }, { label, control }, spy);
    }
  }
  for (const pattern of ['^\\d{2}$', '^[\\p{L} ]+$', '^[A-Z]', '-$', '[a-z]{2,}', '^\\S+$', '^[1-5]\\d{0,2}.$', '^[A-Cx]{2,3}(a[A-Za-z])?$', '^01\\d{2}$', '^[1-9]\\d$']) errorSentence({ code: 'pattern', params: { pattern } }, { label: 'Mã' }, spy);
  for (const code of ['uniqueItems', 'dependentRequired', 'oneOf']) for (const control of ['text', 'list']) errorSentence({ code, params: {} }, { label: 'Mã', control }, spy);
  errorSentence({ code: 'pattern', params: { example: 'A' } }, { label: 'Mã' }, spy);
  errorSentence({ code: 'readOnly', params: {} }, { label: 'Mã' }, spy);
  errorSentence({ code: 'type', params: { expected: ['string', 'integer'] } }, { label: 'Mã' }, spy);
  errorSentence({ code: 'type', params: { expected: ['boolean'] } }, { label: 'Mã?', control: 'checkbox' }, spy);
  expect(wanted.filter((key) => !reached.has(key))).toEqual([]);
});
