// Tables of SurveyJS: the same choices for each row are a matrix; any other cell is a question of its own.
import type { JsonSchemaObject } from '@dvc/schema';
import { isLoose, type Loose } from '../formio/tracked.js';
import { keepName, unique } from '../names.js';
import { question, type Question } from '../tree.js';
import { ask, commentOf, gatesOf, know, settle, type Settled } from './ask.js';
import { choicesOf, oneOfOf, type Choices } from './choices.js';
import { named, sourceOf, type Source } from './ledger.js';
import type { Place, Visit, Walk } from './place.js';
import { others } from './validators.js';
import { EMPTY, gapped, plainText, withDash, type Text } from './words.js';

export interface Row { key: string; title: Text }

/** A survey does not have a thousand cells. */
const MOST_CELLS = 150;
export const MOST_COPIES = 5;

/** Rows of a table, as they are named and as they are read. */
export function rowsOf(walk: Walk, of: Source, list = 'rows'): Row[] {
  const value = of.node[list];
  const rows: Row[] = [];
  const add = (key: string, title: Text) => { if (rows.some((row) => row.key === key)) of.say(`${list}: ${key}`, 'choice-twice', key); else rows.push({ key, title: title.text === '' ? plainText(key) : title }); };
  if (Array.isArray(value)) value.forEach((item: unknown, i) => {
    const path = `${of.pathOf(list)}/${i}`;
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') { of.ledger.read.add(path); if (String(item).trim() !== '') add(String(item).trim(), { text: String(item).trim(), in: {}, path, label: of.label }); return; }
    if (!isLoose(item)) return;
    const one = sourceOf(item, path, of.ledger, of.label);
    const key = one.word('value') || one.word('name');
    for (const name of ['visibleIf', 'enableIf']) one.lose(name, 'choice-condition');
    const title = walk.words.read(one, one.has('text') ? 'text' : 'title');
    if (key !== '' || title.text !== '') add(key || title.text, title);
  });
  return rows;
}

export const matrix: Visit = (walk, of, place) => {
  const settled = settle(walk, of, place);
  const rows = rowsOf(walk, of);
  const found = choicesOf(walk, of, 'columns');
  const cells = of.word('cellType') || 'radio';
  const many = cells === 'checkbox';
  if (cells !== 'radio' && !many) of.say(`cellType: ${cells}`, 'type-unknown', cells);
  others(of, /^$/);
  if (!found) { ask(walk, of, place, { name: settled.key, key: settled.key, title: settled.title, hint: settled.hint, required: false, schema: { type: 'string', maxLength: 500, 'x-dvc': { widget: 'text' } } }); return; }
  const all = of.on('eachRowRequired');
  if (of.on('eachRowUnique')) of.say('eachRowUnique', 'rule', undefined, of.pathOf('eachRowUnique'));
  const order = of.word('rowOrder') || 'initial';
  if (order !== 'initial' && order !== 'random') of.say(`rowOrder: ${order}`, 'survey-behaviour', 'rowOrder', of.pathOf('rowOrder'));
  if (rows.length === 0) { of.say('rows', 'data-shape', settled.key); ask(walk, of, place, { name: settled.key, key: settled.key, title: settled.title, hint: settled.hint, required: false, schema: { ...oneOfOf(walk, found), 'x-dvc': { widget: 'radio' } } }); return; }
  grid(walk, of, place, { settled, name: settled.key, title: settled.title, rows, found, many, all, shuffle: order === 'random', ways: (row) => [`${settled.key}.${row}`] });
  commentOf(walk, of, place, settled);
};

interface Grid { settled: Settled; name: string; title: Text; rows: readonly Row[]; found: Choices; many: boolean; all: boolean; shuffle?: boolean; ways(row: string): string[] }

/** One matrix: an object of rows with the same choices. */
function grid(walk: Walk, of: Source, place: Place, { settled, name, title, rows, found, many, all, shuffle, ways }: Grid): Question {
  const taken = new Set<string>();
  const item = oneOfOf(walk, found);
  const children = rows.map((row) => {
    const own = unique(keepName(row.key), taken);
    const schema = { title: walk.words.keep(gapped(row.title)), ...(many ? { type: 'array', uniqueItems: true, ...(all ? { minItems: 1 } : {}), items: item } : item) } as JsonSchemaObject;
    return question({ name: own, key: `\u0001${walk.taken.size}\u0001${own}`, label: row.title.text, path: of.path, required: all && !place.loose, schema });
  });
  const changed = rows.flatMap((row, i) => (children[i]!.name === row.key ? [] : [`${row.key} → ${children[i]!.name}`]));
  if (changed.length > 0 && !rows.every(({ key }) => /^\d+$/.test(key))) of.say(`rows: ${changed.slice(0, 10).join('; ')}`, 'data-shape', changed.slice(0, 3).join('; '));
  const made = ask(walk, of, place, { name, key: name, title, hint: settled.hint, required: false, children, schema: { 'x-dvc': { widget: 'matrix', ...(shuffle ? { shuffle: true } : {}) } } });
  // What a child must have is asked for only where the whole is.
  if (!made.required && !made.mustIf && made.gates.length === 0 && !all) for (const child of children) child.required = false;
  rows.forEach((row, i) => { for (const way of ways(row.key)) know(walk, way, children[i]!, place.scope); });
  return made;
}

/** Columns of a table with cells of several kinds. */
export const dropdowns: Visit = (walk, of, place) => {
  const settled = settle(walk, of, place);
  const rows = rowsOf(walk, of);
  totals(of);
  if (rows.length === 0) { of.say('rows', 'choices-missing'); return; }
  cells(walk, of, place, settled, rows, rows.length);
  commentOf(walk, of, place, settled);
};

/** Rows that one adds: as many as there are in the beginning. */
export const addable: Visit = (walk, of, place) => {
  const settled = settle(walk, of, place);
  const [count, least] = [of.number('rowCount') ?? 2, of.number('minRowCount') ?? 0];
  const copies = Math.max(1, Math.min(MOST_COPIES, Math.floor(Math.max(count, least, 1))));
  of.say(`rowCount: ${count}`, 'rows', String(copies));
  totals(of);
  cells(walk, of, place, settled, Array.from({ length: copies }, (_, i): Row => ({ key: String(i), title: copies === 1 ? EMPTY : plainText(String(i + 1)) })), Math.max(least, of.on('isRequired') ? 1 : 0));
  commentOf(walk, of, place, settled);
};

function totals(of: Source): void { for (const name of ['totalText', 'keyName', 'detailElements', 'detailPanelMode', 'defaultRowValue', 'defaultValue']) of.lose(name, name.startsWith('default') ? 'default' : 'survey-behaviour', name); }

const CHOICES = new Set(['dropdown', 'radiogroup', 'checkbox', 'tagbox', 'buttongroup']);

function cells(walk: Walk, of: Source, place: Place, settled: Settled, rows: readonly Row[], surely: number): void {
  const columns = of.each('columns');
  const general = of.word('cellType') || 'dropdown';
  others(of, /^$/);
  of.on('isRequired');
  if (columns.length === 0) { of.say('columns', 'list-columns'); return; }
  if (columns.length * rows.length > MOST_CELLS) { of.say(`${columns.length} × ${rows.length}`, 'survey-behaviour', `${columns.length} × ${rows.length}`); of.ledger.read.add(of.path); return; }
  const base = gapped(settled.title);
  const { gates, loose } = gatesOf(walk, of, place);
  of.say(`columns: ${columns.length}, rows: ${rows.length}`, 'exploded', `${columns.length} × ${rows.length}`, of.pathOf('columns'));
  for (const column of columns) {
    // A column is a question without its own words: what the table says of all cells stands behind it.
    const node: Loose = { type: general === 'default' ? 'dropdown' : general, ...column.node };
    const type = typeof column.node.cellType === 'string' && column.node.cellType !== 'default' ? column.node.cellType : general === 'default' ? 'dropdown' : general;
    const cell = named(sourceOf({ ...node, type }, column.path, column.ledger), of.label);
    cell.word('cellType');
    if (cell.on('isUnique')) cell.say('isUnique', 'rule', undefined, cell.pathOf('isUnique'));
    const own = cell.word('name');
    const title = walk.words.read(cell, 'title');
    const head = title.text === '' ? plainText(own || 'Cột') : title;
    const holder = !cell.has('choices') && !cell.has('choicesByUrl') && of.has('choices') ? sourceOf({ ...cell.node, choices: of.node.choices }, cell.path, { losses: of.ledger.losses, read: of.ledger.read }, of.label) : cell;
    if (CHOICES.has(type) && !cell.has('visibleIf') && !cell.has('requiredIf') && !cell.on('showOtherItem') && rows.every(({ title: each }) => each.text !== '' && !each.text.includes('{'))) {
      const found = choicesOf(walk, holder);
      if (found) {
        const many = type === 'checkbox' || type === 'tagbox';
        grid(walk, of, place, { settled: { ...settled, hint: column === columns[0] ? settled.hint : EMPTY }, name: `${settled.key}_${own}`, title: withDash(base, head), rows, found, many, all: cell.on('isRequired') && surely >= rows.length, ways: (row) => [`${settled.key}.${row}.${own}`, `${settled.key}[${row}].${own}`] });
        if (holder !== cell) shared(of, cell);
        continue;
      }
    }
    rows.forEach((row, i) => {
      const scope = { panel: place.scope?.panel ?? '', row: within(place, /^\d+$/.test(row.key) ? `${settled.key}[${row.key}]` : `${settled.key}.${row.key}`), index: i, title: withDash(base, row.title), name: place.scope?.name ?? '' };
      walk.visit(sourceOf({ ...holder.node, name: `${settled.key}_${row.key}_${own}`, title: holder.node.title ?? own, type }, holder.path, holder.ledger, of.label), { ...place, scope, gates, loose: loose || i >= surely, top: false });
      const asked = walk.known.get(within(place, `${settled.key}_${row.key}_${own}`).toLowerCase());
      if (asked) for (const way of [`${settled.key}.${row.key}.${own}`, `${settled.key}[${row.key}].${own}`]) know(walk, way, asked, place.scope);
    });
    if (holder !== cell) shared(of, cell);
  }
}

/** The same, of the copy of a panel in which the table stands. */
const within = ({ scope }: Place, name: string): string => (scope && scope.panel !== '' ? `${scope.panel}.${name}` : name);

/** The choices of the table are read where its columns are. */
function shared(of: Source, cell: Source): void {
  const [from, to] = [`${cell.path}/choices`, of.pathOf('choices')];
  for (const path of [...of.ledger.read]) if (path === from || path.startsWith(`${from}/`)) of.ledger.read.add(`${to}${path.slice(from.length)}`);
}

/** Several boxes for words under one heading. */
export const boxes: Visit = (walk, of, place) => {
  const settled = settle(walk, of, place);
  const items = of.each('items');
  others(of, /^$/);
  if (items.length === 0) { of.say('items', 'list-columns'); return; }
  of.say(`items: ${items.length}`, 'exploded', String(items.length), of.pathOf('items'));
  if (of.on('isRequired')) of.say('isRequired', 'rule', undefined, of.pathOf('isRequired'));
  if (of.has('defaultValue')) of.lose('defaultValue', 'default', JSON.stringify(of.node.defaultValue).slice(0, 80));
  const base = gapped(settled.title);
  const { gates, loose } = gatesOf(walk, of, place);
  if (settled.hint.text !== '') place.flow.waiting.push({ text: settled.hint, of });
  for (const item of items) {
    const own = item.word('name');
    const scope = { panel: place.scope?.panel ?? '', row: place.scope?.row ?? '', index: 0, title: base, name: place.scope?.name ?? '' };
    const type = item.word('editorType') || 'text';
    walk.visit(sourceOf({ ...item.node, name: `${settled.key}_${own}`, title: item.node.title ?? own, type }, item.path, item.ledger, of.label), { ...place, scope, gates, loose, top: false });
    const asked = walk.known.get(within(place, `${settled.key}_${own}`).toLowerCase());
    if (asked) know(walk, `${settled.key}.${own}`, asked, place.scope);
  }
  commentOf(walk, of, place, settled);
};
