// The surveys and the results under attack. See xss-slots.ts for the marks.
import type { SurveyResults } from '@dvc/core/survey/results.js';
import type { JsonObject } from '@dvc/schema';
import { quiet, text, value } from './xss-slots.js';

const choices = (what: string) => [{ const: 'a', title: text(`title of a choice of ${what}`) }, { const: 'b', title: 'B' }, { const: 'c', title: 'C' }];
const ends = (what: string) => [text(`first end of ${what}`), text(`last end of ${what}`)];
const scores = { a: 3, b: 2, c: 1 };
const row = (what: string) => ({ type: 'string', title: text(`row of ${what}`), oneOf: choices(what) });
const asked = { type: 'string', title: text('title of a required question'), 'x-dvc': { hint: text('hint of a question'), messages: { required: text('message of a question') } } };

/** One survey with every type of question and every text of the language. */
export const SURVEY: JsonObject = {
  kind: 'survey', id: 'thu/tan-cong', version: '1.0.0', title: text('survey title'), description: text('survey description'),
  schema: {
    type: 'object', required: ['asked'],
    properties: {
      asked, name: { type: 'string', title: 'Tên' }, area: { type: 'string', title: 'Góp ý', 'x-dvc': { widget: 'textarea' } },
      piped: { type: 'string', title: quiet('title in place of a piped one'), 'x-dvc': { titleParts: [text('words before a piped answer'), { var: '/name' }] } },
      radio: { title: 'Một', oneOf: choices('radio buttons'), 'x-dvc': { widget: 'radio' } }, select: { title: 'Chọn', oneOf: choices('a list'), 'x-dvc': { widget: 'select' } },
      boxes: { type: 'array', uniqueItems: true, title: text('title of a group of boxes'), items: { oneOf: choices('a group of boxes') }, 'x-dvc': { widget: 'checkboxes', exclusive: ['c'], other: { choice: 'b', field: 'other' } } },
      yes: { type: 'boolean', title: text('title of a question of yes or no'), 'x-dvc': { widget: 'yes-no' } }, level: { title: 'Mức', oneOf: choices('a scale'), 'x-dvc': { widget: 'scale', scores } }, face: { title: 'Mặt', oneOf: choices('faces'), 'x-dvc': { widget: 'faces', scores } },
      stars: { type: 'integer', minimum: 1, maximum: 5, title: 'Sao', 'x-dvc': { widget: 'stars', ends: ends('stars') } }, rating: { type: 'integer', minimum: 1, maximum: 5, title: 'Điểm', 'x-dvc': { widget: 'rating', ends: ends('a rating') } }, nps: { type: 'integer', minimum: 0, maximum: 10, title: 'NPS', 'x-dvc': { widget: 'nps', ends: ends('NPS') } },
      matrix: { type: 'object', title: text('title of a matrix'), properties: { one: row('a matrix'), two: { type: 'string', title: 'Hai', oneOf: choices('a matrix') } }, 'x-dvc': { widget: 'matrix' } },
      rank: { type: 'array', uniqueItems: true, title: text('title of a ranking'), items: { oneOf: choices('a ranking') }, 'x-dvc': { widget: 'ranking' } },
      pictures: { title: 'Ảnh', oneOf: choices('pictures'), 'x-dvc': { widget: 'images', images: { a: { src: 'hinh.svg', alt: quiet('alt of a picture') } } } },
      days: { type: 'number', minimum: 0, maximum: 30, title: text('title of a slider'), 'x-dvc': { widget: 'slider' } }, visits: { type: 'integer', title: 'Lần' }, received: { type: 'string', format: 'date', title: text('title of a date') },
      picture: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png', title: text('title of a file'), 'x-dvc': { widget: 'file' } },
      contact: { type: 'object', title: text('title of a contact'), properties: { fullName: { type: 'string', title: text('title in a contact') } }, 'x-dvc': { widget: 'contact' } },
      consent: { type: 'boolean', title: text('title of a consent'), 'x-dvc': { widget: 'consent' } }, out: { type: 'boolean', title: 'Dừng', 'x-dvc': { widget: 'yes-no' } },
    },
    allOf: [{ if: { properties: { boxes: { contains: { const: 'b' } } }, required: ['boxes'] }, then: { properties: { other: { type: 'string', title: text('title of the words of another choice') } } } }],
  },
  steps: [{ id: 'one', title: text('title of a section'), hint: text('hint of a section'), fields: ['/asked', '/name', '/area', '/piped', '/radio', '/select', '/boxes', '/yes', '/level', '/face', '/stars', '/rating', '/nps', '/matrix', '/rank', '/pictures', '/days', '/visits', '/received', '/picture', '/contact', '/consent', '/out'] }],
  survey: { anonymous: false, thanks: text('thanks'), screenOut: [{ id: 'out', when: { properties: { out: { const: true } }, required: ['out'] }, text: text('words for who is not asked') }] },
};

/** Of somebody who has written attacks; `asked` is missing. */
export const SURVEY_ANSWERS: JsonObject = {
  name: text('answer that is piped'), area: value('answer in a box'), piped: value('answer of one line'), radio: quiet('answer that is no choice'), boxes: ['b', quiet('answer that is none of the boxes')], other: value('words of another choice'), visits: quiet('answer that is no number'),
  contact: { fullName: value('answer in a contact'), [quiet('name that is not asked')]: quiet('answer that is not asked') }, matrix: { [quiet('row that is none')]: 'a' }, [quiet('question that is none')]: quiet('answer to nothing'),
};
/** Of somebody who gets through. */
export const SURVEY_SOUND: JsonObject = { asked: quiet('answer that is sent'), name: 'x' };
export const SURVEY_ISSUES = [{ path: '/area', code: 'taken', params: {}, message: quiet('message about an answer') }, { path: quiet('path of an issue of a survey'), code: quiet('code of an issue of a survey'), params: {} }];
export const SURVEY_INCIDENT = { kind: 'failed', reason: 'server', incident: text('incident of a survey') } as const;

const counts = (what: string, title = text) => [{ value: quiet(`value of ${what}`), title: title(`title of ${what}`), count: 9, score: 2 }, { value: 'b', title: 'B', count: 6, score: 1 }];
const offer = (what: string) => ({ id: quiet(`id of ${what}`), title: text(`title of ${what} that is offered`) });
const group = (what: string) => [{ id: quiet(`id of ${what} compared`), title: text(`title of ${what} compared`), responses: 9, indices: [{ id: 'share', value: 60, n: 9 }] }, { id: 'x', title: 'X', responses: 6, indices: [{ id: 'share', value: 50, n: 6 }] }];
const question = (kind: string, more: object = {}) => ({ path: `/${kind}`, title: text(`title of results of ${kind}`), kind, n: 15, counts: counts(`a choice of ${kind}`, /^(matrix|ranking|number)$/.test(kind) ? quiet : text), mean: 1.6, median: 2, minimum: 1, maximum: 2, ...more });

/** What a keeper of responses may say, of every kind of question. */
export const RESULTS = {
  survey: { id: quiet('id of a survey'), title: text('title of the results'), versions: [quiet('version of a survey')] }, filter: {}, minSample: 5, at: 1_795_000_000_000,
  responses: { complete: 15, partial: 0, screenedOut: 0, invited: 30, rate: 50 },
  questions: [
    question('choice'), question('many'), question('scale'), question('number', { counts: [{ value: '1', title: '1', count: 9 }, { value: '2', title: '2', count: 6 }] }), question('nps', { counts: Array.from({ length: 11 }, (_, at) => ({ value: String(at), title: String(at), count: at > 5 ? 5 : 0 })) }),
    question('matrix', { rows: [question('scale', { path: '/matrix/one', title: text('row of the results of a matrix') })] }), question('ranking', { rows: [question('number', { path: '/ranking/a', title: text('choice of the results of a ranking') })] }),
    { path: '/text', title: text('title of results of texts'), kind: 'text', n: 7, texts: [text('words of a citizen'), 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy'] },
  ],
  indices: [{ id: 'share', title: text('title of an index'), value: 60, unit: 'percent', n: 15, formula: text('formula of an index'), class: text('class of an index'), sources: [text('source of an index')], confidence: 'low', note: text('note of an index') }, { id: 'points', title: 'Điểm', value: null, unit: 'points', n: 15, formula: 'x', missing: [text('missing part of an index')] }],
  periods: group('a period'), agencies: group('an agency'), offers: { agencies: [offer('an agency'), { id: 'x', title: 'X' }], procedures: [offer('a procedure'), { id: 'x', title: 'X' }], channels: [quiet('channel that is offered'), 'kiosk'] },
} as unknown as SurveyResults;
export const RESULTS_PERIODS = [{ id: quiet('id of a report period'), title: text('title of a report period'), from: '2026-07-01', to: '2026-09-30' }];
export const RESULTS_INCIDENT = { kind: 'failed', reason: 'server', incident: text('incident of results') } as const;
