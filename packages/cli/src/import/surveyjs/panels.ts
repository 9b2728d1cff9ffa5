// What holds other elements, and what asks nothing.
import * as blocks from '../blocks.js';
import { isHtml, isLoose, textOf } from '../formio/tracked.js';
import { gatesOf, settle } from './ask.js';
import { sourceOf, type Source } from './ledger.js';
import type { Place, Visit, Walk } from './place.js';
import { MOST_COPIES } from './tables.js';
import { asHint, EMPTY, gapped, plainText, unpiped, withDash, type Text } from './words.js';

/** A titled panel of a page is a section of its own; any other arranges questions, and its condition is that of each of them. */
export const panel: Visit = (walk, of, place) => {
  const { gates, loose } = gatesOf(walk, of, place);
  const title = walk.words.read(of, 'title');
  const description = walk.words.read(of, 'description');
  must(of);
  const inner: Place = { ...place, gates, loose, top: false };
  const elements = of.each('elements');
  const shuffle = isRandom(of);
  if (place.top && title.text !== '') {
    const page = place.flow.begin(withDash(place.flow.title, title.text === place.flow.title.text ? EMPTY : title), of.word('name'));
    page.gates = gates;
    if (description.text !== '') page.hint = walk.words.keep(asHint(description));
    if (shuffle) page.shuffle = true;
    for (const element of elements) walk.visit(element, inner);
    of.say(`title: ${blocks.short(title.text, 80)}`, 'section-page', undefined, of.pathOf('title'));
    place.flow.begin();
    return;
  }
  of.say(`panel: ${of.word('name')}`, 'frame');
  if (title.text !== '') place.flow.waiting.push({ text: title, of });
  if (shuffle) of.say('questionOrder: random', 'survey-behaviour', 'questionOrder', of.pathOf('questionOrder'));
  if (description.text !== '') place.flow.waiting.push({ text: asHint(description), of });
  for (const element of elements) walk.visit(element, inner);
};

/** "At least one of these must be answered" is not a limit of one question. */
function must(of: Source): void {
  of.lose('requiredIf', 'rule');
  if (of.on('isRequired')) of.say('isRequired', 'rule', undefined, of.pathOf('isRequired'));
}

export const isRandom = (of: Source): boolean => { const order = of.word('questionOrder'); if (!['', 'initial', 'default', 'random'].includes(order)) of.say(`questionOrder: ${order}`, 'unknown'); return order === 'random'; };

/** As many copies as there are in the beginning. */
export const copies: Visit = (walk, of, place) => {
  const settled = settle(walk, of, place);
  const { gates, loose } = gatesOf(walk, of, place);
  const [count, least, most] = [of.number('panelCount') ?? 0, of.number('minPanelCount') ?? 0, Number(of.node.maxPanelCount ?? 0)];
  const n = Math.max(1, Math.min(MOST_COPIES, most > 0 ? most : MOST_COPIES, Math.floor(Math.max(count, least, 1))));
  of.say(`panelCount: ${count}`, 'rows', String(n));
  if (of.on('isRequired') && least === 0) of.say('isRequired', 'rule', undefined, of.pathOf('isRequired'));
  for (const name of ['defaultValue', 'defaultPanelValue', 'keyName']) of.lose(name, name === 'keyName' ? 'rule' : 'default', name);
  const template = of.each('templateElements');
  if (template.length === 0) of.say('templateElements', 'list-columns');
  const heading = walk.words.raw(of, 'templateTitle');
  if (settled.hint.text !== '') place.flow.waiting.push({ text: settled.hint, of });
  const description = walk.words.read(of, 'templateDescription');
  if (description.text !== '') place.flow.waiting.push({ text: asHint(description), of });
  for (let i = 0; i < n; i++) {
    const count = (text: string) => text.replace(/\{panelIndex\}/gi, String(i + 1));
    const own = heading.text === '' ? (n === 1 ? EMPTY : plainText(String(i + 1))) : unpiped(of, { ...heading, text: count(heading.text), in: Object.fromEntries(Object.entries(heading.in).map(([language, text]) => [language, count(text)])) });
    const outer = place.scope;
    const scope = {
      panel: `${outer && outer.panel !== '' ? `${outer.panel}.` : ''}${settled.key}[${i}]`, row: outer?.row ?? '', index: i, title: withDash(gapped(settled.title), own),
      name: `${outer && outer.name !== '' ? `${outer.name}_` : ''}${settled.key}${n === 1 ? '' : `_${i + 1}`}`,
    };
    for (const element of template) walk.visit(element, { ...place, scope, gates, loose: loose || i >= least, top: false });
  }
};

/** Words: the hint of the page when they come first, else of the next question, else a page of their own. */
export const html: Visit = (walk, of, place) => {
  const text = walk.words.read(of, 'html');
  const title = walk.words.read(of, 'title');
  words(walk, of, place, text, title.text !== '' && title.text !== of.word('name') ? title : EMPTY);
};

export function words(walk: Walk, of: Source, place: Place, given: Text, title: Text): void {
  const { gates } = gatesOf(walk, of, place);
  const text = asHint(title, given);
  if (text.text === '') { of.say(`html: ${blocks.short(JSON.stringify(of.node.html ?? ''), 60)}`, 'formatting'); return; }
  const gated = gates.length > place.gates.length;
  const { page } = place.flow;
  if (gated) {
    const statement = place.flow.begin(title.text === '' ? plainText('Thông tin') : title);
    statement.hint = walk.words.keep(asHint(given.text === '' ? title : given));
    statement.gates = gates;
    of.say(`html: ${blocks.short(text.text, 80)}`, 'statement-moved', '“Thông tin”');
    place.flow.begin();
  } else if (page.questions.length === 0 && place.flow.waiting.length === 0 && page.hint === undefined) {
    page.hint = walk.words.keep(text);
    of.say(`html: ${blocks.short(text.text, 80)}`, 'statement-moved', `“${blocks.short(page.title, 60)}”`);
  }
  else place.flow.waiting.push({ text, of });
}

export const picture: Visit = (walk, of, place) => {
  of.say(`${of.word('type')}: ${blocks.short(textOf(of.node.imageLink), 80)}`, 'picture', undefined, of.path);
  of.take('imageLink');
  const alt = walk.words.read(of, 'altText');
  if (alt.text !== '') words(walk, of, place, alt, EMPTY);
  gatesOf(walk, of, place);
};

export const signature: Visit = (_walk, of) => { whole(of, 'survey-signature'); };
export const computed: Visit = (_walk, of) => { whole(of, 'expression-question'); };

/** An element that is not in the survey, and all that is in it. */
export function whole(of: Source, reason: 'survey-signature' | 'expression-question' | 'never-shown' | 'picture'): void {
  const name = of.word('name') || of.word('type') || '?';
  const title = typeof of.node.title === 'string' ? of.node.title : '';
  of.say(`${of.word('type')}: ${name}${title && !isHtml(title) ? ` “${blocks.short(title, 60)}”` : ''}`, reason);
  of.ledger.read.add(of.path);
  for (const list of ['elements', 'questions', 'templateElements']) for (const inner of of.each(list)) if (isLoose(inner.node)) whole(sourceOf(inner.node, inner.path, inner.ledger, textOf(inner.node.name) || of.label), reason);
}

