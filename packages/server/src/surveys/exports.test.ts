import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvOf, guarded, unguarded } from '../csv.js';
import { responseOf, surveyServer, type SurveyTestServer } from './surveys.test-helper.js';

/** What a spreadsheet may run, and what looks like it. */
const attacks = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '"=1', '\'=1', '\'\'=1', '＝1', '＋1', '－1', '＠x', '|calc', '%0', 'x\n=1', 'x\r\n+cmd|\' /C calc\'!A0', '\u00a0=1', '\u200b=1', '=HYPERLINK("http://evil.example","x")', '"', 'a,b;c', '😀 ổn', 'bình thường'];

describe('a cell', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('=', '+', '-', '@', '|', '%', '＝', '\t', '\r', '\n', ' ', '\'', '"', ',', ';', 'a', '\u00a0', '\ufeff', '1'), { maxLength: 12 }).map((all) => all.join('')), fc.constantFrom(...attacks));

  test('never begins with what a spreadsheet runs, on no line of it, and can be had back', () => {
    fc.assert(fc.property(text, (value) => {
      for (const line of guarded(value).split(/\r\n|\n|\r/)) expect(line).not.toMatch(/^[\s\p{Cc}\p{Cf}"“”‘’]*[=+\-@|%＝＋－＠｜％]/u);
      expect(unguarded(guarded(value))).toBe(value);
    }), { numRuns: 3000 });
  });

  test('comes back from another reader of CSV, with and without the mark', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.oneof(text, fc.integer()), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (rows, bom) => {
      const width = Math.min(...rows.map((row) => row.length));
      const table = rows.map((row) => row.slice(0, width));
      const written = csvOf(table, bom);
      expect(written.startsWith('\uFEFF')).toBe(bom);
      const read = parse(bom ? Buffer.from(written) : written, { bom, record_delimiter: '\r\n' });
      expect(read.map((row) => row.map(unguarded))).toEqual(table.map((row) => row.map(String)));
    }), { numRuns: 500 });
  });
});

let server: SurveyTestServer;
const given = attacks.map((comment, at) => ({ satisfaction: ['rat-hai-long', 'hai-long', 'khong-hai-long'][at % 3]!, comment, ...(at % 2 ? { ways: at % 4 === 1 ? ['counter', 'web'] : ['none'] } : {}), order: at % 2 ? ['time', 'cost'] : ['cost'], staff: { polite: 'hai-long' }, visits: at }));
beforeAll(async () => {
  server = await surveyServer();
  for (const answers of given) {
    const made = await server.send(responseOf(answers, { context: { agency: 'H99.01', procedure: '1.001193', channel: 'kiosk' }, order: { '/ways': ['counter', 'web', 'none'], '/satisfaction': ['hai-long'] } }));
    if (made.statusCode !== 201) throw new Error(made.body);
  }
}, 60_000);
afterAll(() => server.end());

// What the engine keeps of a text: without blanks at its ends.
const kept = async () => new Map((await server.get('/export?format=json')).json().responses.map((each: any) => [each.answers.visits, each]));

describe('an export', () => {
  test('is for the operator', async () => {
    for (const path of ['/export?format=csv', '/export?format=xlsx', '/codebook?format=csv']) expect((await server.get(path, {})).statusCode).toBe(401);
    for (const path of ['/export', '/export?format=pdf', '/codebook?format=xlsx']) expect((await server.get(path)).statusCode).toBe(400);
  });

  test('as JSON has every response as it was given, and no instant', async () => {
    const listed = await kept();
    expect(listed.size).toBe(given.length);
    for (const answers of given) {
      const { comment: _, ...rest } = answers;
      expect(listed.get(answers.visits)).toMatchObject({ day: '2026-11-21', agency: 'H99.01', procedure: '1.001193', channel: 'kiosk', outcome: 'complete', version: '1.0.0', order: { '/ways': ['counter', 'web', 'none'] }, answers: rest });
    }
    expect(JSON.stringify([...listed.values()])).not.toMatch(/T\d\d:\d\d|"(key|id|receipt|proof|month)"/);
  });

  test('as CSV comes back whole from another reader', async () => {
    const answer = await server.get('/export?format=csv&bom=1');
    expect([answer.headers['content-type'], answer.headers['cache-control'], answer.headers['content-disposition']]).toEqual(['text/csv; charset=utf-8', 'no-store', 'attachment; filename="thu-nghiem-phieu-khao-sat-tra-loi.csv"']);
    const rows = parse(answer.rawPayload, { bom: true, columns: true }) as Record<string, string>[];
    const listed = await kept();
    expect(rows.length).toBe(given.length);
    for (const row of rows) {
      const { answers } = listed.get(Number(row['/visits'])) as { answers: Record<string, any> };
      expect(unguarded(row['/comment']!)).toBe(answers['comment'] ?? '');
      expect(row['/satisfaction']).toBe(answers['satisfaction']);
      expect([row['/ways=web'], row['/ways=counter'], row['/ways=none']]).toEqual(['web', 'counter', 'none'].map((way) => (answers['ways']?.length ? String(Number(answers['ways'].includes(way))) : answers['ways'] ? '0' : '')));
      expect([row['/order#time'], row['/order#cost']]).toEqual(['time', 'cost'].map((each) => { const at = answers['order'].indexOf(each); return at < 0 ? '' : String(at + 1); }));
      expect([row['/staff/polite'], row['/staff/clear']]).toEqual(['hai-long', '']);
    }
    expect((await server.get('/export?format=csv')).rawPayload[0]).toBe('"'.charCodeAt(0));
    const orders = new Set<string>();
    for (let turn = 0; turn < 5; turn++) orders.add((parse((await server.get('/export?format=csv')).body, { columns: true }) as Record<string, string>[]).map((row) => row['/visits']).join());
    expect(orders.size).toBe(5);
  });

  test('as XLSX has texts as texts, in another reader too', async () => {
    const answer = await server.get('/export?format=xlsx');
    const [sheet] = await readXlsxFile(answer.rawPayload) as unknown as { data: unknown[][] }[];
    const [head, ...rows] = sheet!.data;
    const listed = await kept();
    const at = (name: string) => head!.indexOf(name);
    expect(rows.length).toBe(given.length);
    for (const row of rows) {
      const { answers } = listed.get(row[at('/visits')]) as { answers: Record<string, any> };
      const comment = row[at('/comment')];
      expect(String(comment ?? '').replace(/\r\n?/g, '\n').trim()).toBe(String(answers['comment'] ?? '').replace(/\r\n?/g, '\n').trim());
      expect(typeof (comment ?? '')).toBe('string');
      expect(row[at('/ways=web')]).toBe(answers['ways'] ? Number(answers['ways'].includes('web')) : null);
    }
  });

  test('has a codebook: every column is explained, every index has its formula', async () => {
    const book = (await server.get('/codebook?format=json')).json();
    const [head] = parse((await server.get('/export?format=csv')).body) as string[][];
    const explained = book.questions.flatMap((question: { columns: string[] }) => question.columns);
    expect(head!.filter((name) => name.startsWith('/'))).toEqual(explained);
    expect(book.questions.find(({ path }: { path: string }) => path === '/satisfaction').choices[0]).toEqual({ value: 'rat-hai-long', title: 'Rất hài lòng', score: 5 });
    expect(book.indices.map(({ formula }: { formula: string }) => formula)).toEqual([
      '100 × (số câu trả lời rat-hai-long, hai-long tại /satisfaction) / (số câu trả lời hợp lệ tại /satisfaction)',
      'Σ (điểm × số câu trả lời) / Σ (số câu trả lời có điểm) tại /staff; điểm: rat-hai-long = 5, hai-long = 4, binh-thuong = 3, khong-hai-long = 2, rat-khong-hai-long = 1',
      '100 × (số câu trả lời 9–10 − số câu trả lời 0–6) / (số câu trả lời tại /recommend)',
    ]);
    const table = parse((await server.get('/codebook?format=csv')).body, { columns: true }) as Record<string, string>[];
    expect(table.filter((row) => row['Loại'] === 'Chỉ số').map((row) => [row['Đường dẫn'], row['Công thức']])).toEqual(book.indices.map(({ id, formula }: { id: string; formula: string }) => [id, formula]));
    expect(table.filter((row) => row['Đường dẫn'] === '/ways').map((row) => [row['Cột'], row['Nhãn']])).toEqual([['/ways=web', 'Cổng dịch vụ'], ['/ways=counter', 'Một cửa'], ['/ways=none', 'Không có']]);
  });
});
