// Every place of a form that takes somebody's text, as data: a new kind of control is a line in xss-forms.ts.
import type { Json, JsonObject } from '@dvc/schema';

/**
 * Where a slot's text must be seen, so that the campaign knows that it was really put on the page:
 * `text` to be read, `value` in a control, `attribute` in one, `quiet` nowhere that one could count on.
 */
export type Shown = 'text' | 'value' | 'attribute' | 'quiet';
export interface Slot { readonly shown: Shown; readonly name: string }

const OPEN = '\uE000', CLOSE = '\uE001';
const place = (shown: Shown) => (name: string): string => `${OPEN}${shown}|${name}${CLOSE}`;
export const text = place('text'), value = place('value'), attribute = place('attribute'), quiet = place('quiet');

const HOLE = new RegExp(`${OPEN}(\\w+)\\|([^${CLOSE}]*)${CLOSE}`, 'g');

/** The slots of a template, in the order in which they stand in it. */
export function slotsOf(template: unknown): Slot[] {
  const found = new Map<string, Slot>();
  for (const [, shown, name] of JSON.stringify(template).matchAll(HOLE)) found.set(name!, { shown: shown as Shown, name: name! });
  return [...found.values()];
}

/** A payload as it stands in a slot: with a mark by which the slot is known again. A name begins with it, as a readable form of a name changes its first letter. */
export const written = (payload: string, slot: string, isName = false): string => (isName ? `${mark(slot)} ${payload}` : `${payload} ${mark(slot)}`);
const mark = (slot: string) => `¤${slot}¤`;
/** Any slot's mark. */
export const MARK = /¤[^¤]+¤/;

/** The template with a payload in every slot, names of properties too. */
export function filled<T>(template: T, payload: string): T {
  const fill = (part: Json): Json => {
    if (typeof part === 'string') return part.replace(HOLE, (_, __, name: string) => written(payload, name));
    if (Array.isArray(part)) return part.map(fill);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key.replace(HOLE, (_, __, name: string) => written(payload, name, true)), fill(child)])) as JsonObject;
  };
  return fill(template as Json) as T;
}

/** For comparing: white space and case aside, the signs that a readable form of a name leaves out, and half characters, which a file's name cannot have. */
export const plainly = (read: string): string => read.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC').toLowerCase().replace(/[\s\0_-]+/g, '');
