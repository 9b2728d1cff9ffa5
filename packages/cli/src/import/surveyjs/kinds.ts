// Questions that are answered with one value: words, numbers, dates, scales.
import type { JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { ask, commentOf, sentence, settle } from './ask.js';
import { choicesOf, oneOfOf } from './choices.js';
import type { Source } from './ledger.js';
import type { Place, Visit, Walk } from './place.js';
import { checksOf } from './validators.js';
import { asHint, EMPTY, plainText, type Text } from './words.js';

const noted = (schema: JsonSchemaObject, notes: JsonSchemaObject): JsonSchemaObject => ({ ...schema, 'x-dvc': { ...(schema['x-dvc'] as JsonSchemaObject | undefined), ...notes } });

/** One question with this schema, and its box for further words. */
export function one(walk: Walk, of: Source, place: Place, schema: JsonSchemaObject, further: Text = EMPTY): void {
  const settled = settle(walk, of, place);
  ask(walk, of, place, { name: settled.key, key: settled.key, title: settled.title, hint: asHint(settled.hint, further), required: false, schema });
  commentOf(walk, of, place, settled);
}

interface TextKind { schema: JsonSchemaObject; near?: string; hint?: string }
const TEXTS: Readonly<Record<string, TextKind>> = {
  text: { schema: { type: 'string', 'x-dvc': { widget: 'text' } } },
  number: { schema: { type: 'number', 'x-dvc': { widget: 'number' } } },
  email: { schema: { type: 'string', format: 'email', 'x-dvc': { widget: 'text', autocomplete: 'email', privacy: 'personal' } } },
  tel: { schema: { type: 'string', maxLength: 20, 'x-dvc': { widget: 'text', autocomplete: 'tel', privacy: 'personal' } } },
  url: { schema: { type: 'string', format: 'uri', 'x-dvc': { widget: 'text' } } },
  date: { schema: { type: 'string', format: 'date', 'x-dvc': { widget: 'date' } } },
  'datetime-local': { schema: { type: 'string', format: 'date', 'x-dvc': { widget: 'date' } }, near: 'ngày, không có giờ' },
  datetime: { schema: { type: 'string', format: 'date', 'x-dvc': { widget: 'date' } }, near: 'ngày, không có giờ' },
  time: { schema: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', 'x-dvc': { widget: 'text' } }, near: 'văn bản', hint: 'Ghi giờ và phút, ví dụ 08:30.' },
  month: { schema: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', 'x-dvc': { widget: 'text' } }, near: 'văn bản', hint: 'Ghi năm và tháng, ví dụ 2026-11.' },
  week: { schema: { type: 'string', pattern: '^[0-9]{4}-W[0-5][0-9]$', 'x-dvc': { widget: 'text' } }, near: 'văn bản', hint: 'Ghi năm và tuần, ví dụ 2026-W47.' },
  color: { schema: { type: 'string', maxLength: 50, 'x-dvc': { widget: 'text' } }, near: 'văn bản' },
  password: { schema: { type: 'string', maxLength: 200, 'x-dvc': { widget: 'text', privacy: 'sensitive' } }, near: 'văn bản' },
};

export const text: Visit = (walk, of, place) => {
  const type = of.word('inputType') || 'text';
  if (type === 'range') { slider(walk, of, place); return; }
  const found = Object.hasOwn(TEXTS, type) ? TEXTS[type] : undefined;
  if (!found) of.say(`inputType: ${type}`, 'type-unknown', type);
  else if (found.near) of.say(`inputType: ${type}`, 'type-near', found.near, of.pathOf('inputType'));
  let schema = checksOf(walk, of, (found ?? TEXTS.text!).schema);
  const most = of.number('maxLength');
  if (most !== undefined && most > 0 && schema.type === 'string') schema.maxLength = Math.min(Math.floor(most), (schema.maxLength as number | undefined) ?? most);
  if (schema.type === 'number') schema = limited(walk, of, schema);
  else for (const name of ['min', 'max', 'step']) of.lose(name, 'rule');
  const token = of.word('autocomplete');
  if (/^[a-z-]{3,30}$/.test(token) && token !== 'off' && schema.type === 'string') schema = noted(schema, { autocomplete: token });
  else if (token !== '') of.say(`autocomplete: ${token}`, 'survey-behaviour', token, of.pathOf('autocomplete'));
  if (Number(schema.minLength ?? 0) > Number(schema.maxLength ?? Infinity)) delete schema.minLength;
  one(walk, of, place, schema, found?.hint ? plainText(found.hint) : EMPTY);
};

/** Limits of a number, and the sentences about them. */
function limited(walk: Walk, of: Source, schema: JsonSchemaObject): JsonSchemaObject {
  const made = { ...schema };
  const [least, most, step] = [of.number('min'), of.number('max'), of.number('step')];
  for (const name of ['min', 'max', 'step']) of.lose(name, 'rule');
  if (least !== undefined) made.minimum = least;
  if (most !== undefined) made.maximum = most;
  const from = Number(made.minimum ?? 0);
  if (step !== undefined && step > 0 && Math.abs(from / step - Math.round(from / step)) < 1e-9) { if (step === 1) made.type = 'integer'; else made.multipleOf = step; } else if (step !== undefined) of.say(`step: ${step}`, 'rule', undefined, of.pathOf('step'));
  if (Number(made.minimum ?? -Infinity) > Number(made.maximum ?? Infinity)) { of.say(`min: ${String(made.minimum)}, max: ${String(made.maximum)}`, 'rule'); delete made.minimum; delete made.maximum; }
  const messages: Record<string, string> = {};
  for (const [name, keyword] of [['minErrorText', 'minimum'], ['maxErrorText', 'maximum']] as const) {
    if (made[keyword] === undefined) continue;
    const words = walk.words.read(of, name);
    // `{0}` is the limit in the sentences of SurveyJS.
    if (words.text !== '') messages[keyword] = walk.words.keep(sentence(words));
  }
  const before = (made['x-dvc'] as { messages?: JsonSchemaObject } | undefined)?.messages;
  return Object.keys(messages).length > 0 ? noted(made, { messages: { ...before, ...messages } }) : made;
}

export const comment: Visit = (walk, of, place) => {
  const schema = checksOf(walk, of, { type: 'string', 'x-dvc': { widget: 'textarea' } });
  const most = of.number('maxLength');
  if (schema.type === 'string' && schema.maxLength === undefined) schema.maxLength = most !== undefined && most > 0 ? Math.floor(most) : 4000;
  if (Number(schema.minLength ?? 0) > Number(schema.maxLength ?? Infinity)) delete schema.minLength;
  one(walk, of, place, schema);
};

export const boolean: Visit = (walk, of, place) => {
  const [yes, no] = [walk.words.read(of, 'labelTrue'), walk.words.read(of, 'labelFalse')];
  const valueOf = (name: string) => {
    const value = of.node[name];
    if ((typeof value !== 'string' || value.trim() === '') && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
    of.take(name);
    return value;
  };
  const [valueTrue, valueFalse] = [valueOf('valueTrue'), valueOf('valueFalse')];
  if (yes.text === '' && no.text === '' && valueTrue === undefined && valueFalse === undefined) { one(walk, of, place, { type: 'boolean', 'x-dvc': { widget: 'yes-no' } }); return; }
  const [truly, falsely] = [valueTrue ?? true, valueFalse ?? false];
  const title = (given: Text, otherwise: string) => walk.words.keep(given.text === '' ? plainText(otherwise) : given);
  const schema = { ...(typeof truly === typeof falsely ? { type: typeof truly } : {}), oneOf: [{ const: truly, title: title(yes, 'Có') }, { const: falsely, title: title(no, 'Không') }], 'x-dvc': { widget: 'radio' } } as JsonSchemaObject;
  one(walk, of, place, truly === falsely ? { type: 'boolean', 'x-dvc': { widget: 'yes-no' } } : schema);
};

const RATES: Readonly<Record<string, string>> = { labels: 'rating', numbers: 'rating', stars: 'stars', smileys: 'faces' };

export const rating: Visit = (walk, of, place) => {
  const type = of.word('rateType') || 'labels';
  if (!Object.hasOwn(RATES, type)) of.say(`rateType: ${type}`, 'type-unknown', type);
  const widget = Object.hasOwn(RATES, type) ? RATES[type]! : 'rating';
  const ends = [walk.words.read(of, 'minRateDescription'), walk.words.read(of, 'maxRateDescription')];
  const endsOf = (low: string, high: string): JsonSchemaObject => (ends.some(({ text }) => text !== '') ? { ends: [walk.words.keep(ends[0]!.text === '' ? plainText(low) : ends[0]!), walk.words.keep(ends[1]!.text === '' ? plainText(high) : ends[1]!)] } : {});
  const given = Array.isArray(of.node.rateValues) && of.node.rateValues.length > 0 ? choicesOf(walk, of, 'rateValues') : undefined;
  if (given && given.list.length > 0) {
    const { list } = given;
    const isCount = list.length > 1 && list.every(({ of: own, value, title }, i) => own === undefined && Number.isInteger(value) && Number(value) === Number(list[0]!.value) + i && title.text === String(value));
    for (const name of ['rateMin', 'rateMax', 'rateStep', 'rateCount']) of.lose(name, 'unknown');
    const notes = { widget: isCount ? widget : widget === 'faces' ? 'faces' : 'scale', ...endsOf(list[0]!.title.text, list.at(-1)!.title.text) };
    one(walk, of, place, noted(isCount ? { type: 'integer', minimum: Number(list[0]!.value), maximum: Number(list.at(-1)!.value) } : oneOfOf(walk, given), notes));
    return;
  }
  const [least, step, count] = [of.number('rateMin') ?? 1, of.number('rateStep') ?? 1, of.number('rateCount')];
  const most = of.number('rateMax') ?? (count !== undefined && count > 1 ? least + (count - 1) * step : 5);
  if (count !== undefined && count !== Math.floor((most - least) / step + 1e-9) + 1) of.say(`rateCount: ${count}`, 'rule', undefined, of.pathOf('rateCount'));
  if (!(least < most) || step <= 0 || (most - least) / step > 100) { of.say(`rateMin: ${least}, rateMax: ${most}, rateStep: ${step}`, 'rule'); one(walk, of, place, noted({ type: 'integer', minimum: 1, maximum: 5 }, { widget, ...endsOf('1', '5') })); return; }
  if (step !== 1 || !Number.isInteger(least) || !Number.isInteger(most)) {
    const values = Array.from({ length: Math.floor((most - least) / step + 1e-9) + 1 }, (_, i) => Number((least + i * step).toFixed(6)));
    one(walk, of, place, noted(oneOfOf(walk, { list: values.map((value) => ({ value, title: plainText(String(value)) })), exclusive: [], shuffle: false }), { widget: widget === 'faces' ? 'faces' : 'scale', ...endsOf(String(least), String(values.at(-1))) }));
    return;
  }
  const isNps = widget === 'rating' && least === 0 && most === 10;
  one(walk, of, place, noted({ type: 'integer', minimum: least, maximum: most }, { widget: isNps ? 'nps' : widget, ...endsOf(String(least), String(most)) }));
};

export const slider: Visit = (walk, of, place) => {
  const kind = of.word('sliderType') || 'single';
  if (kind === 'range') { range(walk, of, place); return; }
  if (kind !== 'single') of.say(`sliderType: ${kind}`, 'type-unknown', kind);
  one(walk, of, place, sliderOf(walk, of));
};

function sliderOf(walk: Walk, of: Source): JsonSchemaObject {
  const made = limited(walk, of, checksOf(walk, of, { type: 'number', minimum: 0, maximum: 100 }));
  return noted(made.minimum === undefined || made.maximum === undefined ? { ...made, minimum: 0, maximum: 100 } : made, { widget: 'slider' });
}

/** Two ends of a range are two questions. */
function range(walk: Walk, of: Source, place: Place): void {
  const schema = sliderOf(walk, of);
  const { key, title, hint } = settle(walk, of, place);
  of.say('sliderType: range', 'exploded', 'từ, đến', of.pathOf('sliderType'));
  for (const [i, end] of ['từ', 'đến'].entries()) ask(walk, of, place, { name: `${key}${i === 0 ? 'Tu' : 'Den'}`, key: `${key}[${i}]`, title: { ...title, text: `${title.text} – ${end}` }, ...(i === 0 ? { hint } : {}), required: false, schema });
}

export const file: Visit = (walk, of, place) => {
  for (const name of ['acceptedTypes', 'acceptedCategories', 'maxSize', 'maxFiles', 'allowMultiple']) of.lose(name, 'file-limit', blocks.short(JSON.stringify(of.node[name]) ?? '', 60));
  one(walk, of, place, { type: 'string', format: 'file', 'x-dvc': { widget: 'file' } });
};
