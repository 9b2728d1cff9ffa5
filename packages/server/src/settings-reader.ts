// What a host writes in a file of JSON, read once at the start. Whatever is wrong is a sentence for the operator.
import { isSafeAddress } from './payment/send.js';

/** In Vietnamese, and in English if the host has it. */
export interface Words { vi: string; en?: string }
export type Raw = Record<string, unknown>;
export const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One object of settings. Every method throws an Error in a sentence for the operator. */
export class Reader {
  readonly raw: Raw;
  readonly where: string;
  private readonly env: NodeJS.ProcessEnv;
  constructor(raw: Raw, where: string, env: NodeJS.ProcessEnv, known: readonly string[]) {
    this.raw = raw; this.where = where; this.env = env;
    for (const key of Object.keys(raw)) if (!known.includes(key)) throw new Error(`${where} has "${key}", which nobody reads: it has ${known.join(', ')}`);
  }
  text(key: string, pattern = /^[^\p{Cc}]{1,500}$/u, like = 'a text'): string {
    const value = this.raw[key];
    if (typeof value !== 'string' || !pattern.test(value)) throw new Error(`${this.where} needs "${key}": ${like}`);
    return value;
  }
  maybe<T>(key: string, read: () => T): Partial<Record<string, T>> { return this.raw[key] === undefined ? {} : { [key]: read() }; }
  /** A text, or `{"env": "NAME"}`, so that the file need hold no secret. */
  secret(key: string, least = 16): string {
    const value = this.raw[key];
    const named = isObject(value) && typeof value['env'] === 'string' ? value['env'] : undefined;
    const found = named === undefined ? value : this.env[named];
    if (named !== undefined && !found) throw new Error(`${this.where} takes "${key}" from ${named}, which is not set`);
    if (typeof found !== 'string' || found.length < least) throw new Error(`${this.where} needs "${key}" of at least ${least} characters, or {"env": "NAME"}`);
    return found;
  }
  address(key: string): string {
    const value = this.text(key, undefined, 'an address like https://pay.example.vn/path');
    if (!isSafeAddress(value)) throw new Error(`${this.where}: "${key}" needs https; plain http is for this machine alone`);
    return value;
  }
  words(key: string): Words {
    const value = this.raw[key];
    const of = isObject(value) ? value : typeof value === 'string' ? { vi: value } : {};
    if (typeof of['vi'] !== 'string' || of['vi'].trim() === '' || (of['en'] !== undefined && typeof of['en'] !== 'string')) throw new Error(`${this.where} needs "${key}": {"vi": "…", "en": "…"}`);
    return { vi: of['vi'], ...(of['en'] === undefined ? {} : { en: of['en'] as string }) };
  }
  list(key: string, check: (each: string) => boolean, like: string): string[] {
    const value = this.raw[key];
    if (!Array.isArray(value) || !value.every((each): each is string => typeof each === 'string' && check(each))) throw new Error(`${this.where} needs "${key}": a list of ${like}`);
    return value;
  }
  table(key: string): Record<string, string> {
    const value = this.raw[key];
    if (!isObject(value) || !Object.values(value).every((each) => typeof each === 'string')) throw new Error(`${this.where} needs "${key}": an object of texts`);
    return value as Record<string, string>;
  }
  whole(key: string, least: number, most: number): number {
    const value = this.raw[key];
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) throw new Error(`${this.where}: "${key}" is a whole number from ${least} to ${most}`);
    return value as number;
  }
  minutes(): number { return this.whole('minutes', 1, 60 * 24 * 90); }
}
