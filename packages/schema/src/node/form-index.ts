// What a folder of published forms says about itself: `index.json`. The command line writes it, the back end reads it.
import { isObject, own } from '../document/report.js';

export interface PublishedVersion {
  /** Hex, of the bytes of the file. */
  sha256: string;
  /** `YYYY-MM-DD` in Việt Nam: from that day on it is offered. */
  validFrom: string;
  /** An instant. */
  publishedAt: string;
  title: string;
}
/** form id → version → what was published */
export type FormIndex = Record<string, Record<string, PublishedVersion>>;

export const FORM_INDEX = 'index.json';
const VERSION = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(-[0-9A-Za-z.-]{1,40})?$/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Is it a version that a folder of forms can hold? */
export const isVersion = (text: string): boolean => VERSION.test(text);

/** Sorts versions upwards; a pre-release stands before its release. */
export function compareVersions(a: string, b: string): number {
  const read = (version: string) => /^(\d+)\.(\d+)\.(\d+)(-.*)?$/.exec(version) ?? [];
  const [left, right] = [read(a), read(b)];
  for (const part of [1, 2, 3]) {
    const difference = Number(left[part]) - Number(right[part]);
    if (difference !== 0) return difference;
  }
  const [early, late] = [left[4] ?? '~', right[4] ?? '~'];
  return early < late ? -1 : early > late ? 1 : 0;
}

/**
 * The index that a text says; an index that cannot be trusted is none.
 * @throws Error that says where it is not an index
 */
export function parseFormIndex(text: string): FormIndex {
  const forms = own(JSON.parse(text.replace(/^\uFEFF/, '')), 'forms');
  if (!isObject(forms)) throw new Error('"forms" is missing');
  const index: FormIndex = {};
  for (const [id, versions] of Object.entries(forms)) {
    if (!ID.test(id) || !isObject(versions)) throw new Error(`"${id}" is not a form`);
    index[id] = Object.fromEntries(Object.entries(versions).map(([version, facts]) => [version, publishedVersion(`${id} ${version}`, version, facts)]));
  }
  return index;
}

function publishedVersion(where: string, version: string, facts: unknown): PublishedVersion {
  const [sha256, validFrom, publishedAt, title] = ['sha256', 'validFrom', 'publishedAt', 'title'].map((name) => own(facts, name));
  if (!isVersion(version) || typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || typeof validFrom !== 'string' || !DAY.test(validFrom)) {
    throw new Error(`"${where}" is not a published version`);
  }
  return { sha256, validFrom, publishedAt: String(publishedAt ?? ''), title: String(title ?? '') };
}

/** The same index has the same text: forms by id, versions upwards. */
export function formatFormIndex(index: FormIndex): string {
  const forms = Object.fromEntries(Object.keys(index).sort().map((id) => [
    id, Object.fromEntries(Object.entries(index[id]!).sort(([a], [b]) => compareVersions(a, b))),
  ]));
  return `${JSON.stringify({ forms }, null, 2)}\n`;
}
