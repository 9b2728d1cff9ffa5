// Questions with choices.
import type { Json, JsonSchemaObject } from '@dvc/schema';
import { keepName, unique } from '../names.js';
import { add, question, type Question } from '../tree.js';
import { ask, commentOf, gatesOf, inScope, keyOf, know, settle } from './ask.js';
import { choicesOf, oneOfOf, type Choices } from './choices.js';
import type { Source } from './ledger.js';
import type { Place, Visit, Walk } from './place.js';
import { limitsOf } from './validators.js';
import { EMPTY, plainText, withDash } from './words.js';

const LONGEST = 100;

/** One of the choices, or any of them. */
export const select = (widget: string, many: boolean): Visit => (walk, of, place) => {
  const settled = settle(walk, of, place);
  const found = choicesOf(walk, of);
  const isMany = many || (of.word('type') === 'imagepicker' && of.on('multiSelect'));
  if (!found) { text(walk, of, place, settled); return; }
  const item = oneOfOf(walk, found);
  const { limits, messages } = limitsOf(walk, of, found.list.length);
  const schema: JsonSchemaObject = isMany ? { type: 'array', uniqueItems: true, ...limits, items: item } : item;
  const notes = { widget: of.word('type') === 'imagepicker' ? widgetOfPictures(of, found, isMany) : widget, ...notesOf(walk, found, isMany), ...(isMany ? messages : {}) };
  const made = ask(walk, of, place, { name: settled.key, key: settled.key, title: settled.title, hint: settled.hint, required: false, schema: { ...schema, 'x-dvc': notes as JsonSchemaObject } });
  otherOf(walk, of, place, made, found, settled.key);
  commentOf(walk, of, place, settled);
  inner(walk, of, place, made, found);
};

/** All of the choices in an order, or those that are wanted. */
export const ranking: Visit = (walk, of, place) => {
  const settled = settle(walk, of, place);
  const found = choicesOf(walk, of);
  if (!found) { text(walk, of, place, settled); return; }
  const some = of.on('selectToRankEnabled');
  const { limits, messages } = limitsOf(walk, of, found.list.length);
  const schema = { type: 'array', uniqueItems: true, ...(some ? limits : { minItems: found.list.length }), items: oneOfOf(walk, found) } as JsonSchemaObject;
  ask(walk, of, place, { name: settled.key, key: settled.key, title: settled.title, hint: settled.hint, required: false, schema: { ...schema, 'x-dvc': { widget: 'ranking', ...(found.shuffle ? { shuffle: true } : {}), ...(some ? messages : {}) } as JsonSchemaObject } });
  commentOf(walk, of, place, settled);
};

function text(walk: Walk, of: Source, place: Place, { key, title, hint }: ReturnType<typeof settle>): void {
  ask(walk, of, place, { name: key, key, title, hint, required: false, schema: { type: 'string', maxLength: 500, 'x-dvc': { widget: 'text' } } });
}

function notesOf(walk: Walk, found: Choices, isMany: boolean): Record<string, unknown> {
  const images = Object.fromEntries(found.list.flatMap(({ value, title, image }) => (image && isOwn(image) ? [[String(value), { src: image, alt: title.text || String(value) }]] : [])));
  return {
    ...(found.shuffle ? { shuffle: true } : {}), ...(isMany && found.exclusive.length > 0 ? { exclusive: found.exclusive.map(String) } : {}), ...(Object.keys(images).length > 0 && found.list.every(({ image }) => image && isOwn(image)) ? { images } : {}),
  };
}

/** A picture of the portal's own; another server would learn who answers. */
const isOwn = (address: string): boolean => /^(?![\\/]{2})[^:\\]+$/.test(address) && address.length < 2000;

function widgetOfPictures(of: Source, { list }: Choices, isMany: boolean): string {
  const away = list.find(({ image }) => image && !isOwn(image));
  if (away) for (const { of: one, image } of list) if (one && image) one.say(`imageLink: ${image.slice(0, 80)}`, 'picture-elsewhere', image.slice(0, 80), one.pathOf('imageLink'));
  return away || list.some(({ image }) => !image) ? (isMany ? 'checkboxes' : 'radio') : 'images';
}

/** The box of "khác": asked while that choice is taken. */
function otherOf(walk: Walk, of: Source, place: Place, asked: Question, { other, list }: Choices, key: string): void {
  if (!other) return;
  const { gates } = gatesOf(walk, of, place);
  const name = unique(keepName(inScope(place.scope, `${key}Comment`)), walk.taken);
  const label = list.find(({ value }) => value === other.value)?.title ?? EMPTY;
  const title = label.text === '' ? plainText('Ghi rõ') : label;
  const made = question({
    name, key: keyOf(walk), label: title.text, path: of.path, required: other.required,
    gates: [...gates, { test: { key: asked.key, op: asked.schema.type === 'array' ? 'has' : 'is', value: other.value }, path: of.pathOf('showOtherItem'), what: String(other.value) }],
    schema: { title: walk.words.keep(withDash(plainText(asked.label.slice(0, 200)), title)), type: 'string', ...(other.required ? { minLength: 1 } : {}), maxLength: 500, 'x-dvc': { widget: 'text', ...(other.title.text === '' ? {} : { hint: walk.words.keep(other.title) }) } },
  });
  add(walk.root, made);
  know(walk, `${key}-Comment`, made, place.scope);
  asked.schema['x-dvc'] = { ...(asked.schema['x-dvc'] as JsonSchemaObject), other: { choice: String(other.value), field: name } };
  place.flow.page.questions.push(made);
}

/** Questions inside of a choice: asked while it is taken. */
function inner(walk: Walk, of: Source, place: Place, asked: Question, { list }: Choices): void {
  for (const { of: one, value } of list) {
    const elements = one?.each('elements') ?? [];
    if (elements.length === 0) continue;
    const { gates, loose } = gatesOf(walk, of, place);
    const gate = { test: { key: asked.key, op: asked.schema.type === 'array' ? 'has' as const : 'is' as const, value: value as Json }, path: one!.path, what: String(value) };
    for (const element of elements) walk.visit(element, { ...place, gates: [...gates, gate], loose, top: false });
  }
}

/** A matrix of which a row is one question: its name is short. */
export const shortName = (text: string): string => keepName(text).slice(0, LONGEST);
