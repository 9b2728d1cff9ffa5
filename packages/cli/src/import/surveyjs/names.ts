// When all questions are known: what conditions and titles call them becomes what they are called here.
import type { JsonSchemaObject } from '@dvc/schema';
import { everyQuestion, pathOf, type Gate } from '../tree.js';
import { renamed } from './gates.js';
import type { Loss } from '../loss.js';
import type { Walk } from './place.js';
import { pipesOf, splitPipes } from './words.js';

export function settleNames(walk: Walk, others: Gate[]): void {
  const done = new Map<Gate, Gate | undefined>();
  const settle = (gate: Gate): Gate | undefined => {
    if (!done.has(gate)) { const test = renamed(gate.test, (key) => (key.startsWith('\u0001') ? key : keyOf(walk, key))); done.set(gate, test && { ...gate, test }); }
    return done.get(gate);
  };
  for (const each of everyQuestion(walk.root)) {
    const kept: Gate[] = [];
    for (const gate of each.gates) {
      const found = settle(gate);
      if (found) { kept.push(found); continue; }
      each.required = false;
      walk.losses.push({ path: gate.path, component: each.label, what: gate.what, reason: 'condition', about: gate.what, at: pathOf(each) });
    }
    each.gates = kept;
    each.mustIf = each.mustIf?.flatMap((gate) => {
      const found = settle(gate);
      if (!found) walk.losses.push({ path: gate.path, component: each.label, what: gate.what, reason: 'required-condition', about: gate.what, at: pathOf(each) });
      return found ? [found] : [];
    });
  }
  for (const page of walk.pages) page.gates = page.gates.flatMap((gate) => settle(gate) ?? []);
  for (const gate of others) gate.test = settle(gate)?.test ?? (walk.losses.push({ path: gate.path, component: '', what: gate.what, reason: 'condition', about: gate.what }), undefined as never);
  for (const each of walk.piped) pipe(walk, each);
  mark(walk);
  // A thing that stands in several places of the survey is said once.
  const said = new Set<string>();
  walk.losses.splice(0, walk.losses.length, ...walk.losses.filter((loss) => { const key = JSON.stringify([loss.path, loss.what, loss.reason, loss.at]); const first = !said.has(key); said.add(key); return first; }));
}

const keyOf = (walk: Walk, key: string): string | undefined => walk.known.get(key.trim().toLowerCase())?.key;

/** A text of the language says something; a blank between two answers has a sign of no width beside it. */
const shown = (part: string): string => (part.trim() === '' ? `${part}\u2060` : part);

/** `titleParts`, where every name in a title is an answer. */
function pipe(walk: Walk, { question, text, of }: Walk['piped'][number]): void {
  const names = pipesOf(text.text);
  const found = new Map(names.map((name) => [name, walk.known.get(name.toLowerCase())]));
  const lost = names.filter((name) => { const other = found.get(name); return !other || other === question || other.kind !== 'field'; });
  if (lost.length > 0) of.say(text.text.slice(0, 80), 'piping', [...new Set(lost)].map((name) => `{${name}}`).join(', '), text.path);
  if (lost.length === names.length) return;
  const parts = splitPipes(text.text).map((part) => (typeof part === 'string' ? shown(part) : lost.includes(part.name) ? '…' : { var: pathOf(found.get(part.name)!) }));
  question.schema['x-dvc'] = { ...(question.schema['x-dvc'] as JsonSchemaObject | undefined), titleParts: parts as never };
}

/** What nobody need look at again where the question stands. */
const QUIET: ReadonlySet<Loss['reason']> = new Set<Loss['reason']>(['appearance', 'survey-behaviour', 'survey-words', 'formatting', 'metadata', 'frame', 'statement-moved', 'renamed', 'after-sending', 'storage', 'section-page']);

/** Where the survey has a question for a loss. */
export function mark(walk: Walk): void {
  const places = new Map([...everyQuestion(walk.root)].reverse().map((each) => [each.path, pathOf(each)]));
  for (const loss of walk.losses) {
    for (let path = loss.path; loss.at === undefined && !QUIET.has(loss.reason) && path !== ''; path = path.slice(0, path.lastIndexOf('/'))) { const at = places.get(path); if (at !== undefined) loss.at = at; }
  }
}
