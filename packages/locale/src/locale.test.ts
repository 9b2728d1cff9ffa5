import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { bytes, collator, compareNames, fileTypes, format, inSentence, loadMoreWords, loadWords, number, tidyLabel, vi } from './index.js';
import { enBeside } from './en-beside.js';
import { enMore } from './en-more.js';
import { enStatus } from './en-status.js';
import { enStatusDoor } from './en-status-door.js';
import { enStatusMore } from './en-status-more.js';
import { viPlain } from './vi.js';
import { viBeside } from './vi-beside.js';
import national from '../../../schemas/statuses/national.json' with { type: 'json' };
import { viMore } from './vi-more.js';
import { viStatus } from './vi-status.js';
import { viStatusDoor } from './vi-status-door.js';
import { viStatusMore } from './vi-status-more.js';

const en = await loadWords('en');

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(hole => hole[1]).filter((name, i, all) => all.indexOf(name) === i).sort();
const lower = (names: (string | undefined)[]) => names.map(name => name?.toLowerCase()).sort();

describe('both languages say the same things', () => {
  for (const [name, source, other] of [['vi/en', vi, en], ['more', viMore, enMore], ['beside', viBeside, enBeside], ['status', viStatus, enStatus], ['status, door', viStatusDoor, enStatusDoor], ['status, more', viStatusMore, enStatusMore]] as const) {
    test(`${name}: same keys, same parameters`, () => {
      expect(Object.keys(other).sort()).toEqual(Object.keys(source).sort());
      for (const key of Object.keys(source)) {
        expect(lower(holes(other[key as never])), key).toEqual(lower(holes(source[key as never])));
        // Only English has plurals: by a number that the sentence has anyway, or by that of the words around it.
        for (const [, name] of String(other[key as never]).matchAll(/\{(\w+):/g)) expect([...holes(other[key as never]), 'n', 'limit'], key).toContain(name);
      }
    });
  }
  test('the ten statuses have the labels of the data', () => {
    for (const { key, labelVi, labelEn } of national.statuses) expect([viStatus[key as 'received'], enStatus[key as 'received']], key).toEqual([labelVi, labelEn]);
  });
  test('no "bạn", no double punctuation, no stray space, NFC', () => {
    for (const words of [vi, viMore, viBeside, viStatus, viStatusDoor, viStatusMore, en, enMore, enBeside, enStatus, enStatusDoor, enStatusMore]) {
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

test('labels inside a sentence', () => {
  expect(['Ngày cấp', 'CCCD', 'VNeID', 'Việt Nam', 'Đường', 'Số CCCD', 'I agree', 'Email'].map(inSentence))
    .toEqual(['ngày cấp', 'CCCD', 'VNeID', 'Việt Nam', 'đường', 'số CCCD', 'I agree', 'email']);
  expect(['1. Họ tên:', '(2) Giới tính', 'a) Nơi sinh *', '10.1. Quan hệ', '34 tỉnh'].map(tidyLabel)).toEqual(['Họ tên', 'Giới tính', 'Nơi sinh', 'Quan hệ', '34 tỉnh']);
});
test('numbers, sizes, kinds of files, plurals', () => {
  expect([format(vi.comboCount, { n: 12345 }), format(en.comboCount, { n: 1 }, 'en'), format(en.comboCount, { n: 0 }, 'en')]).toEqual(['12.345 kết quả', '1 result', '0 results']);
  expect(format('{a} {toString}{n:x|y}', { a: '$& $1' })).toBe('$& $1 y');
  expect([number(1000), number(1990), number(2100), number(2500), number(1.5), number(-1000), number(150000, 'en')]).toEqual(['1.000', '1990', '2100', '2.500', '1,5', '-1.000', '150,000']);
  expect([0, 1023, 1024, 840000, 1048575, 1572864, 10485760].map(n => bytes(n))).toEqual(['0 B', '1.023 B', '1 KB', '820 KB', '1 MB', '1,5 MB', '10 MB']);
  expect([fileTypes(['image/*', '.pdf']), fileTypes(['audio/*', 'video/*'], 'en')]).toEqual(['ảnh hoặc PDF', 'audio or video']);
  expect(fileTypes(['.jpg', 'image/jpeg', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], 'en')).toBe('JPG or Word (DOCX)');
});
test('dictionary order and order of people', () => {
  expect(['Đà', 'Da', 'Êm', 'Em', 'Dạ', 'Ế'].sort(collator().compare)).toEqual(['Da', 'Dạ', 'Đà', 'Em', 'Ế', 'Êm']);
  expect(['Nguyễn Văn Đức', 'Trần Thị An', 'Lê Văn Ân', 'Phạm An', 'Trần Bình An'].sort(compareNames)).toEqual(['Phạm An', 'Trần Bình An', 'Trần Thị An', 'Lê Văn Ân', 'Nguyễn Văn Đức']);
});
