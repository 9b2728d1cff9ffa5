// The schema of one question of a list: of its kind, its choices, its rows.
import type { JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import type { Loss } from '../loss.js';
import { camelCase, plain, unique } from '../names.js';
import { isReference, optionsOf, type Option } from '../table/cells.js';
import { question, type Question } from '../tree.js';
import { CONTACT, FIVE, kindOf, PLACE, type Kind, type Level } from './kinds.js';
import type { QuestionRow } from './rows.js';

export interface Asked { schema: JsonSchemaObject; choices: readonly { value: string | number | boolean; title: string }[]; isMany: boolean; children?: Question[]; /** of a matrix: each row wants an answer when the whole does */ allRows?: boolean; other?: string }

const LONG: JsonSchemaObject = { type: 'string', maxLength: 2000, 'x-dvc': { widget: 'textarea' } };

export function schemaOf(row: QuestionRow, losses: Loss[]): Asked | 'statement' {
  const kind = kindIn(row, losses);
  if (kind.shape === 'statement') return 'statement';
  if (kind.shape === 'contact' || kind.shape === 'address') return group(row, kind.shape, kind.shape === 'contact' ? CONTACT : PLACE);
  if (kind.shape === 'matrix') return matrix(row, losses);
  if (row.lines.length > 0 && kind.shape === 'scale') return matrix(row, losses, kind.levels);
  for (const { at, text } of row.lines) losses.push({ path: at, component: row.title, what: text, reason: 'outside' });
  if (row.cells.rows) losses.push({ path: row.places.rows!, component: row.title, what: blocks.short(row.cells.rows, 120), reason: 'outside' });
  const options = choicesIn(row, losses);
  if (kind.shape === 'scale') return scale(kind.schema, options.length > 0 ? options.map((option, i) => ({ ...option, score: scoreOf(kind.levels!, option, options.length - i) })) : kind.levels!);
  if (kind.shape === 'one' || kind.shape === 'many' || kind.shape === 'ranking') return chosen(row, kind, options, losses);
  const isNumber = kind.schema.minimum !== undefined;
  const ends = isNumber ? endsIn(row, options) : undefined;
  if (options.length > 0 && !ends && !isYesNo(kind)) losses.push({ path: row.places.choices!, component: row.title, what: blocks.short(row.cells.choices!, 120), reason: 'length', about: blocks.short(row.cells.choices!, 60) });
  if (isYesNo(kind) && options.length === 2) return { schema: { ...oneOf(options), 'x-dvc': { widget: 'radio' } }, choices: options, isMany: false };
  const choices = isYesNo(kind) ? [{ value: true, title: 'Có' }, { value: false, title: 'Không' }] : [];
  return { schema: ends ? blocks.noted(kind.schema, { ends }) : { ...kind.schema }, choices, isMany: false };
}

const isYesNo = ({ schema }: Kind): boolean => (schema['x-dvc'] as { widget?: string } | undefined)?.widget === 'yes-no';
const oneOf = (options: readonly Option[]): JsonSchemaObject => ({ type: 'string', oneOf: options.map(({ value, title }) => ({ const: value, title })) });

function kindIn(row: QuestionRow, losses: Loss[]): Kind {
  const words = row.cells.kind ?? '';
  const found = words === '' ? undefined : kindOf(words);
  if (found) return found;
  const guessed: Kind = row.lines.length > 0 || row.cells.rows ? { shape: 'matrix', name: 'ma trận', schema: {} } : row.cells.choices ? { shape: 'one', name: 'một lựa chọn', schema: { 'x-dvc': { widget: 'radio' } } } : { shape: 'value', name: 'văn bản dài', schema: LONG };
  if (words === '') losses.push({ path: row.at, component: row.title, what: row.title, reason: 'type-guessed', about: guessed.name });
  else losses.push({ path: row.places.kind!, component: row.title, what: words, reason: 'type-near', about: guessed.name });
  return guessed;
}

function choicesIn(row: QuestionRow, losses: Loss[], text = row.cells.choices ?? ''): Option[] {
  if (text.trim() === '') return [];
  if (isReference(text)) { losses.push({ path: row.places.choices!, component: row.title, what: text, reason: 'choices-elsewhere', about: text }); return []; }
  const { options, twice } = optionsOf(text);
  for (const title of twice) losses.push({ path: row.places.choices!, component: row.title, what: title, reason: 'choice-twice', about: title });
  return options.map(({ value, title }) => ({ value, title: blocks.short(title, 1000) }));
}

function scale(schema: JsonSchemaObject, levels: readonly Level[]): Asked {
  return { schema: { type: 'string', oneOf: levels.map(({ value, title }) => ({ const: value, title })), 'x-dvc': { ...(schema['x-dvc'] as JsonSchemaObject), scores: Object.fromEntries(levels.map(({ value, score }) => [value, score])) } }, choices: levels, isMany: false };
}
const scoreOf = (levels: readonly Level[], { title }: Option, otherwise: number): number => levels.find((level) => plain(level.title) === plain(title))?.score ?? otherwise;

function chosen(row: QuestionRow, kind: Kind, options: readonly Option[], losses: Loss[]): Asked {
  if (options.length === 0) {
    losses.push({ path: row.places.kind ?? row.at, component: row.title, what: kind.name, reason: 'choices-missing' });
    return { schema: { type: 'string', maxLength: 500, 'x-dvc': { widget: 'text' } }, choices: [], isMany: false };
  }
  if (kind.shape === 'ranking') return { schema: { type: 'array', uniqueItems: true, minItems: options.length, items: oneOf(options), 'x-dvc': { widget: 'ranking' } }, choices: options, isMany: true };
  const other = options.find(({ title }) => /\b(ghi ro|neu ro|cu the|please specify|specify)\b/.test(plain(title)) || /^(khác|other)\s*[:.…_]/iu.test(title))?.value;
  const isMany = kind.shape === 'many';
  const alone = isMany ? options.filter(({ title }) => /^(khong co|khong ai|khong cai nao|khong muc nao|khong y kien|tat ca deu khong|none)\b/.test(plain(title))).map(({ value }) => value) : [];
  const most = /(?:tối đa|không quá|at most|max)\s*(\d{1,2})/iu.exec(`${row.cells.kind ?? ''} ${row.cells.hint ?? ''}`)?.[1];
  const notes = { ...(kind.schema['x-dvc'] as JsonSchemaObject), ...(alone.length > 0 ? { exclusive: alone } : {}) };
  const schema: JsonSchemaObject = isMany ? { type: 'array', uniqueItems: true, ...(most && Number(most) > 0 ? { maxItems: Number(most) } : {}), items: oneOf(options), 'x-dvc': notes } : { ...oneOf(options), 'x-dvc': notes };
  return { schema, choices: options, isMany, ...(other === undefined ? {} : { other }) };
}

/** "1: Rất kém; 5: Rất tốt", or two words alone. */
function endsIn(row: QuestionRow, options: readonly Option[]): [string, string] | undefined {
  const given = row.cells.ends ? optionsOf(row.cells.ends).options : options;
  return given.length === 2 ? [given[0]!.title, given[1]!.title] : undefined;
}

/** Rows: of their own column, of the lines below, or of "Dòng: …"; columns: the choices, else the five levels. */
function matrix(row: QuestionRow, losses: Loss[], levels: readonly Level[] = FIVE): Asked {
  const cell = row.cells.choices ?? '';
  const [, lines] = /(?:dòng|hàng|tiêu chí|rows?)\s*:\s*([\s\S]*?)(?=\n?\s*(?:cột|mức|columns?)\s*:|$)/iu.exec(cell) ?? [];
  const [, columns] = /(?:cột|mức|columns?)\s*:\s*([\s\S]*?)(?=\n?\s*(?:dòng|hàng|tiêu chí|rows?)\s*:|$)/iu.exec(cell) ?? [];
  const rows = [...row.lines.map(({ text }) => text), ...(row.cells.rows ? optionsOf(row.cells.rows).options.map(({ title }) => title) : []), ...(lines ? optionsOf(lines.trim()).options.map(({ title }) => title) : [])];
  const found = choicesIn(row, losses, columns?.trim() ?? (lines === undefined ? cell : ''));
  const scored = levels.map((level): Level & Option => level);
  const options: readonly Option[] = found.length > 0 ? found : scored;
  if (rows.length === 0) {
    losses.push({ path: row.at, component: row.title, what: row.title, reason: 'list-columns' });
    return scale({ 'x-dvc': { widget: 'scale' } }, found.length > 0 ? found.map((option, i) => ({ ...option, score: scoreOf(levels, option, found.length - i) })) : levels);
  }
  const isMany = /\bnhieu\b|checkbox|multi/.test(plain(row.cells.kind ?? ''));
  const taken = new Set<string>();
  const children = rows.map((title) => question({ name: unique(camelCase(title), taken), label: title, path: row.at, schema: { title, ...(isMany ? { type: 'array', uniqueItems: true, items: oneOf(options) } : oneOf(options)) } as JsonSchemaObject }));
  for (const child of children) child.key = `\u0001${row.at}\u0001${child.name}`;
  const scores = found.length === 0 || found.every((option) => levels.some((level) => plain(level.title) === plain(option.title))) ? { scores: Object.fromEntries(options.map((option, i) => [option.value, scoreOf(levels, option, options.length - i)])) } : {};
  return { schema: { 'x-dvc': { widget: 'matrix', ...scores } as JsonSchemaObject }, choices: [], isMany: false, children, allRows: !isMany };
}

function group(row: QuestionRow, shape: 'contact' | 'address', parts: typeof CONTACT): Asked {
  const children = parts.map(([name, title, schema]) => question({ name, key: `\u0001${row.at}\u0001${name}`, label: title, path: row.at, schema: { title, ...schema } }));
  return { schema: { 'x-dvc': { widget: shape } }, choices: [], isMany: false, children };
}
