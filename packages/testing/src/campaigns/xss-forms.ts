// The forms under attack: documents, plain schemas, data, and what a back end says. See xss-slots.ts for the marks.
import type { Acknowledgement, Change, CodeList } from '@dvc/core';
import type { Issue, JsonObject } from '@dvc/schema';
import { attribute, quiet, text, value } from './xss-slots.js';

const FALSE = { '==': [1, 2] };
const when = { properties: { area: { type: 'string' } }, required: ['area'] };

/** One document with every control and every text of the language. */
export const DOCUMENT: JsonObject = {
  $schema: quiet('$schema of the document'), kind: 'form', id: quiet('document id'), version: quiet('document version'), title: text('document title'), description: text('document description'),
  procedure: {
    code: quiet('procedure code'), title: quiet('procedure title'),
    legalBasis: [{ title: quiet('legal basis'), url: quiet('url of a legal basis') }],
    cases: [{ id: 'case', title: text('case title'), when: { type: 'object' }, fees: [{ id: quiet('fee id'), kind: 'charge', title: text('fee title of a case'), amount: 1000 }] }],
  },
  schema: {
    $schema: quiet('$schema'), $id: quiet('$id'), $comment: quiet('$comment'), type: 'object', title: quiet('title of the schema'), description: quiet('description of the schema'),
    required: ['asked', 'rows', 'group'],
    properties: {
      asked: { type: 'string', title: text('title of a field'), examples: [quiet('examples')], 'x-dvc': { hint: text('x-dvc hint'), autocomplete: attribute('autocomplete'), messages: { required: text('x-dvc message') } } },
      described: { type: 'string', title: 'Mô tả', description: text('description of a field'), default: value('default'), format: quiet('format'), 'x-dvc': { privacy: quiet('privacy') } },
      known: { type: 'string', title: 'Họ tên', 'x-dvc': { prefill: 'fullName', widget: quiet('widget') } },
      area: { type: 'string', title: 'Nội dung', 'x-dvc': { widget: 'textarea' } },
      number: { type: 'integer', title: 'Số', minimum: 1 }, money: { type: 'integer', title: 'Số tiền', 'x-dvc': { widget: 'money' } },
      date: { type: 'string', format: 'date', title: 'Ngày' }, partial: { type: 'string', format: 'partial-date', title: 'Năm sinh' },
      phone: { type: 'string', format: 'phone', title: 'Điện thoại' }, email: { type: 'string', format: 'email', title: 'Thư' }, personalId: { type: 'string', format: 'personal-id', title: text('title of a field with a format') },
      select: { enum: [text('enum value'), 'b'], title: 'Chọn', 'x-dvc': { widget: 'select' } },
      labelled: { enum: ['a', 'b'], title: 'Chọn tiếp', 'x-dvc': { widget: 'radio', enumLabels: { a: text('enumLabels'), [quiet('enumLabels of nothing')]: 'x' } } },
      radio: {
        title: text('title of a group of options'),
        oneOf: [{ const: quiet('const of an option'), title: text('title of an option'), description: text('description of an option') }, { const: text('const without a title') }, { const: 'x', title: 'X', 'x-dvc': { hint: text('hint of an option') } }],
      },
      search: { enum: [text('enum value in a combobox'), 'b'], title: text('title of a combobox'), 'x-dvc': { widget: 'combobox' } },
      listed: { type: 'string', title: 'Cơ quan', 'x-dvc': { codeList: { id: quiet('code list id') } } },
      narrowed: { type: 'string', title: 'Xã', 'x-dvc': { codeList: { id: 'communes', within: 'listed' } } },
      boxes: { type: 'array', uniqueItems: true, title: text('title of checkboxes'), items: { oneOf: [{ const: quiet('const of a checkbox'), title: text('title of a checkbox') }, { const: 'y', title: 'Y' }] } },
      tick: { type: 'boolean', title: text('title of a statement') },
      fixed: { const: quiet('const'), title: quiet('title of a fixed value') },
      computed: { type: 'string', readOnly: true, title: text('title of a computed value') },
      names: { type: 'object', title: 'Tên', properties: { [text('name of a property')]: { type: 'string' } } },
      group: { type: 'object', title: text('title of a group'), description: text('description of a group'), required: ['inside'], properties: { inside: { type: 'string', title: text('title inside a group') } } },
      rows: {
        type: 'array', title: text('title of a list'), description: text('description of a list'), minItems: 2, 'x-dvc': { rowTitle: text('rowTitle') },
        items: { type: 'object', title: quiet('title of a row'), properties: { one: { type: 'string', title: text('title inside a row') } } },
      },
      texts: { type: 'array', title: 'Các dòng', items: { type: 'string', title: text('title of a text in a list') } },
      width: { type: 'string', title: 'Hẹp', 'x-dvc': { width: quiet('width') } },
    },
    if: when, then: { properties: { late: { type: 'string', title: text('title under a condition') } } },
  },
  steps: [
    { id: 'first', title: text('step title'), hint: text('step hint'), fields: ['/asked', '/described', '/known', '/area', '/number', '/money', '/date', '/partial', '/phone', '/email', '/personalId', '/late'] },
    { id: quiet('step id'), title: 'Lựa chọn', fields: ['/select', '/labelled', '/radio', '/search', '/listed', '/narrowed', '/boxes', '/tick', '/fixed', '/computed', '/names', '/group', '/rows', '/texts', '/width'] },
  ],
  rules: {
    compute: [{ to: '/computed', value: { cat: [{ var: '/area' }, text('text of a rule')] } }],
    checks: [{ id: quiet('check id'), that: FALSE, at: '/area', message: text('message of a check') }, { that: FALSE, at: '/email', level: 'warning', message: text('message of a warning') }],
  },
  papers: [
    { id: 'paper', title: text('paper title'), hint: text('paper hint'), sourceDb: text('source database'), types: ['application/pdf', quiet('media type')] },
    { id: quiet('paper id'), title: text('title of a required paper'), required: true },
  ],
  fees: [{ id: 'fee', kind: quiet('fee kind'), title: text('fee title'), amount: 2000, confidence: 'low', note: quiet('note of a fee'), reductions: [{ id: 'reduction', title: text('title of a reduction'), when, percent: 50 }] }],
  delivery: { methods: [quiet('method of delivery')] },
  notices: [{ id: quiet('notice id'), text: text('notice') }, { id: 'review', at: 'review', text: text('notice at the review') }],
  translations: {
    en: { '/title': { of: text('document title'), text: text('translation') }, '/schema/properties/asked/title': { of: 'x', text: quiet('stale translation') } },
    [quiet('language of a translation')]: { [quiet('pointer of a translation')]: { of: 'a', text: 'b' } },
  },
};

/** Answers that fit no control: each is shown as it is, and reported. */
export const ODD: JsonObject = {
  asked: '', area: value('data in a text area'), number: value('data in a number'), money: value('data in an amount'), date: quiet('data in a date'), partial: quiet('data in a partial date'),
  phone: value('data in a telephone number'), email: value('data in an e-mail address'), personalId: value('data in a personal id'), select: quiet('data in a select'), labelled: quiet('data in radio buttons'), radio: [quiet('a list in radio buttons')],
  search: value('data in a combobox'), listed: value('data in a combobox with a code list'), narrowed: value('data in a narrowed combobox'), boxes: [quiet('data in checkboxes')], tick: quiet('data in a checkbox'), computed: quiet('data in a computed value'),
  names: { [text('name of a property')]: value('data under a hostile name') }, group: { inside: '', [quiet('name that nobody declared')]: quiet('data that nobody declared') },
  rows: [{ one: value('data in a row') }, quiet('a text in place of a row')], texts: [value('text in a list'), { [quiet('name in place of a text')]: 1 }], width: { a: quiet('an object in a text') }, late: value('data under a condition'),
  [quiet('name of undeclared data')]: [quiet('undeclared data')],
};

/** Answers that can be sent. */
export const SOUND: JsonObject = {
  asked: text('data read again'), area: text('long data read again'), select: text('enum value'), radio: text('const without a title'), search: text('enum value in a combobox'), listed: quiet('code'), boxes: [quiet('const of a checkbox')], tick: true,
  group: { inside: text('data in a group read again') }, rows: [{ one: text('data in a row read again') }, {}], texts: [text('text in a list read again')], names: { [text('name of a property')]: text('data under a name read again') },
};

export const IDENTITY: JsonObject = { fullName: value('identity') };

/** A code list that an agency has let somebody else write. */
export const LIST: CodeList = { id: 'any', version: quiet('version of a list'), source: quiet('source of a list'), items: [{ code: quiet('code'), name: text('name of a code'), nameEn: quiet('English name of a code'), aliases: [quiet('alias')], formerly: [text('former name')] }, { code: 'b', name: 'B' }] };

/** What a back end answers to a submission, and what it holds. */
export const ISSUES = [
  { path: '/asked', code: 'taken', params: {}, message: text('message of the back end') }, { path: '/number', code: 'minimum', params: { limit: text('parameter of an issue') } }, { path: '/phone', code: quiet('code of an issue'), params: { [quiet('name of a parameter')]: quiet('value of a parameter') } },
  { path: quiet('path of an issue'), code: 'check', params: {}, message: quiet('message about no place') }, { path: '/rows/0/one', code: 'check', params: {}, message: text('message about a row') }, { path: '/papers/paper', code: 'paper-missing', params: {}, message: text('message about a paper') },
] as unknown as Issue[];
export const CHANGES = [
  { path: '/area', kind: 'computed', shown: text('value shown before'), now: text('value reckoned now') }, { path: text('path of a change'), kind: 'computed', shown: 1, now: 2 }, { path: '/fees/x', kind: 'fee', title: text('title of a change'), shown: 1000, now: text('fee reckoned now') },
  { path: '/papers/paper', kind: 'paper', title: 'x', now: quiet('paper reckoned now') },
] as unknown as Change[];
export const INCIDENT = { kind: 'failed', reason: 'server', incident: text('incident') } as const;
export const SENT: Acknowledgement = {
  dossierCode: text('dossier code'), lookupSecret: text('look-up secret'), receivedAt: text('instant of receipt'), document: { id: quiet('id in the acknowledgement'), version: '1' },
  papers: [{ paper: text('paper of the acknowledgement'), files: [{ id: quiet('upload id'), name: text('file name of the acknowledgement'), type: quiet('type of a file'), size: 1, sha256: text('fingerprint') }] }],
};
export const FILE = text('name of an uploaded file'), REFUSED_FILE = text('name of a refused file');

/** A plain JSON Schema, with the words of RJSF: whatever it says is drawn, or left out with a warning. */
export const SCHEMA: JsonObject = {
  $id: quiet('$id of a plain schema'), $schema: 'https://json-schema.org/draft/2020-12/schema', $anchor: quiet('$anchor'), title: text('title of a plain schema'), description: text('description of a plain schema'), type: 'object', required: ['plain'],
  properties: {
    plain: { type: 'string', title: text('title in a plain schema'), description: text('description in a plain schema'), format: quiet('unknown format'), contentMediaType: quiet('contentMediaType'), contentEncoding: quiet('contentEncoding') },
    [text('untitled name in a plain schema')]: { type: 'string', default: value('default in a plain schema'), examples: [quiet('examples in a plain schema')], deprecated: true },
    picked: { enum: ['a', 'b'] }, asked: { type: 'string' }, odd: { type: quiet('unknown type'), title: 'x' },
    either: { title: text('title of a choice of shapes'), oneOf: [{ title: text('title of a shape'), type: 'object', properties: { kind: { const: quiet('const that tells shapes apart') }, [quiet('name in a shape')]: { type: 'string', title: text('title in a shape') } } }, { title: 'B', type: 'string' }] },
    any: { anyOf: [{ title: quiet('title of an alternative'), type: 'string' }, { type: 'integer', description: quiet('description of an alternative') }] },
    map: { type: 'object', title: text('title of a map'), additionalProperties: { type: 'string', title: text('title of a value of a map') }, propertyNames: { description: quiet('description of the names of a map') } },
    patterned: { type: 'object', patternProperties: { '^a': { title: text('title under a pattern'), type: 'string' } } },
    pair: { type: 'array', title: text('title of a tuple'), prefixItems: [{ type: 'string', title: text('title in a tuple') }, { type: 'integer', description: quiet('description in a tuple') }] },
    tree: { $ref: '#/$defs/tree' }, nested: { type: 'array', items: { type: 'array', title: text('title of a list in a list'), items: { type: 'string', title: text('title in a list in a list') } } },
    several: { type: 'array', uniqueItems: true, title: text('title of checkboxes in a plain schema'), items: { enum: [text('enum value of a checkbox'), 'b'] } },
    mixed: { type: ['string', 'null', 'integer'], title: text('title of several types') }, file: { type: 'string', format: 'data-url', contentMediaType: 'image/png', title: text('title of a file field') }, anything: { title: text('title of anything') },
  },
  $defs: { tree: { type: 'object', title: text('title of a recursive part'), properties: { name: { type: 'string', title: text('title in a recursive part') }, below: { type: 'array', items: { $ref: '#/$defs/tree' } } } } },
  dependentSchemas: { plain: { properties: { [quiet('name under a dependency')]: { title: text('title under a dependency'), type: 'string' } } } },
};
/** Of which something cannot be had: nothing is fetched for it. */
export const REMOTE: JsonObject = { type: 'object', properties: { here: { type: 'string' }, [quiet('name of a remote part')]: { title: quiet('title of a remote part'), $ref: quiet('$ref') }, other: { $ref: `https://away.invalid/${quiet('path of a $ref')}` } } };
export const UI: JsonObject = {
  'ui:title': text('ui:title of the form'), plain: { 'ui:widget': quiet('ui:widget'), 'ui:placeholder': quiet('ui:placeholder'), 'ui:classNames': quiet('ui:classNames') },
  picked: { 'ui:enumNames': [text('ui:enumNames'), 'B'], 'ui:help': text('ui:help') }, asked: { 'ui:title': text('ui:title'), 'ui:autocomplete': attribute('ui:autocomplete'), 'ui:options': { inputType: quiet('ui inputType') } },
};
export const PLAIN_DATA: JsonObject = {
  plain: value('data in a plain schema'), picked: quiet('data in a choice'), either: { kind: quiet('data that tells shapes apart') }, any: quiet('data of an alternative'), map: { [text('key of a map')]: value('value of a map') }, patterned: { [`a${quiet('key under a pattern')}`]: value('value under a pattern') },
  pair: [value('data in a tuple'), 1, quiet('data after a tuple')], tree: { name: value('data in a recursive part'), below: [{ name: quiet('data below a recursive part') }] }, nested: [[value('data in a list in a list')]], several: [quiet('data in a checkbox group')],
  mixed: value('data of several types'), file: quiet('data in a file field'), anything: { a: quiet('data of anything') },
};

/** Documents that are refused; what is wrong with them is told to the page's developer, with the text in it. */
export const REFUSED: JsonObject[] = [
  { kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { a: { $ref: quiet('reference to nowhere') } } } },
  { kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', [quiet('unknown keyword')]: 1 }, steps: [{ id: 's', title: 'S', fields: [quiet('field of a step')] }] },
  { kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { a: { type: 'string', pattern: quiet('pattern') } } }, rules: { checks: [{ that: { [quiet('operator')]: [] }, at: quiet('place of a check'), message: 'x' }] } },
  { [quiet('name in a document')]: quiet('text under a name in a document'), kind: quiet('kind'), schema: quiet('schema that is none') },
];
