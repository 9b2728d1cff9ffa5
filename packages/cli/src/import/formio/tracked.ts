// One component, and what was taken of it: what is left in the end is reported, so that nothing is dropped in silence.
import { join, type Path } from '@dvc/schema';
import { short } from '../blocks.js';
import type { Loss } from '../loss.js';
import { carries, partsOf } from './meaning.js';

export type Loose = Record<string, unknown>;
export const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');
/** Form.io keeps "true" and true. */
export const isOn = (value: unknown): boolean => value === true || value === 'true' || value === 1;

export interface Tracked {
  readonly component: Loose;
  readonly path: Path;
  readonly type: string;
  readonly key: string;
  readonly name: string;
  /** The value, taken. `validate.required` goes inside. */
  take(name: string): unknown;
  text(name: string): string;
  number(name: string): number | undefined;
  /** A whole number, 0 or more; anything else is reported. */
  count(name: string): number | undefined;
  on(name: string): boolean;
  /** Takes it and says that the form does not have it; nothing when it says nothing. */
  lose(name: string, reason: Loss['reason'], about?: string): void;
  /** Takes what has no value in a form. */
  skip(...names: string[]): void;
  /** Reports without a property. */
  say(what: string, reason: Loss['reason'], about?: string): void;
  /** Everything that nobody took. */
  rest(): void;
}

export function track(component: Loose, path: Path, losses: Loss[]): Tracked {
  const taken = new Set<string>();
  const read = (name: string): unknown => name.split('.').reduce<unknown>((value, part) => (isLoose(value) && Object.hasOwn(value, part) ? value[part] : undefined), component);
  const take = (name: string): unknown => { taken.add(name); return read(name); };
  const key = textOf(component.key);
  const name = textOf(component.label) || textOf(component.title) || textOf(component.legend) || key || textOf(component.type) || '?';
  const numberOf = (value: unknown): number | undefined => (value === '' || value === null || typeof value === 'boolean' || !Number.isFinite(Number(value)) || value === undefined ? undefined : Number(value));
  const at = (part: string): Path => part.split('.').reduce((above, each) => join(above, each), path);
  const show = (value: unknown): string => short(typeof value === 'string' ? value.replace(/\s+/g, ' ') : JSON.stringify(value) ?? '', 120);
  return {
    component, path, type: textOf(component.type), key, name, take,
    text: (part) => textOf(take(part)),
    number: (part) => numberOf(take(part)),
    count(part) {
      const value = numberOf(take(part));
      if (value !== undefined && value >= 0) return Math.floor(value);
      this.lose(part, 'rule');
      return undefined;
    },
    on: (part) => isOn(take(part)),
    lose(part, reason, about) {
      const value = take(part);
      if (carries(part, value)) losses.push({ path: at(part), component: name, what: `${part}: ${show(value)}`, reason, ...(about === undefined ? {} : { about }) });
    },
    skip: (...parts) => { for (const part of parts) taken.add(part); },
    say: (what, reason, about) => { losses.push({ path, component: name, what, reason, ...(about === undefined ? {} : { about }) }); },
    rest() {
      for (const [part, value] of partsOf(component)) {
        if (taken.has(part) || [...taken].some((each) => part.startsWith(`${each}.`)) || !carries(part, value)) continue;
        losses.push({ path: at(part), component: name, what: `${part}: ${show(value)}`, reason: 'unknown' });
      }
    },
  };
}

/** The words of a piece of HTML. */
export function wordsOf(html: string): string {
  return html.replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)\b[^>]*>/gi, '\n').replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '').replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff))).replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ').replace(/ *\n\s*/g, '\n').trim();
}
export const isHtml = (text: string): boolean => /<[a-z/!][^>]*>/i.test(text);
