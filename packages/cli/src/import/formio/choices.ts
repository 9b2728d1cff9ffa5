// The choices of a select, a radio group, boxes: in the form, or elsewhere.
import type { Json, JsonSchemaObject } from '@dvc/schema';
import { isLoose, listOf, textOf, wordsOf, type Tracked } from './tracked.js';

/** Says where choices come from that are not in the file; false when they are in it. */
export function remoteChoices(of: Tracked): boolean {
  const from = of.text('dataSrc') || 'values';
  if (from === 'values' || (from === 'json' && jsonItems(of).length > 0)) return false;
  const named = { url: of.text('data.url'), resource: of.text('data.resource'), custom: 'JavaScript', indexeddb: 'IndexedDB', json: 'JSON' }[from] || from;
  of.say(`dataSrc: ${from} ${named}`.trim(), 'choices-elsewhere', named);
  of.skip('data.values', 'values');
  of.lose('data.custom', 'script');
  for (const name of ['data.json', 'data.indexeddb', 'valueProperty', 'filter', 'sort', 'data.method', 'data.project', 'selectValues']) of.lose(name, 'choices-elsewhere', named);
  for (const name of ['validate.minSelectedCount', 'validate.maxSelectedCount']) of.lose(name, 'rule');
  return true;
}

function jsonItems(of: Tracked): Json[] {
  let items = of.take('data.json');
  if (typeof items === 'string') { try { items = JSON.parse(items) as unknown; } catch { return []; } }
  const inside = of.text('selectValues');
  const list = isLoose(items) && inside ? items[inside] : items;
  return Array.isArray(list) ? list as Json[] : [];
}

export interface Choices { choices: JsonSchemaObject[]; type: 'string' | 'number' | 'boolean' | undefined; values: Json[] }

export function choicesOf(of: Tracked, list: string, say: (text: string) => string): Choices {
  const wanted = of.text('dataType');
  of.lose('filter', 'behaviour');
  of.lose('sort', 'behaviour');
  const items = of.text('dataSrc') === 'json' ? jsonItems(of).map((item) => fromJson(item, of.text('valueProperty'), of.text('template') || textOf(of.component.template))) : listOf(of.take(list)).map(fromValues);
  if (of.text('dataSrc') !== 'json') of.skip('valueProperty', 'data.json', 'data.url', 'data.resource', 'data.custom', 'selectValues');
  const choices: JsonSchemaObject[] = [];
  const values: Json[] = [];
  const types = new Set<string>();
  for (const { value, label } of items) {
    if (value === '' && label === '') continue;
    const typed = typedAs(wanted, value === '' ? label : value);
    if (typeof typed === 'object') { of.say(`${list}: ${JSON.stringify(typed)}`, 'type-unknown', JSON.stringify(typed)); continue; }
    if (values.includes(typed)) { of.say(`${list}: ${label}`, 'choice-twice', label); continue; }
    values.push(typed);
    types.add(typeof typed);
    choices.push({ const: typed, title: say(wordsOf(label) || String(typed)) });
  }
  const [type] = types;
  return { choices, values, type: types.size === 1 ? type as Choices['type'] : undefined };
}

const fromValues = (item: Record<string, unknown>): { value: Json; label: string } => ({ value: (item.value ?? '') as Json, label: textOf(item.label) || textOf(item.value) });

function fromJson(item: Json, property: string, template: string): { value: Json; label: string } {
  if (!isLoose(item)) return { value: item, label: String(item) };
  const shown = /item\.(?:data\.)?([\w.]+)/.exec(template)?.[1];
  const [value, label] = [item[property || 'value'] ?? item.id ?? item.code ?? item.ma, item[shown ?? 'label'] ?? item.label ?? item.name ?? item.title ?? item.ten];
  return { value: (value ?? label ?? '') as Json, label: textOf(label) || textOf(value) };
}

function typedAs(wanted: string, value: Json): Json {
  if (wanted === 'number' && typeof value === 'string' && Number.isFinite(Number(value))) return Number(value);
  if (wanted === 'boolean' && typeof value === 'string') return value === 'true' ? true : value === 'false' ? false : value;
  if (wanted === 'object' || wanted === 'number' || wanted === 'boolean') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
