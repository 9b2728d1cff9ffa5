// Every value of the source, and which of them were read: what nobody read is reported by its path, so that nothing is dropped in silence.
import { join, type Path } from '@dvc/schema';
import { short } from '../blocks.js';
import { isLoose, type Loose } from '../formio/tracked.js';
import type { Loss } from '../loss.js';
import { reasonOf } from './unread.js';

/** Names that one property has had, the newest first. */
const OLDER: Readonly<Record<string, readonly string[]>> = {
  elements: ['questions'], partialSendEnabled: ['sendResultOnPageNext'], questionOrder: ['questionsOrder'], timeLimit: ['maxTimeToFinish'], firstPageIsStartPage: ['firstPageIsStarted'], showCommentArea: ['hasComment'], placeholder: ['placeHolder', 'optionsCaption'],
  rowOrder: ['rowsOrder'], eachRowRequired: ['isAllRowRequired'], showOtherItem: ['hasOther'], showNoneItem: ['hasNone'], showSelectAllItem: ['hasSelectAll'], autocomplete: ['autoComplete'], altText: ['text'], rateType: ['rateDisplayMode'],
  minRateDescription: ['mininumRateDescription'], maxRateDescription: ['maximumRateDescription'], templateElements: ['questions'], caseInsensitive: ['insensitive'], noRowsText: ['emptyRowsText'], commentPlaceholder: ['commentPlaceHolder'], otherPlaceholder: ['otherPlaceHolder'],
  triggers: [], storeOthersAsComment: [], displayMode: ['renderMode'], inputType: [], questionsOnPageMode: [], hideIfRowsEmpty: [], maxCommentLength: ['maxOthersLength'], min: ['rangeMin'], max: ['rangeMax'],
};

export interface Ledger { losses: Loss[]; read: Set<Path> }

/** One object of the source. */
export interface Source {
  readonly node: Loose;
  readonly path: Path;
  readonly ledger: Ledger;
  /** As people know it. */
  readonly label: string;
  has(name: string): boolean;
  /** The value, read as a whole. */
  take(name: string): unknown;
  /** A short text that is no language's: a name, a type, an expression. */
  word(name: string): string;
  number(name: string): number | undefined;
  on(name: string): boolean;
  child(name: string): Source | undefined;
  /** The objects of a list; whatever else is in it stays unread. */
  each(name: string): Source[];
  /** Takes it and says that the survey does not have it. */
  lose(name: string, reason: Loss['reason'], about?: string): void;
  say(what: string, reason: Loss['reason'], about?: string, path?: Path): void;
  pathOf(name: string): Path;
}

const show = (value: unknown): string => short(typeof value === 'string' ? value.replace(/\s+/g, ' ') : JSON.stringify(value) ?? '', 120);

export function sourceOf(node: Loose, path: Path, ledger: Ledger, label = ''): Source {
  const nameIn = (name: string): string => [name, ...(Object.hasOwn(OLDER, name) ? OLDER[name]! : [])].find((each) => Object.hasOwn(node, each)) ?? name;
  const raw = (name: string): unknown => (Object.hasOwn(node, nameIn(name)) ? node[nameIn(name)] : undefined);
  const pathOf = (name: string): Path => join(path, nameIn(name));
  const take = (name: string): unknown => { ledger.read.add(pathOf(name)); return raw(name); };
  const take1 = <T>(name: string, fits: (value: unknown) => T | undefined): T | undefined => { const value = fits(raw(name)); if (value !== undefined) ledger.read.add(pathOf(name)); return value; };
  const child = (name: string): Source | undefined => { const value = raw(name); return isLoose(value) ? sourceOf(value, pathOf(name), ledger, label) : undefined; };
  const say: Source['say'] = (what, reason, about, at = path) => { ledger.losses.push({ path: at, component: label, what, reason, ...(about === undefined ? {} : { about }) }); };
  return {
    node, path, ledger, label, take, child, say, pathOf,
    has: (name) => raw(name) !== undefined,
    word: (name) => take1(name, (value) => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined)) ?? '',
    number: (name) => take1(name, (value) => (typeof value === 'number' && Number.isFinite(value) ? value : typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined)),
    on: (name) => take1(name, (value) => (value === true || value === 'true' || value === 'on' ? true : value === false || value === 'false' || value === 'off' ? false : undefined)) ?? false,
    each: (name) => { const value = raw(name); return Array.isArray(value) ? value.flatMap((one: unknown, i) => (isLoose(one) ? [sourceOf(one, join(pathOf(name), i), ledger, label)] : [])) : []; },
    lose(name, reason, about) {
      const value = raw(name);
      if (value === undefined || ledger.read.has(pathOf(name))) return;
      ledger.read.add(pathOf(name));
      say(`${nameIn(name)}: ${show(value)}`, reason, about, pathOf(name));
    },
  };
}

/** The same object under a label of its own. */
export const named = (of: Source, label: string): Source => sourceOf(of.node, of.path, of.ledger, label);

/** Reports everything that nobody read: the whole of what was not looked into at all, else its parts. */
export function reportUnread(json: unknown, title: string, { losses, read }: Ledger): void {
  const opened = new Set<Path>();
  for (const path of read) for (let at = path; at !== '' && !opened.has(at); at = at.slice(0, at.lastIndexOf('/'))) opened.add(at);
  const visit = (value: unknown, path: Path, name: string, of: string): void => {
    if (read.has(path)) return;
    const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (path !== '' && (parts.length === 0 || !opened.has(path))) { losses.push({ path, component: of, what: `${name}: ${show(value)}`, reason: reasonOf(name), ...aboutOf(name) }); return; }
    const own = isLoose(value) ? wordOf(value.name) || wordOf(value.value) || wordOf(value.type) : '';
    for (const [key, part] of parts) visit(part, join(path, key), Array.isArray(value) ? `${name}[${key}]` : key, own || of);
  };
  visit(json, '', '', title);
}

const aboutOf = (name: string): { about?: string } => ({ about: name });
const wordOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
