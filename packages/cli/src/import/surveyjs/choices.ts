// The choices of a question: written there, counted, or taken from another question; and those that SurveyJS adds.
import type { Json, JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { isLoose, type Loose } from '../formio/tracked.js';
import { sourceOf, type Source } from './ledger.js';
import type { Walk } from './place.js';
import { plainText, type Text } from './words.js';

export interface Choice { value: string | number | boolean; title: Text; of?: Source; image?: string }
export interface Choices { list: Choice[]; exclusive: Json[]; /** The choice with a box for words. */ other?: { value: Json; title: Text; required: boolean }; shuffle: boolean }

const DEFAULTS = { showOtherItem: ['other', 'otherText', 'Khác (ghi rõ)'], showNoneItem: ['none', 'noneText', 'Không có'], showRefuseItem: ['refused', 'refuseText', 'Không muốn trả lời'], showDontKnowItem: ['dontknow', 'dontKnowText', 'Không biết'] } as const;
const MOST = 500;

/** undefined: they come from elsewhere, or there are none; that is said. */
export function choicesOf(walk: Walk, of: Source, list = 'choices'): Choices | undefined {
  const made: Choices = { list: [], exclusive: [], shuffle: false };
  read(walk, of, list, made, new Set());
  counted(of, made);
  for (const [switchName, [value, textName, words]] of Object.entries(DEFAULTS)) {
    if (!of.on(switchName)) continue;
    const title = walk.words.read(of, textName);
    add(made, of, { value, title: title.text === '' ? plainText(words) : title });
    if (switchName === 'showOtherItem') made.other = { value, title: walk.words.read(of, 'otherPlaceholder'), required: true };
    else made.exclusive.push(value);
  }
  sort(walk, of, made);
  if (made.list.length > 0 && !made.list.every(({ value }) => ['other', 'none', 'refused', 'dontknow'].includes(String(value)))) { of.lose('choicesByUrl', 'choices-elsewhere', 'URL'); return made; }
  const remote = of.child('choicesByUrl');
  const from = remote?.word('url') || of.word('choicesFromQuestion');
  if (from) { of.say(`${list}: ${remote ? blocks.short(JSON.stringify(remote.node), 300) : from}`, 'choices-elsewhere', from, remote ? of.pathOf('choicesByUrl') : of.pathOf('choicesFromQuestion')); of.take('choicesByUrl'); } else of.say(list, 'choices-missing');
  return undefined;
}

function read(walk: Walk, of: Source, list: string, made: Choices, seen: Set<string>): void {
  const value = of.has(list) ? of.node[list] : undefined;
  if (Array.isArray(value)) value.forEach((item: unknown, i) => { readOne(walk, of, list, item, i, made); });
  const from = of.word('choicesFromQuestion');
  if (from === '' || seen.has(from)) return;
  seen.add(from);
  const other = walk.elements.get(from.toLowerCase());
  const copied: Choices = { list: [], exclusive: [], shuffle: false };
  if (other) read(walk, other, 'choices', copied, seen);
  for (const choice of copied.list) add(made, of, choice);
}

function readOne(walk: Walk, of: Source, list: string, item: unknown, i: number, made: Choices): void {
  const path = `${of.pathOf(list)}/${i}`;
  if (!isLoose(item)) {
    if (typeof item !== 'string' && typeof item !== 'number' && typeof item !== 'boolean') return;
    of.ledger.read.add(path);
    // `"value|text"`, as old documents have it.
    const [value, text] = typeof item === 'string' && item.includes('|') ? [item.slice(0, item.indexOf('|')), item.slice(item.indexOf('|') + 1)] : [item, String(item)];
    if (String(value).trim() !== '') add(made, of, { value: typeof value === 'string' ? value.trim() : value, title: { text: text.trim() || String(value), in: {}, path, label: of.label } });
    return;
  }
  const one = sourceOf(item, path, of.ledger, of.label);
  const value = valueOf(one);
  if (value === undefined) return;
  const title = walk.words.read(one, 'text');
  const image = one.word('imageLink');
  const choice: Choice = { value, title: title.text === '' ? { ...plainText(String(value)), path, label: of.label } : title, of: one, ...(image ? { image } : {}) };
  add(made, of, choice);
  if (one.on('isExclusive')) made.exclusive.push(value);
  if (one.on('showCommentArea') && !made.other) made.other = { value, title: walk.words.read(one, 'commentPlaceholder'), required: one.on('isCommentRequired') };
  for (const name of ['visibleIf', 'enableIf']) one.lose(name, 'choice-condition');
}

function valueOf(one: Source): Choice['value'] | undefined {
  const { value, name, text } = one.node as Loose;
  const found = [value, name, text].find((each) => each !== undefined && each !== null);
  if (typeof found === 'string' && found.trim() === '') return undefined;
  if (typeof found === 'object' || found === undefined || found === '') { if (found === undefined || found === null || found === '') return undefined; one.say(JSON.stringify(found), 'type-unknown', JSON.stringify(found)); one.take('value'); return JSON.stringify(found).slice(0, 100); }
  one.take(value !== undefined ? 'value' : name !== undefined ? 'name' : 'text');
  return found as Choice['value'];
}

function add(made: Choices, of: Source, choice: Choice): void {
  if (made.list.length >= MOST) { of.say(`choices: ${choice.title.text}`, 'length', String(MOST)); return; }
  if (made.list.some(({ value }) => value === choice.value)) { of.say(`choices: ${choice.title.text}`, 'choice-twice', choice.title.text, choice.of?.path); return; }
  made.list.push(choice);
}

/** `choicesMin` to `choicesMax`. */
function counted(of: Source, made: Choices): void {
  const [from, to, step] = [of.number('choicesMin'), of.number('choicesMax'), of.number('choicesStep') ?? 1];
  if (from === undefined || to === undefined || step <= 0) return;
  for (let value = from, n = 0; value <= to && n < MOST; value += step, n++) add(made, of, { value, title: plainText(String(value)) });
}

function sort(walk: Walk, of: Source, made: Choices): void {
  const order = of.word('choicesOrder') || 'none';
  const special = new Set<Json>(['other', 'none', 'refused', 'dontknow']);
  if (order === 'random') made.shuffle = true;
  else if (order === 'asc' || order === 'desc') {
    const plain = made.list.filter(({ value }) => !special.has(value)).sort((a, b) => a.title.text.localeCompare(b.title.text, 'vi') * (order === 'asc' ? 1 : -1));
    made.list = [...plain, ...made.list.filter(({ value }) => special.has(value))];
  } else if (order !== 'none') of.say(`choicesOrder: ${order}`, 'unknown');
}

/** `oneOf` and what goes with it. */
export function oneOfOf(walk: Walk, { list }: Choices): JsonSchemaObject {
  const types = new Set(list.map(({ value }) => (typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value)));
  const type = types.size === 1 ? [...types][0]! : types.size === 2 && types.has('integer') && types.has('number') ? 'number' : undefined;
  return { ...(type ? { type } : {}), oneOf: list.map(({ value, title }) => ({ const: value, title: walk.words.keep(title) })) } as JsonSchemaObject;
}
