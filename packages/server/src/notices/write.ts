import { linkTo, type NoticeSettings } from './settings.js';
import type { HeldNotice } from './ledger.js';
import type { Letter } from './sender.js';
import { fill, type Locale, type NoticeTemplates, type NoticeWords } from './templates.js';

const day = (due: string) => due.split('-').reverse().join('/');

/** What all ways say of one message: code, link, day and, of a national code, its name. */
export function valuesOf({ dossierCode, template, due, locale }: { dossierCode: string; template: string; due: string | null; locale: Locale }, templates: NoticeTemplates, statusPage: string) {
  const status = templates.statuses[/^status-(\d+)$/.exec(template)?.[1] ?? '']?.[locale];
  return { dossierCode, link: linkTo(statusPage, dossierCode), ...(status === undefined ? {} : { status }), ...(due === null ? {} : { due: day(due) }) };
}

export const wordsOf = ({ notices }: NoticeTemplates, key: keyof NoticeTemplates['notices'], locale: Locale): NoticeWords => notices[key][locale];

export function letterOf(held: HeldNotice, to: string, token: string, templates: NoticeTemplates, { statusPage, publicUrl }: Pick<NoticeSettings, 'statusPage' | 'publicUrl'>): Letter {
  const { id, template, locale, queuedAt: at } = held;
  const words = wordsOf(templates, template, locale);
  const values = valuesOf(held, templates, statusPage);
  const unsubscribe = `${publicUrl}/api/v1/unsubscribe/${token}`;
  const text = fill(words.text, values);
  return { id, to, locale, template, at, title: fill(words.title, values), text, sms: fill(words.sms, values), mail: fill(templates.frame[locale], { ...values, text, unsubscribe }), params: { ...values, unsubscribe } };
}

