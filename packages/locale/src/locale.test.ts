import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { bytes, collator, compareNames, errorSentence, fileTypes, format, inSentence, loadMoreWords, loadWords, number, paperSentence, tidyLabel, vi } from './index.js';
import { enMore } from './en-more.js';
import { viPlain } from './vi.js';
import { viMore } from './vi-more.js';

const en = await loadWords('en');

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)/g)].map(hole => hole[1]).filter((name, i, all) => all.indexOf(name) === i).sort();
const lower = (names: (string | undefined)[]) => names.map(name => name?.toLowerCase()).sort();

describe('both languages say the same things', () => {
  for (const [name, source, other] of [['vi/en', vi, en], ['more', viMore, enMore]] as const) {
    test(`${name}: same keys, same parameters`, () => {
      expect(Object.keys(other).sort()).toEqual(Object.keys(source).sort());
      for (const key of Object.keys(source)) {
        expect(lower(holes(other[key as never])), key).toEqual(lower(holes(source[key as never])));
      }
    });
  }
  test('no "bạn", no double punctuation, no stray space, NFC', () => {
    for (const words of [vi, viMore, en, enMore]) {
      for (const [key, sentence] of Object.entries(words)) {
        expect(sentence, key).not.toMatch(/[.,;:?!…]\s*[.,;:?!]|\s{2}|^\s|\s$|\s[.,;:!?]|''/u);
        expect(sentence, key).toBe(sentence.normalize('NFC'));
        expect(sentence.toLowerCase(), key).not.toMatch(/(^|[^\p{L}])bạn([^\p{L}]|$)/u);
      }
    }
  });
  test('the official words stand as they must', () => {
    expect(viMore.sentTitle).toBe('Xác nhận đã nộp hồ sơ trực tuyến');
    expect(viMore.dossierCode).toBe('Mã hồ sơ');
    expect(viMore.lookupSecret).toBe('Mã tra cứu');
    expect(viMore.sentState).toBe('Hồ sơ đang chờ tiếp nhận; chưa có ngày hẹn trả kết quả.');
    expect(viMore.paperHeld).toBe('cơ quan tiếp nhận tự tra cứu được, ông/bà chỉ nộp khi được yêu cầu.');
  });
  test('what every form loads stays small', () => {
    expect(gzipSync(JSON.stringify(viPlain), { level: 9 }).length).toBeLessThan(1700);
  });
  test('a language that we do not speak gets Vietnamese', async () => {
    expect(await loadWords('fr')).toEqual(vi);
    expect(await loadWords('en-GB')).toEqual(en);
    expect(await loadMoreWords('en')).toBe(enMore);
    expect(await loadMoreWords('vi-VN')).toBe(viMore);
  });
});

const controls = ['text', 'textarea', 'number', 'money', 'checkbox', 'radio', 'select', 'checkboxes', 'combobox', 'date', 'partial-date', 'time', 'date-time', 'file', 'list', 'paper', undefined];
const codes = [
  'required', 'type', 'enum', 'const', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems',
  'uniqueItems', 'pattern', 'format', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'propertyNames', 'minProperties', 'maxProperties',
  'contains', 'minContains', 'maxContains', 'dependentRequired', 'oneOf', 'anyOf', 'not', 'false', 'check', 'code-list',
  'paper-missing', 'paper-type', 'paper-size', 'paper-empty', 'paper-count', 'paper-offline', 'paper-server', 'paper-uploading', 'paper-failed', 'something-new', 'toString', '__proto__',
];
const labels = ['Họ, chữ đệm, tên', '1. Số định danh cá nhân:', 'CCCD', 'Ông/bà có cùng nơi cư trú không?', '', 'a'.repeat(200), 'Nơi ở hiện tại (trong 12 tháng gần nhất)', 'I agree', '$& $1 {limit}'];
const paramSets = [{}, { limit: 3 }, { limit: 10485760, types: ['application/pdf'], expected: ['integer', 'null'], reason: 'length' }, { format: 'tax-code', reason: 'check-digit' }, { format: 'nonsense' }, { limit: null, missing: ['toString', 3], format: 'date', reason: 'incomplete' }];

describe('a sentence for every issue', () => {
  for (const words of [vi, en]) {
    test(words.lang, () => {
      for (const code of codes) for (const control of controls) for (const label of labels) for (const params of paramSets) {
        const sentence = control === 'paper' ? paperSentence({ code, params }, label, words) : errorSentence({ code, params }, { label, control }, words);
        const at = JSON.stringify({ code, control, label, params, sentence });
        expect(sentence.endsWith('.'), at).toBe(true);
        if (!label.includes('{')) expect(sentence, at).not.toMatch(/[{}]|mục mục|phần mục|undefined|null|NaN|\[object|\s{2}|[.,;:?!]\s*[.,;!?]|\s[.,;]/u);
        expect(sentence.charAt(0), at).toBe(sentence.charAt(0).toUpperCase());
      }
    });
  }
  const say = (code: string, params: object, control = 'text', label = 'Số lượng bản sao') =>
    (code.startsWith('paper-') ? paperSentence({ code, params: params as never }, label, vi) : errorSentence({ code, params: params as never }, { label, control }, vi));
  test.each([
    [say('required', {}, 'text', '1. Họ, chữ đệm, tên:'), 'Nhập họ, chữ đệm, tên.'],
    [say('required', {}, 'select', 'Dân tộc'), 'Chọn dân tộc.'],
    [say('required', {}, 'radio', 'Ông/bà có cùng nơi cư trú không?'), 'Chọn một câu trả lời.'],
    [say('required', {}, 'checkbox', 'Tôi cam đoan nội dung trên là đúng.'), 'Đánh dấu vào ô “Tôi cam đoan nội dung trên là đúng”.'],
    [say('required', {}, 'date', 'Ngày, tháng, năm sinh'), 'Nhập ngày, tháng, năm sinh, ví dụ 27/09/1990.'],
    [say('required', {}, 'partial-date', 'Ngày, tháng, năm sinh'), 'Nhập ngày, tháng, năm sinh; nếu không rõ ngày, tháng thì chỉ ghi năm.'],
    [say('maximum', { limit: 20 }), 'Số lượng bản sao không được quá 20.'],
    [say('maximum', { limit: 2000000 }, 'money', 'Lệ phí'), 'Lệ phí không được quá 2.000.000 đồng.'],
    [say('minimum', { limit: 1900 }, 'number', 'Năm kết hôn'), 'Năm kết hôn phải từ 1900 trở lên.'],
    [say('maximum', { limit: 5 }, 'number', 'Ông/bà cần mấy bản sao?'), 'Mục này không được quá 5.'],
    [say('uniqueItems', {}, 'list', 'Gồm những ai?'), 'Mục này có mục trùng nhau. Xóa mục bị trùng.'],
    [say('const', {}, 'radio', 'Có con chung không?'), 'Câu trả lời ở mục này không được chấp nhận. Chọn câu trả lời khác.'],
    [say('maxLength', {}), 'Kiểm tra lại số lượng bản sao.'],
    [say('type', { expected: ['integer'] }, 'number'), 'Nhập số lượng bản sao bằng số nguyên, ví dụ 12.'],
    [say('type', { expected: ['integer'] }, 'money', 'Lệ phí'), 'Nhập lệ phí bằng chữ số, ví dụ 150.000.'],
    [say('const', { value: true }, 'checkbox', 'Tôi cam đoan'), 'Đánh dấu vào ô “Tôi cam đoan” để tiếp tục.'],
    [say('const', { value: false }, 'checkbox', 'Đã chết'), 'Câu trả lời ở mục đã chết không được chấp nhận. Chọn câu trả lời khác.'],
    [say('multipleOf', { limit: 1 }), 'Số lượng bản sao phải là số nguyên, không có phần lẻ.'],
    [say('multipleOf', { multipleOf: 1000 }), 'Số lượng bản sao phải là bội số của 1000.'],
    [say('format', { format: 'personal-id', reason: 'length' }, 'text', 'Số định danh cá nhân'), 'Số định danh cá nhân phải có đúng 12 chữ số. Kiểm tra lại trên thẻ căn cước.'],
    [say('format', { format: 'partial-date', reason: 'incomplete', missing: ['month', 'year'] }, 'partial-date', 'Ngày cấp'), 'Ngày cấp còn thiếu tháng và năm. Nhập cho đủ.'],
    [say('format', { format: 'date-time', reason: 'day', days: 28 }, 'date-time', 'Giờ hẹn'), 'Ngày ở mục giờ hẹn không có trong lịch: tháng này chỉ có 28 ngày. Kiểm tra lại ngày và tháng.'],
    [say('format', { format: 'date-time', reason: 'no-time' }, 'date-time', 'Thời điểm sinh'), 'Thời điểm sinh còn thiếu giờ. Nhập thêm giờ và phút, ví dụ 08:30.'],
    [say('format', { format: 'iso-date-time', reason: 'time' }, 'date-time', 'Thời điểm sinh'), 'Giờ ở mục thời điểm sinh chưa đúng. Nhập giờ và phút từ 00:00 đến 23:59, ví dụ 08:30.'],
    [say('format', { format: 'time', reason: 'range' }, 'time', 'Giờ hẹn'), 'Giờ hẹn phải trong khoảng từ 00:00 đến 23:59. Kiểm tra và nhập lại.'],
    [say('format', { format: 'ipv4', reason: 'pattern' }, 'text', 'Địa chỉ máy'), 'Địa chỉ máy chưa đúng. Nhập bốn số từ 0 đến 255, cách nhau bằng dấu chấm, ví dụ 192.168.1.10.'],
    [say('format', { format: 'int32', reason: 'range', minimum: -2147483648, maximum: 2147483647 }, 'number', 'Số thứ tự'), 'Số thứ tự phải từ -2.147.483.648 đến 2.147.483.647. Kiểm tra và nhập lại.'],
    [say('required', {}, 'file', 'Ảnh chân dung'), 'Chọn tệp cho mục ảnh chân dung.'],
    [say('format', { format: 'date', reason: 'day', days: 28 }, 'date', 'Ngày cấp'), 'Ngày ở mục ngày cấp không có trong lịch: tháng này chỉ có 28 ngày. Kiểm tra lại ngày và tháng.'],
    [say('paper-missing', {}, 'text', 'Giấy chứng sinh'), 'Chưa có giấy chứng sinh. Chọn tệp để đính kèm.'],
    [say('paper-size', { limit: 10485760 }), 'Tệp vượt quá 10 MB. Chọn tệp nhẹ hơn hoặc chụp lại với cỡ ảnh nhỏ hơn.'],
    [say('paper-type', { types: ['application/pdf', 'image/jpeg', 'image/png'] }), 'Tệp không đúng loại. Chọn tệp PDF, JPG hoặc PNG.'],
  ])('%s', (got, wanted) => expect(got).toBe(wanted));
  test('every error sentence can be reached', () => {
    const reached = new Set<string>();
    const spy = new Proxy(vi, { get: (all, key) => { reached.add(String(key)); return all[key as 'invalid']; } });
    const first = Object.keys(vi).indexOf('invalid');
    for (const key of Object.keys(vi).slice(first)) {
      const [code = '', a = '', b = ''] = key.replace(/\.bare$/, '').split('.');
      const label = key.endsWith('.bare') ? 'Sao?' : 'Mục';
      for (const control of [...controls, a]) {
        errorSentence({ code, params: { limit: a === '1' ? 1 : 3, expected: [a], format: a, ...(b ? { reason: b } : {}), types: 'PDF', days: 28, missing: ['day'] } }, { label, control }, spy);
      }
    }
    expect(Object.keys(vi).slice(first).filter(key => !reached.has(key))).toEqual([]);
  });
  test('the author\'s sentence wins', () => {
    expect(errorSentence({ code: 'check', params: {}, message: 'Ngày sinh không được sau ngày hôm nay.' }, { label: 'x' }, vi)).toBe('Ngày sinh không được sau ngày hôm nay.');
  });
});

test('labels inside a sentence', () => {
  expect(['Ngày cấp', 'CCCD', 'VNeID', 'Việt Nam', 'Đường', 'Số CCCD', 'I agree', 'Email'].map(inSentence))
    .toEqual(['ngày cấp', 'CCCD', 'VNeID', 'Việt Nam', 'đường', 'số CCCD', 'I agree', 'email']);
  expect(['1. Họ tên:', '(2) Giới tính', 'a) Nơi sinh *', '10.1. Quan hệ', '34 tỉnh'].map(tidyLabel)).toEqual(['Họ tên', 'Giới tính', 'Nơi sinh', 'Quan hệ', '34 tỉnh']);
});
test('numbers, sizes, kinds of files, plurals', () => {
  expect([format(vi.comboCount, { n: 12345 }), format(en.comboCount, { n: 1 }, 'en'), format(en.comboCount, { n: 0 }, 'en')]).toEqual(['12.345 kết quả', '1 result', '0 results']);
  expect(format('{a} {toString}{n:x|y}', { a: '$& $1' })).toBe('$& $1 y');
  expect([number(1990), number(1.5), number(150000, 'en')]).toEqual(['1990', '1,5', '150,000']);
  expect([0, 1023, 1024, 840000, 1048575, 1572864, 10485760].map(n => bytes(n))).toEqual(['0 B', '1023 B', '1 KB', '820 KB', '1 MB', '1,5 MB', '10 MB']);
  expect([fileTypes(['image/*', '.pdf']), fileTypes(['audio/*', 'video/*'], 'en')]).toEqual(['ảnh hoặc PDF', 'audio or video']);
  expect(fileTypes(['.jpg', 'image/jpeg', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], 'en')).toBe('JPG or Word (DOCX)');
});
test('dictionary order and order of people', () => {
  expect(['Đà', 'Da', 'Êm', 'Em', 'Dạ', 'Ế'].sort(collator().compare)).toEqual(['Da', 'Dạ', 'Đà', 'Em', 'Ế', 'Êm']);
  expect(['Nguyễn Văn Đức', 'Trần Thị An', 'Lê Văn Ân', 'Phạm An', 'Trần Bình An'].sort(compareNames)).toEqual(['Phạm An', 'Trần Bình An', 'Trần Thị An', 'Lê Văn Ân', 'Nguyễn Văn Đức']);
});
