import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkFile } from '../check/index.js';
import { importFormio, NoForm, WhichForm } from './formio/import-formio.js';
import { run } from './index.js';
import { faultsOf } from './judge.js';
import { finish } from './result.js';
import { importTable, NoFields } from './table/import-table.js';
import { NotATable } from './table/read.js';

const fixtures = join(import.meta.dirname, '../../fixtures/import');
const dir = mkdtempSync(join(tmpdir(), 'dvc-import-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const call = async (...args: string[]) => {
  let out = '';
  let err = '';
  const status = await run(args, { cwd: dir, out: (text) => { out += text; }, err: (text) => { err += text; } });
  return { status, out, err };
};
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  copyFileSync(join(fixtures, 'tables/10-dieu-kien-bang-loi.xlsx'), join(dir, 'bang.xlsx'));
  copyFileSync(join(fixtures, 'surveyjs/22-nhieu-ngon-ngu.json'), join(dir, 'khao-sat.json'));
  copyFileSync(join(fixtures, 'questions/01-du-cot.xlsx'), join(dir, 'cau-hoi.xlsx'));
  copyFileSync(join(fixtures, 'formio/08-dieu-kien-json-va-ma-lenh.json'), join(dir, 'formio.json'));
});

describe('the command', () => {
  test('writes YAML with a comment on what wants a look, that dvc check reads without an error', async () => {
    const { status, out, err } = await call('bang.xlsx', '--id', 'ho-tich/thu', '--title', 'Tờ khai thử');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('Đã ghi bang.yaml: 4 trường');
    expect(out).toContain('S!D3  Họ tên vợ/chồng: điều kiện: Khi đã kết hôn');
    const text = readFileSync(join(dir, 'bang.yaml'), 'utf8');
    expect(text).toMatch(/# XEM LẠI: điều kiện: Khi đã kết hôn\. [^\n]+\n +hoTenVoChong:/);
    expect(parseYaml(text)).toMatchObject({ id: 'ho-tich/thu', title: 'Tờ khai thử', version: '1.0.0' });
    expect((await checkFile(join(dir, 'bang.yaml'))).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('writes JSON and a report, in English when asked', async () => {
    const { status, out } = await call('formio.json', '--out', 'ra.json', '--report', 'mat.json', '--lang', 'en');
    expect([status, out.includes('Wrote ra.json')]).toEqual([0, true]);
    expect(await faultsOf(JSON.parse(readFileSync(join(dir, 'ra.json'), 'utf8')))).toEqual([]);
    const report = JSON.parse(readFileSync(join(dir, 'mat.json'), 'utf8')) as Record<string, string>[];
    expect(report).toContainEqual({ path: '/components/8/customConditional', component: 'Mã lệnh', what: "customConditional: show = data.a === 'x' && data.n > 3;", why: 'The condition is code and cannot be translated.', instead: 'The question is always shown and optional; say the condition with "when".' });
  });

  test.each([[['khao-sat.json'], 'khao-sat.yaml', '3 câu hỏi, 1 trang'], [['khao-sat.json', '--kind', 'surveyjs', '--id', 'khao-sat/thu'], 'khao-sat.yaml', '3 câu hỏi'], [['cau-hoi.xlsx', '--kind', 'questions'], 'cau-hoi.yaml', '13 câu hỏi, 3 trang']])('%j becomes a survey that dvc check reads without an error', async (args, file, sentence) => {
    const { status, out, err } = await call(...args);
    expect([status, err, out.includes(sentence), out]).toEqual([0, '', true, out]);
    expect(parseYaml(readFileSync(join(dir, file), 'utf8'))).toMatchObject({ kind: 'survey', survey: { mode: 'pages' } });
    expect((await checkFile(join(dir, file))).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('asks which of several surveys', async () => {
    const survey = (title: string) => ({ title, pages: [{ elements: [{ type: 'text', name: 'a' }] }] });
    writeFileSync(join(dir, 'kho.json'), JSON.stringify({ data: [{ id: 1, json: survey('Một') }, { id: 2, json: survey('Hai') }] }));
    expect((await call('kho.json', '--kind', 'surveyjs')).err).toContain('--form với một trong các tên: Một, Hai');
    expect((await call('kho.json', '--kind', 'surveyjs', '--form', 'Hai')).out).toContain('1 câu hỏi');
  });

  test('never writes over a file, unless told to', async () => {
    writeFileSync(join(dir, 'bang.yaml'), 'giữ');
    const refused = await call('bang.xlsx');
    expect([refused.status, refused.err.includes('--force'), readFileSync(join(dir, 'bang.yaml'), 'utf8')]).toEqual([2, true, 'giữ']);
    expect((await call('bang.xlsx', '--force')).status).toBe(0);
  });

  test.each([
    [['khong-co.xlsx'], 'Không đọc được tệp'], [['x.docx'], 'Chỉ nhập được'], [['x.json'], 'không phải JSON'], [['rong.json'], 'không thấy "components"'], [['cu.xls'], 'Excel kiểu cũ'], [['hong.xlsx'], 'bị hỏng'], [['chu.csv'], 'Không tìm thấy bảng trường'],
    [['hai.json'], '--form với một trong các tên: mot, hai'], [['bang.xlsx', '--id', 'Có Dấu'], 'Mã biểu mẫu chỉ gồm'], [[], 'Cách dùng'], [['a', 'b'], 'Cách dùng'], [['bang.xlsx', '--lang', 'fr'], 'Cách dùng'], [['bang.xlsx', '--kind', 'pdf'], 'Cách dùng'], [['rong.json', '--kind', 'surveyjs'], 'không thấy "pages"'], [['bang.xlsx', '--kind', 'surveyjs'], 'Chỉ nhập được'],
  ])('%j is refused with what to do', async (args, sentence) => {
    writeFileSync(join(dir, 'x.docx'), '');
    writeFileSync(join(dir, 'x.json'), '{');
    writeFileSync(join(dir, 'rong.json'), '{"a":1}');
    writeFileSync(join(dir, 'cu.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]));
    writeFileSync(join(dir, 'hong.xlsx'), Buffer.from('PK\u0003\u0004 hỏng'));
    writeFileSync(join(dir, 'chu.csv'), 'một đoạn chữ\nhai');
    writeFileSync(join(dir, 'hai.json'), JSON.stringify([{ type: 'form', name: 'mot', components: [] }, { type: 'form', name: 'hai', components: [] }]));
    const { status, err } = await call(...args);
    expect([status, err.includes(sentence), err]).toEqual([2, true, err]);
    expect(existsSync(join(dir, 'x.yaml'))).toBe(false);
  });
});

const known = (error: unknown) => error instanceof NotATable || error instanceof NoFields || error instanceof NoForm || error instanceof WhichForm;
const WORDS = ['STT', 'Tên trường', 'Mã', 'Kiểu dữ liệu', 'Bắt buộc', 'Lựa chọn', 'Điều kiện', 'Mặc định', 'Độ dài', 'Nhóm', 'x', 'có', '', '', '1', '1.1', 'II', 'Văn bản', 'Số', 'Ngày', 'Bảng', 'Nhóm', 'Danh mục', 'Địa chỉ', 'Tệp', 'a=1;b=2', 'a;a', 'Họ tên', 'constructor', '__proto__', '12', 'Nam/Nữ', '\n', ';'];

test('a cell with nothing but the star of what is required is a label all the same, and is named', async () => {
  const { document, losses, faults } = await finish(await importTable(Buffer.from('STT;Tên trường;Kiểu dữ liệu\n1;Họ tên;Văn bản\n2;*;Tệp'), 'bang'));
  expect(faults).toEqual([]);
  expect(document.papers).toMatchObject([{ title: '*' }]);
  expect(losses).toContainEqual(expect.objectContaining({ reason: 'label-missing', about: '*' }));
});

describe('whatever comes', () => {
  test('a table of any cells becomes a form without a fault, or is refused by name', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string() }), { maxLength: 8 }), { maxLength: 12 }), async (rows) => {
      const head = ['STT', 'Mã', 'Tên trường', 'Kiểu dữ liệu', 'Bắt buộc', 'Lựa chọn', 'Mặc định', 'Nhóm'];
      const text = [head, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');
      try {
        const { faults } = await finish(await importTable(Buffer.from(text), 'bang'));
        expect(faults).toEqual([]);
      } catch (error) { if (!known(error)) throw error; }
    }), { numRuns: 60, endOnFailure: true });
  });

  const leaf = fc.oneof(fc.constantFrom('a', 'b', 'nam', '1', 'true', '', '^(a+)+$', '<b>x</b>', '__proto__', 'constructor', 'a.b', true, false, null, 3, -1), fc.string(), fc.constant([]), fc.constant({}));
  const component = fc.letrec<{ one: Record<string, unknown>; list: Record<string, unknown>[] }>((tie) => ({
    list: fc.oneof({ maxDepth: 2, depthIdentifier: 'c' }, fc.constant<Record<string, unknown>[]>([]), fc.array(tie('one'), { maxLength: 3 })),
    one: fc.record({
      type: fc.constantFrom('textfield', 'number', 'radio', 'select', 'selectboxes', 'checkbox', 'panel', 'fieldset', 'columns', 'table', 'tabs', 'container', 'datagrid', 'editgrid', 'datamap', 'file', 'day', 'datetime', 'survey', 'tags', 'hidden', 'content', 'form', 'address', 'currency', 'la'),
      key: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'a.b', 'constructor'), leaf), label: leaf, title: leaf, legend: leaf, components: tie('list'), values: fc.oneof(leaf, fc.array(fc.record({ label: leaf, value: leaf }), { maxLength: 3 })),
      columns: fc.oneof(leaf, fc.array(fc.record({ components: tie('list') }), { maxLength: 2 })), rows: fc.oneof(leaf, fc.array(fc.array(fc.record({ components: tie('list') }), { maxLength: 2 }), { maxLength: 2 })),
      multiple: leaf, defaultValue: leaf, validate: fc.oneof(leaf, fc.record({ required: leaf, min: leaf, max: leaf, minLength: leaf, maxLength: leaf, pattern: leaf, step: leaf }, { requiredKeys: [] })), questions: fc.oneof(leaf, fc.array(fc.record({ label: leaf, value: leaf }), { maxLength: 2 })),
      conditional: fc.oneof(leaf, fc.record({ show: leaf, when: fc.constantFrom('a', 'b', 'c', 'd', 'x'), eq: leaf }), fc.record({ show: leaf, conjunction: leaf, conditions: fc.array(fc.record({ component: fc.constantFrom('a', 'b', 'c'), operator: fc.constantFrom('isEqual', 'isNotEqual', 'isEmpty', 'includes', 'startsWith', 'greaterThan', 'la'), value: leaf }), { maxLength: 2 }) })),
      hidden: leaf, disabled: leaf, description: leaf, placeholder: leaf, suffix: leaf, data: leaf, dataSrc: leaf, dataType: leaf, inputMask: leaf, filePattern: leaf, fileMaxSize: leaf, decimalLimit: leaf, errors: leaf, logic: leaf,
    }, { requiredKeys: ['type', 'key'] }),
  }));
  test('a Form.io document of any parts becomes a form without a fault, or is refused by name', async () => {
    await fc.assert(fc.asyncProperty(fc.array(component.one, { maxLength: 4 }), fc.constantFrom('form', 'wizard'), leaf, async (some, display, title) => {
      const components = some.length > 0 ? some : [{ type: 'textfield', key: 'a' }];
      try {
        const { faults } = await finish(await importFormio({ title, display, components }, 'x'));
        expect(faults).toEqual([]);
      } catch (error) { if (!known(error)) throw error; }
    }), { numRuns: 100, endOnFailure: true });
  });
});
