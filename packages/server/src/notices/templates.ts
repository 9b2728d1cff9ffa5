// The words of messages are data: the nation's in schemas/notices, and what a host words otherwise in a file of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../settings-reader.js';
import { hasDue, templateKeys, type TemplateKey } from './kinds.js';
import { smsLength } from './sms.js';

export type Locale = 'vi' | 'en';
export interface NoticeWords { title: string; text: string; sms: string }
export interface NoticeTemplates {
  frame: Record<Locale, string>;
  notices: Readonly<Record<TemplateKey, Record<Locale, NoticeWords>>>;
  /** National code → its name. */
  statuses: Readonly<Record<string, Record<Locale, string>>>;
}
export type Values = Readonly<Partial<Record<'dossierCode' | 'status' | 'link' | 'due' | 'text' | 'unsubscribe', string>>>;

/** As long as codes of national agencies are; SMS are counted with it. */
export const sampleCode = '000.00.00.H99-261121-0001';
const locales: readonly Locale[] = ['vi', 'en'];
const parts = ['title', 'text', 'sms'] as const;

/** Puts the values in. What has none stays empty; a value is never looked into for placeholders. */
export const fill = (words: string, values: Values): string => words.replace(/\{(\w+)\}/g, (_all, name: string) => (Object.hasOwn(values, name) ? values[name as keyof Values] : undefined) ?? '');

const placeholders = (words: string) => [...words.matchAll(/\{([^{}]*)\}?|\}/g)].map(([whole, name]) => (name !== undefined && whole.endsWith('}') && /^\w+$/.test(name) ? name : whole));

function checkWords(words: unknown, where: string, key: string, locale: Locale, link: string): void {
  if (!isObject(words)) throw new Error(`${where}: ${key} has no words in "${locale}": every message is in both languages`);
  for (const name of Object.keys(words)) if (!parts.includes(name as (typeof parts)[number])) throw new Error(`${where}: ${key}.${locale} has "${name}", which nobody reads: it has ${parts.join(', ')}`);
  for (const part of parts) {
    const text = words[part];
    const line = part === 'text' ? /\S/ : /^[^\p{Cc}]*\S[^\p{Cc}]*$/u;
    if (typeof text !== 'string' || !line.test(text) || text.length > 1500) throw new Error(`${where}: ${key}.${locale} needs "${part}": ${part === 'text' ? 'a text' : 'one line'}`);
    for (const name of placeholders(text)) {
      if (name === 'due' && !hasDue(key)) throw new Error(`${where}: ${key}.${locale}.${part} says {due}, and not every ${key} has a day: say it in ${key}-due, or not at all`);
      if (name === 'status' && !/^status-\d/.test(key)) throw new Error(`${where}: ${key}.${locale}.${part} says {status}, which only messages of national codes have`);
      if (!['dossierCode', 'status', 'link', 'due'].includes(name)) throw new Error(`${where}: ${key}.${locale}.${part} says ${name.startsWith('{') || name === '}' ? name : `{${name}}`}, which nobody knows: it may say {dossierCode}, {status}, {link}, {due}`);
    }
  }
  const { length, limit, alphabet } = smsLength(fill(words['sms'] as string, { dossierCode: sampleCode, link, due: '05/12/2026', status: 'Yêu cầu thực hiện nghĩa vụ tài chính' }));
  if (length > limit) throw new Error(`${where}: ${key}.${locale}.sms has ${length} characters with a code of ${sampleCode.length}; one SMS holds ${limit}${alphabet === 'ucs-2' ? ' with Vietnamese letters' : ''}`);
}

function checkFrame(frame: unknown, where: string): void {
  for (const locale of locales) {
    const text = isObject(frame) ? frame[locale] : undefined;
    if (typeof text !== 'string') throw new Error(`${where}: "frame" needs a text in "${locale}"`);
    const found = placeholders(text);
    for (const name of ['text', 'unsubscribe']) if (!found.includes(name)) throw new Error(`${where}: frame.${locale} needs {${name}}`);
    const strange = found.find((name) => !['dossierCode', 'link', 'text', 'unsubscribe'].includes(name));
    if (strange !== undefined) throw new Error(`${where}: frame.${locale} says "${strange}", which nobody knows: it may say {text}, {link}, {unsubscribe}, {dossierCode}`);
  }
}

/**
 * One file, which may be a part.
 * @param link as long as those of this host are
 * @throws Error in a sentence for the operator
 */
export function checkNotices(value: unknown, where: string, link: string): Partial<Pick<NoticeTemplates, 'frame' | 'notices'>> {
  if (!isObject(value) || !isObject(value['notices'])) throw new Error(`${where} is an object with "notices"`);
  for (const [key, both] of Object.entries(value['notices'])) {
    if (!(templateKeys as readonly string[]).includes(key)) throw new Error(`${where}: there is no message "${key}": there are ${templateKeys.join(', ')}`);
    for (const locale of locales) checkWords(isObject(both) ? both[locale] : undefined, where, key, locale, link);
  }
  if (value['frame'] !== undefined) checkFrame(value['frame'], where);
  return value as Partial<Pick<NoticeTemplates, 'frame' | 'notices'>>;
}

function read(file: string): unknown {
  try { return JSON.parse(readFileSync(file, 'utf8')); } catch (error) { throw new Error(`${file} is to be a file of JSON with the words of messages; it cannot be read: ${(error as Error).message}`, { cause: error }); }
}

/** @param own the host's file, over the nation's */
export function openTemplates(schemasDir: string, own: string | undefined, link: string): NoticeTemplates {
  const made = [join(schemasDir, 'notices', 'national.json'), ...(own === undefined ? [] : [own])].map((file) => checkNotices(read(file), file, link));
  const frame = made.findLast((each) => each.frame)?.frame;
  const notices = Object.assign({}, ...made.map((each) => each.notices)) as NoticeTemplates['notices'];
  const missing = templateKeys.find((key) => !Object.hasOwn(notices, key));
  if (missing !== undefined || !frame) throw new Error(`${join(schemasDir, 'notices')} has no words for "${missing ?? 'frame'}"`);
  const { statuses } = read(join(schemasDir, 'statuses', 'national.json')) as { statuses: { code: string; labelVi: string; labelEn: string }[] };
  return { frame, notices, statuses: Object.fromEntries(statuses.map(({ code, labelVi, labelEn }) => [code, { vi: labelVi, en: labelEn }])) };
}
