// Answers that a source of the State knows: put in, offered, taken. Only the way to what is sent is loaded with every form.
import { join, type Json, type Path } from '@dvc/schema';
import type { Prefilled, Provenance } from '../ports.js';
import type { FormState, NodeState } from './state.js';
import { fieldValue, sameJson, slotsOf } from './values.js';

/** A prefilled answer as the form holds it. */
export type Sourced = Omit<Provenance, 'changed'> & { readonly value: Json };
export type Suggestion = Omit<Prefilled, 'path'>;

/** By the paths of now: rows have moved, and what is not asked is not sent. */
export function provenanceOf({ root, provenance }: FormState): Record<Path, Provenance> {
  if (Object.keys(provenance).length === 0) return {};
  return Object.fromEntries([...everyPlace(root)].filter(({ node }) => node.relevant && Object.hasOwn(provenance, node.id)).map(({ node, path }) => {
    const { value, ...said } = provenance[node.id]!;
    return [path, { ...said, ...(sameJson(fieldValue(node), value) ? {} : { changed: true }) }];
  }));
}

/** All places, also those that are not asked, with their paths as of now. */
export function* everyPlace(node: NodeState, path: Path = ''): Generator<{ node: NodeState; path: Path }> {
  yield { node, path };
  const { shape, nested } = node;
  if (nested) yield* everyPlace(nested, path);
  const isList = shape.kind === 'list';
  for (const child of isList ? slotsOf(node) : node.children ?? []) if (child) yield* everyPlace(child, join(path, child.plan.key));
  for (const [i, row] of (node.rows ?? []).entries()) if (isList || row.key !== undefined) yield* everyPlace(row, join(path, isList ? i + shape.slots : row.key!));
}
