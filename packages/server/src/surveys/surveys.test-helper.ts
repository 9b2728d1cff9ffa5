// A channel of surveys for tests, as a process of its own would have it: without dossiers.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import type { JsonObject } from '@dvc/schema';
import { emptyDatabase } from '@dvc/testing/campaigns/submissions-template.js';
import { cache, noon, schemasDir, writeForm } from '../server.test-helper.js';
import type { SurveyDocument, SurveyTerms } from './questions.js';
import { createSurveyServer, type SurveyServer, type SurveyServerOptions } from './server.js';

export const operator = { authorization: `Bearer ${'t'.repeat(40)}` };
export const newId = () => randomBytes(16).toString('base64url');
const satisfied = [['rat-hai-long', 'Rất hài lòng'], ['hai-long', 'Hài lòng'], ['binh-thuong', 'Bình thường'], ['khong-hai-long', 'Không hài lòng'], ['rat-khong-hai-long', 'Rất không hài lòng']] as const;

/** One question of every kind that is counted. */
export function smallSurvey(survey: SurveyTerms = {}, more: Partial<SurveyDocument> = {}): SurveyDocument {
  const scale = { oneOf: satisfied.map(([value, title]) => ({ const: value, title })), 'x-dvc': { widget: 'scale', scores: Object.fromEntries(satisfied.map(([value], at) => [value, 5 - at])) } };
  return {
    kind: 'survey', id: 'thu-nghiem/phieu-khao-sat', version: '1.0.0', title: 'Phiếu thử nghiệm',
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
      properties: {
        satisfaction: { type: 'string', title: 'Mức độ hài lòng', ...scale },
        ways: { type: 'array', title: 'Kênh đã dùng', uniqueItems: true, maxItems: 3, items: { oneOf: [{ const: 'web', title: 'Cổng dịch vụ' }, { const: 'counter', title: 'Một cửa' }, { const: 'none', title: 'Không có' }] }, 'x-dvc': { widget: 'checkboxes', exclusive: ['none'], shuffle: true } },
        order: { type: 'array', title: 'Điều quan trọng', uniqueItems: true, items: { oneOf: [{ const: 'time', title: 'Thời gian' }, { const: 'cost', title: 'Chi phí' }] }, 'x-dvc': { widget: 'ranking' } },
        staff: { type: 'object', title: 'Cán bộ', properties: { polite: { type: 'string', title: 'Lịch sự', ...scale }, clear: { type: 'string', title: 'Rõ ràng', ...scale } }, 'x-dvc': { widget: 'matrix' } },
        recommend: { type: 'integer', title: 'Giới thiệu', minimum: 0, maximum: 10, 'x-dvc': { widget: 'nps' } },
        visits: { type: 'integer', title: 'Số lần đi lại', minimum: 0, maximum: 100 },
        comment: { type: 'string', title: 'Góp ý', maxLength: 500, 'x-dvc': { widget: 'textarea' } },
      },
      required: ['satisfaction'],
      allOf: [{ if: { properties: { satisfaction: { const: 'khong-hai-long' } }, required: ['satisfaction'] }, then: { properties: { why: { type: 'string', title: 'Vì sao?' } } } }],
      unevaluatedProperties: false,
    } as unknown as SurveyDocument['schema'],
    steps: [{ id: 'all', title: 'Ý kiến', fields: ['/satisfaction', '/why', '/ways', '/order', '/staff', '/recommend', '/visits', '/comment'] }],
    survey: {
      anonymous: true,
      screenOut: [{ id: 'often', when: { properties: { visits: { const: 99 } }, required: ['visits'] }, text: 'Phiếu này không dành cho ông/bà.' }],
      indices: [
        { id: 'hai-long', title: 'Tỷ lệ hài lòng', kind: 'share', of: ['/satisfaction'], values: ['rat-hai-long', 'hai-long'] },
        { id: 'diem', title: 'Điểm trung bình', kind: 'mean', of: ['/staff'] },
        { id: 'nps', title: 'NPS', kind: 'nps', of: ['/recommend'] },
      ],
      ...survey,
    },
    ...more,
  };
}

export interface SurveyTestServer extends SurveyServer {
  dir: string;
  logged: string[];
  send(response: SurveyResponse, headers?: Record<string, string>): Promise<{ statusCode: number; body: string; headers: Record<string, unknown>; json: () => any }>;
  withdraw(id: string, receipt: string, survey?: string): Promise<{ statusCode: number; body: string }>;
  get(path: string, headers?: Record<string, string>): Promise<{ statusCode: number; body: string; rawPayload: Buffer; headers: Record<string, unknown>; json: () => any }>;
  end(): Promise<void>;
}

export const responseOf = (answers: JsonObject, more: Partial<SurveyResponse> = {}): SurveyResponse => ({
  id: newId(), revision: 1, document: { id: 'thu-nghiem/phieu-khao-sat', version: '1.0.0' }, answers, outcome: 'complete', locale: 'vi', ...more,
});

export async function surveyServer(documents: readonly SurveyDocument[] = [smallSurvey()], options: SurveyServerOptions = {}): Promise<SurveyTestServer> {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-surveys-'));
  const documentsDir = join(dir, 'documents');
  for (const document of documents) writeForm(documentsDir, document);
  const codeListsDir = join(dir, 'code-lists');
  mkdirSync(codeListsDir);
  writeFileSync(join(codeListsDir, 'agencies.json'), JSON.stringify({ id: 'agencies', version: '1', items: Array.from({ length: 9 }, (_, at) => ({ code: `H99.0${at + 1}`, name: `Phường ${at + 1}` })) }));
  const dataDir = options.dataDir ?? join(dir, 'data');
  if (!options.surveys?.databaseUrl && !existsSync(join(dataDir, 'surveys/pg'))) await emptyDatabase(join(dataDir, 'surveys'), cache, true);
  const logged: string[] = [];
  const server = await createSurveyServer({
    dataDir, schemasDir, codeListsDir, now: () => noon, adminToken: 't'.repeat(40), log: { write: (line) => { logged.push(line); } }, ...options,
    surveys: { dir: documentsDir, batch: 1, limits: { client: 1e6, all: 1e6 }, ...options.surveys },
  });
  const { app } = server;
  const at = (survey: string) => `/api/v1/surveys/${encodeURIComponent(survey)}`;
  return {
    ...server, dir, logged,
    send: (response, headers = {}) => app.inject({ method: 'PUT', url: `${at(response.document.id)}/responses/${response.id}`, payload: JSON.stringify(response), headers: { 'x-dvc': '1', 'content-type': 'application/json', ...headers } }),
    withdraw: (id, receipt, survey = 'thu-nghiem/phieu-khao-sat') => app.inject({ method: 'DELETE', url: `${at(survey)}/responses/${id}`, headers: { 'x-dvc': '1', 'dvc-receipt': receipt } }),
    get: (path, headers = operator) => app.inject({ url: `${at('thu-nghiem/phieu-khao-sat')}${path}`, headers }),
    end: async () => { await server.close(); rmSync(dir, { recursive: true, force: true }); },
  };
}
