// The rarer shapes: choosers of alternatives, entries with names, parts that are opened on demand, and what was given and does not fit.
import { nodeIssues, slotsOf, type NodeState, type PlacedIssue } from '@dvc/core';
import { split, type BranchPlan, type Issue, type UnionPlan } from '@dvc/schema';
import { format, inSentence, type Words } from '@dvc/locale';
import { foreign, openable } from '@dvc/ui/chrome/foreign.js';
import { group } from '@dvc/ui/chrome/group.js';
import { notice } from '@dvc/ui/chrome/notice.js';
import { rows } from '@dvc/ui/chrome/rows.js';
import { fieldView } from '@dvc/ui/fields/index.js';
import type { FieldModel, Option } from '@dvc/ui/model.js';
import { pages } from '@dvc/ui/pages.styles.js';
import type { Action as Press } from '@dvc/ui/read-control.js';
import { nothing } from 'lit';
import { shownValue } from './field-models.js';
import type { DvcForm } from './form.js';
import type { FormScene } from './page.js';
import { childViews, inTheirOrder, isSeen, placeView, type Scene } from './places.js';
import { nameOf } from './texts.js';

export { tellMissing } from './missing.js';
export { reduceShapes as reduce } from '@dvc/core';

export const shapeSheets = [pages.styleSheet!];

const MOST_RADIOS = 5;

/** One chooser for each union of a place, of which the schema tells no better way. */
export function choosersView(scene: Scene, node: NodeState): unknown {
  return node.plan.unions.map((union) => (isAsked(node, union) ? fieldView(chooserModel(scene, node, union), scene.models.texts.words) : nothing));
}

const isAsked = (node: NodeState, { guard }: UnionPlan) => guard.every(({ condition, holds }) => condition.at !== node.plan || (node.conditions?.[condition.slot] ?? false) === holds);

function chooserModel({ models, store }: Scene, node: NodeState, union: UnionPlan): FieldModel {
  const { texts } = models;
  const { words } = texts;
  const pick = node.picks?.[union.slot];
  const isGroup = node.shape.kind === 'object';
  const issue = (node.touched || store.state.attempted) && pick === undefined && node.required ? nodeIssues(node)[0] : undefined;
  return {
    id: models.handleId(node, union.slot), control: union.branches.length <= MOST_RADIOS ? 'radio' : 'select',
    label: isGroup ? words.chooseVariant : texts.label(node), text: '', chosen: pick === undefined ? [] : [String(pick)],
    options: union.branches.map((branch, i): Option => ({ value: String(i), label: branchName(branch, i, union, texts.say(branch.title), words) })),
    required: node.required, readOnly: store.state.readOnly || node.shape.readOnly, disabled: false,
    ...(issue && !isGroup ? { error: texts.sentence(issue, node) } : {}),
    ...(!isGroup && node.shape.hint ? { hint: texts.say(node.shape.hint) } : {}),
  };
}

const KINDS: Record<string, keyof Words> = { string: 'kindText', number: 'kindNumber', integer: 'kindNumber', boolean: 'kindYesNo', array: 'kindList', object: 'kindGroup', null: 'kindNothing' };

/** Its title; else its kind, where that tells it from the others; else what it alone asks for; else its number. */
function branchName({ types, keys }: BranchPlan, i: number, { branches }: UnionPlan, title: string, words: Words): string {
  if (title && branches.filter((branch) => branch.title?.text === branches[i]!.title?.text).length === 1) return title;
  const kind = types?.find((type) => type !== 'null');
  const isAlone = kind !== undefined && branches.filter((branch) => branch.types?.includes(kind)).length === 1;
  if (isAlone) return words[KINDS[kind]!] as string;
  const own = [...keys].filter((key) => !branches.some((branch, at) => at !== i && branch.keys.has(key)));
  if (own.length > 0) return own.slice(0, 3).map(nameOf).join(', ');
  return title ? `${title} (${i + 1})` : format(words.variant, { n: i + 1 }, words.lang);
}

/** What was chosen, to be read before it is sent. */
export function chosenItems(scene: Scene, node: NodeState): { label: string; value: string; id?: string }[] {
  return node.plan.unions.flatMap((union) => {
    const model = chooserModel(scene, node, union);
    const chosen = model.options!.find(({ value }) => value === model.chosen![0]);
    return chosen && isAsked(node, union) ? [{ label: model.label, value: chosen.label, ...(model.readOnly ? {} : { id: model.id }) }] : [];
  });
}

/** A group with its choosers, children, entries, and what is foreign to it. */
export function insideView(scene: Scene, node: NodeState, level: number): unknown {
  const children = node.plan.children.some(({ group: name }) => name) ? gatheredViews(scene, node, level) : childViews(scene, node, level);
  // Always the same five, whatever is in them: nobody's control is used for another when something comes or goes.
  return [wrongKindView(scene, node), choosersView(scene, node), children, entriesView(scene, node, level), foreignView(scene, node)];
}

/** Neighbours that the schema gathers under one name. */
function gatheredViews(scene: Scene, node: NodeState, level: number): unknown[] {
  const runs: { name: string | undefined; children: NodeState[] }[] = [];
  for (const child of inTheirOrder(node)) {
    if (runs.length > 0 && runs.at(-1)!.name === child.shape.group) runs.at(-1)!.children.push(child);
    else runs.push({ name: child.shape.group, children: [child] });
  }
  return runs.map(({ name, children }, i) => (name === undefined ? children.map((child) => placeView(scene, child, level))
    : children.some(isSeen) ? group({ id: `${scene.models.domId(node)}-g${i}`, title: name, level }, scene.models.texts.words.error, children.map((child) => placeView(scene, child, level + 1))) : nothing));
}

/** Which parts of a schema could not be drawn: the rest can be filled. */
export function missingView({ plan, models }: FormScene): unknown {
  const { words } = models.texts;
  const names = new Set(plan.problems.map(({ path, got }) => {
    const tokens = path.split('/');
    const at = tokens.lastIndexOf('properties');
    return at >= 0 && tokens[at + 1] ? nameOf(tokens[at + 1]!.replace(/~1/g, '/').replace(/~0/g, '~')) : got;
  }));
  return notice({ kind: 'warning', text: format(words.partMissing, { name: [...names].slice(0, 5).join(', ') }, words.lang) });
}

/** Given data of another kind stand above what they should be, until something is entered there or they are taken away. */
export function wrongKindView({ models, store }: Scene, node: NodeState): unknown {
  const { words } = models.texts;
  if (node.value === undefined || node.shape.kind === 'field' || (node.value === null && node.shape.nullable)) return nothing;
  return foreign({ text: format(words.wrongKind, { value: shownValue(node.value) }, words.lang), ...(store.state.readOnly ? {} : { action: { action: 'clear-value', id: models.domId(node), text: words.clearValue } }) });
}

/** What was given and no part of the form asks for, where the form allows nothing else: shown, so that it can be taken away. */
function foreignView(scene: Scene, node: NodeState): unknown {
  const { models, store } = scene;
  const refused = Object.entries(node.extra ?? {}).filter(([key]) => node.issues.some(({ path, code }) => /^(additional|unevaluated)Properties$/.test(code) && path === `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`));
  const { words } = models.texts;
  return refused.map(([key, value]) => foreign({
    id: foreignId(scene, node, key), text: words.entryForeign, term: nameOf(key), value: shownValue(value), isError: true,
    ...(store.state.readOnly ? {} : { action: { action: 'remove-extra', id: models.domId(node), key, text: words.remove, name: `${words.remove} ${nameOf(key)}` } }),
  }));
}

/** A map says its own name over its entries. */
export function mapView(scene: Scene, node: NodeState, level: number): unknown {
  const { texts } = scene.models;
  const issue = node.touched || scene.store.state.attempted ? nodeIssues(node).find(({ path }) => path === '') : undefined;
  return [entriesView(scene, node, level, { title: texts.label(node), ...(node.shape.hint ? { hint: texts.say(node.shape.hint) } : {}), ...(issue ? { error: texts.sentence(issue, node) } : {}) }), foreignView(scene, node)];
}

const foreignId = ({ models }: Scene, node: NodeState, key: string) => `${models.domId(node)}-x${Object.keys(node.extra ?? {}).indexOf(key)}`;

/** Where a line of the summary leads that is about something foreign. */
export function targetOf(scene: Scene, { node, code, path }: PlacedIssue): string | undefined {
  const key = split(path).at(-1) ?? '';
  return /^(additional|unevaluated)Properties$/.test(code) && node.extra && Object.hasOwn(node.extra, key) ? foreignId(scene, node, key) : undefined;
}

/** Entries of a map: each a card with its name and what it holds. */
function entriesView(scene: Scene, node: NodeState, level: number, named?: { title: string; hint?: string; error?: string }): unknown {
  const { models, store } = scene;
  const { words, say, sentence } = models.texts;
  const { entry } = node.plan;
  if (!entry || !node.shape.open) return nothing;
  const entries = node.rows ?? [];
  const title = say(entry.rowTitle ?? entry.title) || words.entry;
  const fixed = store.state.readOnly;
  const id = models.domId(node);
  return rows({
    id: named ? id : `${id}-entries`, list: id, level, ...(named ?? { title: words.entries }),
    rows: entries.map((row, i) => ({
      id: tail(row.id), title: row.key ?? format(words.rowTitle, { title, n: i + 1 }, words.lang),
      ...(fixed || isNaming(row, keyIssue(node, row)) ? {} : { rename: `${words.rename} ${row.key}` }),
      ...(fixed ? {} : { remove: format(words.rowAction, { action: words.remove, title: row.key ?? inSentence(title), n: row.key === undefined ? i + 1 : '' }, words.lang).trim() }),
    })),
    empty: format(words.rowsEmpty, { title: inSentence(title) }, words.lang),
    ...(fixed ? {} : { add: format(words.addRow, { title: inSentence(title) }, words.lang) }),
  }, words, (row) => {
    const state = entries.find((each) => tail(each.id) === row.id)!;
    const issue = keyIssue(node, state);
    const shown = state.touched || store.state.attempted || issue?.code !== 'entry-key';
    return [
      // A name that stands is the heading of its entry.
      isNaming(state, issue) ? fieldView({
        id: models.handleId(state, 'key'), control: 'text', label: words.entryKey, text: state.key ?? '', required: true, readOnly: fixed, disabled: false,
        ...(issue && shown ? { error: sentence(issue, issue.path === '' ? state : node) } : {}),
      }, words) : nothing,
      state.shape.kind === 'object' && state.plan.unions.length === 0 ? insideView(scene, state, level + 2) : placeView(scene, state, level + 2),
    ];
  });
}

const isNaming = (entry: NodeState, issue: Issue | undefined): boolean => entry.naming || entry.key === undefined || issue !== undefined;

/** What is wrong with the name of an entry, by itself or by the schema of the map. */
const keyIssue = (map: NodeState, entry: NodeState): Issue | undefined => nodeIssues(entry).find(({ code }) => code.startsWith('entry-'))
  ?? map.issues.find(({ path, code }) => entry.key !== undefined && /^(propertyNames|(additional|unevaluated)Properties)$/.test(code) && path === `/${entry.key.replace(/~/g, '~0').replace(/\//g, '~1')}`);

/** A part whose schema has no end: opened when somebody wants it. */
export function nestView(scene: Scene, node: NodeState, level: number): unknown {
  const { models, store } = scene;
  const { texts } = models;
  const { words } = texts;
  const title = texts.label(node);
  const id = models.domId(node);
  const fixed = store.state.readOnly || node.shape.readOnly;
  const isRow = node.plan.parent?.item === node.plan || node.plan.parent?.entry === node.plan;
  const issue = node.touched || store.state.attempted ? nodeIssues(node)[0] : undefined;
  const named = { title: inSentence(title) };
  if (!node.nested) {
    return [choosersView(scene, node), wrongKindView(scene, node), openable({ id, title, ...(node.shape.hint ? { hint: texts.say(node.shape.hint) } : {}), ...(issue ? { error: texts.sentence(issue, node) } : {}), ...(fixed ? { empty: words.empty } : { action: 'open-part', text: format(words.openPart, named, words.lang) }) }, words.error)];
  }
  const deeper = isRow ? level : level + 1;
  const inside = node.nested.shape.kind === 'object' ? insideView(scene, node.nested, deeper) : placeView(scene, node.nested, deeper);
  if (isRow) return [choosersView(scene, node), inside];
  return [choosersView(scene, node), group({ id, title, level, ...(issue ? { error: texts.sentence(issue, node) } : {}) }, words.error, [
    inside, fixed ? nothing : openable({ id: `${id}-close`, place: id, action: 'close-part', text: format(words.closePart, named, words.lang) }, words.error),
  ])];
}

/** Slots of a list, each with a meaning of its own, and then its rows. */
export function slotsView(scene: Scene, node: NodeState, level: number, more: unknown): unknown {
  const { models, store } = scene;
  const { texts } = models;
  const issue = node.touched || store.state.attempted ? nodeIssues(node)[0] : undefined;
  return group({ id: models.domId(node), title: texts.label(node), level, ...(node.shape.hint ? { hint: texts.say(node.shape.hint) } : {}), ...(issue ? { error: texts.sentence(issue, node) } : {}) }, texts.words.error, [
    wrongKindView(scene, node), slotsOf(node).map((slot) => (slot ? placeView(scene, slot, level + 1) : nothing)), more,
  ]);
}

/** What a press on the buttons of these views does; the focus goes where the person works on. */
export function press(form: DvcForm, { store, models }: FormScene, { action, id, element }: Press, place: string): boolean {
  const { words } = models.texts;
  switch (action) {
    case 'open-part': store.dispatch({ type: 'opened', id: place }); break;
    case 'close-part': store.dispatch({ type: 'closed', id: place }); form.say(words.removed); break;
    case 'clear-value': store.dispatch({ type: 'cleared', id: place }); form.say(words.removed); break;
    case 'remove-extra': store.dispatch({ type: 'extra-removed', id: place, key: element.dataset['key'] ?? '' }); form.say(words.removed); break;
    default: return false;
  }
  form.answered(place);
  void form.updateComplete.then(() => form.reveal(id!));
  return true;
}

const tail = (id: string) => id.slice(id.lastIndexOf('/') + 1);
