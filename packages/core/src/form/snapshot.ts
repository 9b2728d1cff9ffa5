// A form in the middle of its work, as plain data: what a draft keeps. Every place as it stands, asked or not.
import { join, type FormPlan, type Json, type JsonObject, type Path } from '@dvc/schema';
import { buildNode, type Source } from './build.js';
import { NESTED } from './locate.js';
import { locatePath } from './locate-path.js';
import { pagesOf } from './pages.js';
import { beginForm, knownOf, settledAnew, type StartOptions } from './start.js';
import type { FormState, NodeState, Origin, Upload } from './state.js';
import { everyPlace } from './sources.js';

/** One place; what is as at the start is left out. */
interface KeptPlace {
  readonly value?: Json; readonly origin?: Origin; readonly text?: string; readonly touched?: true; readonly key?: string; readonly naming?: true; readonly extra?: JsonObject;
  readonly picks?: readonly (number | null)[];
  readonly children?: Readonly<Record<string, KeptPlace>>;
  readonly rows?: readonly KeptPlace[];
  readonly nested?: KeptPlace;
}

export interface Snapshot {
  readonly format: 1;
  readonly document: { readonly id: string; readonly version: string };
  readonly root: KeptPlace;
  readonly page: string;
  readonly visited: readonly string[];
  readonly attempted: boolean;
  /** Files that the back end holds. */
  readonly uploads: Readonly<Record<string, readonly Upload[]>>;
  /** Where prefilled answers came from. */
  readonly provenance: Readonly<Record<Path, FormState['provenance'][string]>>;
  readonly codeLists: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
}

/** What must be kept of a form so that its citizen can go on. */
export function snapshotOf(state: FormState): Snapshot {
  const { plan: { document: { id, version } }, root, page, visited, attempted, uploads, provenance, codeLists, idempotencyKey } = state;
  const sources = [...everyPlace(root)].flatMap(({ node, path }) => (Object.hasOwn(provenance, node.id) ? [[path, provenance[node.id]!] as const] : []));
  const held = Object.entries(uploads).map(([paper, files]) => [paper, files.filter(({ status }) => status === 'uploaded')] as const);
  return {
    format: 1, document: { id, version }, root: kept(root) ?? {}, page, visited, attempted,
    uploads: Object.fromEntries(held.filter(([, files]) => files.length > 0)), provenance: Object.fromEntries(sources), codeLists, idempotencyKey,
  };
}

/** The form as it was, reckoned anew: another day may ask for other things. */
export function restoreForm(plan: FormPlan, snapshot: Snapshot, options: Omit<StartOptions, 'data' | 'idempotencyKey' | 'defaults' | 'identity'>): FormState {
  const { page, visited, attempted, uploads, codeLists, idempotencyKey } = snapshot;
  const first = beginForm(plan, { ...options, idempotencyKey, defaults: false });
  const { known, nextRow } = knownOf(first, false);
  const source: Source = { rowId: () => known.rowId(), identity: {}, provenance: {}, defaults: false };
  const { root } = settledAnew(plan, overlaid(buildNode(plan.root, undefined, '', source), snapshot.root, source), { ...known, restores: true });
  const state = { ...first, root, nextRow: nextRow(), attempted, uploads, codeLists };
  const provenance = Object.fromEntries(Object.entries(snapshot.provenance).map(([path, from]) => [locatePath(root, path).found.node.id, from]));
  const isThere = pagesOf(state).some(({ id }) => id === page);
  return { ...state, provenance, page: isThere ? page : state.page, visited: visited.length > 0 ? visited : state.visited };
}

function kept(node: NodeState): KeptPlace | undefined {
  const { value, origin, text, touched, key, naming, extra, picks } = node;
  const children = Object.fromEntries((node.children ?? []).flatMap((child) => {
    const inside = kept(child);
    return inside ? [[child.plan.key, inside]] : [];
  }));
  const made: KeptPlace = {
    ...(value === undefined ? {} : { value }), ...(origin ? { origin } : {}), ...(text === undefined ? {} : { text }), ...(touched ? { touched } : {}),
    ...(key === undefined ? {} : { key }), ...(naming ? { naming } : {}), ...(extra ? { extra } : {}),
    ...(picks?.some((pick) => pick !== undefined) ? { picks: picks.map((pick) => pick ?? null) } : {}),
    ...(Object.keys(children).length > 0 ? { children } : {}),
    ...(node.rows && node.rows.length > 0 ? { rows: node.rows.map((row) => kept(row) ?? {}) } : {}),
    ...(node.nested ? { nested: kept(node.nested) ?? {} } : {}),
  };
  return Object.keys(made).length > 0 ? made : undefined;
}

function overlaid(node: NodeState, { value, origin, text, touched, key, naming, extra, picks, children = {}, rows, nested }: KeptPlace, source: Source): NodeState {
  const { plan } = node;
  // Rows of a list, or of the map that the place was.
  const row = rows && (rows.some((each) => each.key !== undefined || each.naming) || !plan.item ? plan.entry : plan.item);
  const nest = nested && plan.nest;
  return {
    ...node, value, origin, text, touched: touched === true, key, naming: naming === true, extra,
    picks: picks?.map((pick) => pick ?? undefined) ?? node.picks,
    children: node.children?.map((child) => (Object.hasOwn(children, child.plan.key) ? overlaid(child, children[child.plan.key]!, source) : child)) ?? (Object.keys(children).length > 0 ? plan.children.map((child) => overlaid(buildNode(child, undefined, join(node.id, child.key), source), children[child.key] ?? {}, source)) : undefined),
    rows: row ? rows.map((each) => overlaid(buildNode(row, undefined, `${node.id}/${row === plan.entry ? '~' : ''}${source.rowId()}`, source), each, source)) : plan.item || plan.entry ? [] : node.rows,
    nested: nest ? overlaid(buildNode(nest.plan.root, undefined, `${node.id}/${NESTED}`, source), nested, source) : undefined,
  };
}
