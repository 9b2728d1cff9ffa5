// Through the pages and elements of a survey, each to its question, its words or its place in the report.

import { textOf } from '../formio/tracked.js';

import { boolean, comment, file, rating, slider, text } from './kinds.js';
import { named, type Source } from './ledger.js';
import { computed, copies, html, isRandom, panel, picture, signature, whole } from './panels.js';
import type { Flow, Place, Visit, Walk } from './place.js';
import { ranking, select } from './select.js';
import { addable, boxes, dropdowns, matrix } from './tables.js';
import { asHint, plainText, type Text } from './words.js';
import type { PageDraft } from '../survey/draft.js';

const KINDS: Readonly<Record<string, Visit>> = {
  text, comment, boolean, rating, slider, file, html, panel, flowpanel: panel, matrix, matrixdropdown: dropdowns, matrixdynamic: addable, multipletext: boxes, paneldynamic: copies, ranking, expression: computed, image: picture, signaturepad: signature, imagemap: (walk, of, place) => { whole(of, 'picture'); void walk; void place; },
  radiogroup: select('radio', false), dropdown: select('select', false), buttongroup: select('radio', false), checkbox: select('checkboxes', true), tagbox: select('checkboxes', true), imagepicker: select('images', false),
  // Widgets that people add to SurveyJS: what they answer with is the same.
  nouislider: slider, 'bootstrap-slider': slider, datepicker: as(text, { inputType: 'date' }), bootstrapdatepicker: as(text, { inputType: 'date' }), select2: select('select', false), sortablelist: ranking, barrating: select('radio', false), icheck: select('radio', false), editor: comment, autocomplete: select('select', false), tagboxes: select('checkboxes', true), 'emotionsratings': as(rating, { rateType: 'smileys' }), microphone: comment, nps: as(rating, { rateMin: 0, rateMax: 10 }),
};

function as(visit: Visit, more: Record<string, unknown>): Visit {
  return (walk, of, place) => { visit(walk, { ...named(of, of.label), ...sourceWith(of, more) }, place); };
}
const sourceWith = (of: Source, more: Record<string, unknown>): Source => {
  const { ...node } = of.node;
  return named({ ...of, node: { ...more, ...node } }, of.label);
};

export function visit(walk: Walk, given: Source, place: Place): void {
  const title = walk.words.raw(given, 'title').text;
  const of = named(given, title !== '' ? title : textOf(given.node.name) || textOf(given.node.type) || '?');
  const type = of.word('type') || (Array.isArray(of.node.elements) ? 'panel' : Array.isArray(of.node.choices) ? 'radiogroup' : 'text');
  if (of.node.visible === false && !of.has('visibleIf') && !walk.shownBy.has(of.word('name').toLowerCase())) { whole(of, 'never-shown'); return; }
  if (Object.hasOwn(KINDS, type)) { KINDS[type]!(walk, of, place); return; }
  const near = nearest(of);
  of.say(`type: ${type}`, near ? 'type-near' : 'type-unknown', near ? near[1] : type, of.pathOf('type'));
  (near?.[0] ?? text)(walk, of, place);
}

/** A type that somebody added, or a question composed of others in code that is not in the file. */
function nearest(of: Source): [Visit, string] | undefined {
  if (Array.isArray(of.node.elements)) return [panel, 'nhóm câu hỏi'];
  if (Array.isArray(of.node.templateElements)) return [copies, 'nhóm câu hỏi'];
  if (Array.isArray(of.node.columns) && Array.isArray(of.node.rows)) return [matrix, 'ma trận'];
  if (Array.isArray(of.node.choices)) return [select('radio', false), 'một lựa chọn'];
  if (Array.isArray(of.node.rateValues)) return [rating, 'thang điểm'];
  return of.has('html') ? [html, 'đoạn chữ'] : undefined;
}

export function walkPage(walk: Walk, of: Source, i: number, gates: Place['gates'], loose: boolean, alone: Text): void {
  const title = walk.words.read(of, 'title');
  const description = walk.words.read(of, 'description');
  const shuffle = isRandom(of);
  const name: Text = title.text !== '' ? title : alone.text !== '' ? alone : plainText(`Phần ${i + 1}`);
  const made: PageDraft[] = [];
  const flow: Flow = {
    waiting: [],
    title,
    page: { title: '', questions: [], gates },
    begin(next = name, id = '') {
      this.page = { ...(id === '' ? {} : { name: id }), title: walk.words.keep(next).slice(0, 1000), questions: [], gates, ...(shuffle ? { shuffle: true } : {}) };
      made.push(this.page);
      return this.page;
    },
  };
  const first = flow.begin(name, of.word('name'));
  if (description.text !== '') first.hint = walk.words.keep(asHint(description));
  for (const element of of.each('elements')) walk.visit(element, { flow, gates, loose, top: true });
  for (const { text: left, of: html } of flow.waiting.splice(0)) {
    // Below everything: the next page begins with it.
    const page = flow.begin();
    page.hint = walk.words.keep(left);
    html.say(`html: ${left.text.slice(0, 80)}`, 'statement-moved', 'một trang riêng');
  }
  const titled = title.text !== '';
  const before = walk.pages.length;
  walk.pages.push(...made.filter((page, at) => page.questions.length > 0 || page.hint !== undefined || (at === 0 && titled && made.every(({ questions }) => questions.length === 0))));
  // A page that is nothing but its sections lends them its id.
  const [head, next] = made;
  if (head!.name && next && !walk.pages.includes(head!)) of.say(`name: ${head!.name}`, 'section-page', undefined, of.pathOf('name'));
  if (walk.pages.length === before) of.say(`page: ${of.label}`, 'page-empty');
}

