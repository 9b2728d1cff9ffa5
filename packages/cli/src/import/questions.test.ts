import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spokenOf } from './questions/condition.js';
import { importQuestions } from './questions/import-questions.js';
import { FIVE, kindOf } from './questions/kinds.js';
import { finishSurvey } from './survey/finish-survey.js';
import { surveySummary } from './survey/summary.test-helper.js';
import { NoFields } from './table/import-table.js';

const folder = join(import.meta.dirname, '../../fixtures/import/questions');
const names = readdirSync(folder).filter((name) => !name.endsWith('.expect.json'));

test.each(names)('%s becomes the survey that its author meant, and names what is gone', async (name) => {
  const expected = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.expect.json')), 'utf8'));
  const made = await finishSurvey(await importQuestions(readFileSync(join(folder, name)), 'x'));
  expect(made.faults).toEqual([]);
  expect({
    title: made.document.title, questions: surveySummary(made.document), pages: made.document.steps!.map((step) => `${step.id}: ${step.title}${step.fields ? ` (${step.fields.length})` : ''}`), losses: made.losses.map(({ path, reason }) => `${reason} ${path}`),
  }).toEqual(expected);
});

test.each<[string, string]>([
  ['Một lựa chọn', 'một lựa chọn'], ['Nhiều lựa chọn', 'nhiều lựa chọn'], ['Thang 5 mức', 'thang 5 mức'], ['Thang 3 mức', 'thang 3 mức'], ['Thang đo 5 mức độ', 'thang 5 mức'], ['Ma trận', 'ma trận'], ['Trả lời ngắn', 'văn bản ngắn'], ['Trả lời dài', 'văn bản dài'], ['Số', 'số'], ['Ngày', 'ngày'], ['Xếp hạng', 'xếp hạng'], ['NPS', 'NPS'], ['Sao', 'sao'],
  ['Khuôn mặt', 'khuôn mặt'], ['Có/Không', 'có/không'], ['Danh sách thả xuống', 'danh sách'], ['Thanh trượt', 'thanh trượt'], ['Tải lên tệp', 'tệp'], ['Liên hệ', 'thông tin liên hệ'], ['Checkbox', 'nhiều lựa chọn'], ['Radio', 'một lựa chọn'], ['Mức độ hài lòng', 'thang 5 mức'], ['Thang điểm 1-10', 'thang điểm'], ['MA TRAN', 'ma trận'],
])('%s is %s', (words, name) => { expect(kindOf(words)?.name).toBe(name); });

test('the levels are worth what the national portal says', () => { expect(FIVE.map(({ value, score }) => [value, score])).toEqual([['rat-hai-long', 5], ['hai-long', 4], ['binh-thuong', 3], ['khong-hai-long', 2], ['rat-khong-hai-long', 1]]); });

test.each([
  ['Câu 1 = Có', [{ key: '1', op: 'is', value: 'Có' }]], ['Nếu câu 2 chọn “Không hài lòng”', [{ key: '2', op: 'is', value: 'Không hài lòng' }]], ['Hiện khi câu 3 khác Có và câu 4 >= 5', [{ key: '3', op: 'is', value: 'Có', not: true }, { key: '4', op: 'gte', value: '5' }]], ['q5 > 3', [{ key: 'q5', op: 'gt', value: '3' }]],
])('%s is read', (text, parts) => { expect(spokenOf(text)?.parts).toEqual(parts); });
test.each(['khi cần', 'Câu 1', 'tùy trường hợp', 'Câu 1 = a và câu 2 = b hoặc câu 3 = c', ''])('%s is left in words', (text) => { expect(spokenOf(text)).toBeUndefined(); });

test('a choice that is called as every object answers has another code', async () => {
  const { document, faults } = await finishSurvey(await importQuestions(Buffer.from('Câu hỏi;Loại câu hỏi;Phương án trả lời\n"Thế nào?";"Ma trận";"constructor"'), 'bang'));
  expect(faults).toEqual([]);
  expect(JSON.stringify(document.schema)).toContain('"const":"constructor1","title":"constructor"');
});

describe('whatever comes', () => {
  const WORDS = ['STT', 'Câu hỏi', 'Loại câu hỏi', 'Một lựa chọn', 'Nhiều lựa chọn', 'Ma trận', 'Thang 5 mức', 'Sao 1-5', 'NPS', 'Lời dẫn', 'Đồng ý', 'Địa chỉ', 'Liên hệ', 'Xếp hạng', 'Tệp', 'x', 'có', '', '', '1', '1.1', '2', 'II', 'a; b; Khác (ghi rõ)', 'a;a', 'Câu 1 = a', 'Câu 2 khác b', 'Câu 1 > 3', 'constructor', '__proto__', 'Dòng: a; b\nCột: c; d', '\n', ';', 'Theo danh mục', '1: Kém; 5: Tốt'];
  test('a list of any cells becomes a survey without a fault, or is refused by name', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string() }), { maxLength: 8 }), { maxLength: 12 }), async (rows) => {
      const head = ['STT', 'Phần', 'Câu hỏi', 'Loại câu hỏi', 'Phương án trả lời', 'Bắt buộc', 'Điều kiện', 'Ghi chú'];
      const text = [head, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');
      try {
        const { faults } = await finishSurvey(await importQuestions(Buffer.from(text), 'bang'));
        expect(faults).toEqual([]);
      } catch (error) { if (!(error instanceof NoFields)) throw error; }
    }), { numRuns: 150, endOnFailure: true });
  });
});
