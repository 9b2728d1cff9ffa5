import { needsRarer, reduceAnswers, type Reducer } from '@dvc/core';
import type { FormPlan } from '@dvc/schema';
import { loadMoreWords, loadWords, type MoreWords, type Words } from '@dvc/locale';
import { loadViews, type View } from '@dvc/ui/fields/index.js';

/** What a form may need beyond the fields themselves: fetched once it is known that it does. */
export interface Parts {
  readonly words: Words;
  readonly rows?: typeof import('./rows.js') | undefined;
  readonly shapes?: typeof import('./shapes.js') | undefined;
  readonly lists?: typeof import('./code-lists.js') | undefined;
  readonly sending?: typeof import('./sending.js') | undefined;
  readonly pages?: typeof import('./more-pages.js') | undefined;
  readonly lines?: typeof import('./summary-lines.js') | undefined;
  readonly files?: typeof import('./file-fields.js') | undefined;
  readonly company?: typeof import('./beside/company.js') | undefined;
  readonly more?: MoreWords | undefined;
  /** What these pages wear. */
  readonly sheets?: readonly CSSStyleSheet[] | undefined;
}

export interface Needs { readonly views: ReadonlySet<View>; readonly rows: boolean; /** the engine of the rarer shapes */ readonly rarer: boolean; /** and what they look like */ readonly shapes: boolean; readonly lists: boolean; readonly lines: boolean; readonly sending: boolean; readonly pages: boolean; /** drafts, session, sources, helpers */ readonly company?: boolean;
  /** sentences beyond the plain ones */ readonly rest: boolean }

/** What can happen to a form with these parts. */
export const reducersOf = ({ rows, shapes, lists, sending, pages, company }: Parts): Reducer[] => [reduceAnswers, ...[rows, shapes, lists, sending, pages, company].flatMap((part) => part?.reduce ?? [])];

/** Controls and formats with sentences of their own. */
const RARE = /combobox|checkboxes|money|partial-date|file/;

/** `stepped`: the host wants pages. `sends`: there is a back end. */
export function needsOf(plan: FormPlan, stepped: boolean, sends: boolean): Needs {
  const { nodes } = plan;
  const views = new Set<View>();
  for (const { kind, control, readOnly, shaper, choices } of nodes) {
    if (kind === 'field' && control !== 'none') views.add(control).add(readOnly || choices?.length === 1 ? 'readonly' : control);
    // It can come to look another way.
    if (shaper) for (const view of LIKELY) views.add(view);
  }
  const isNested = nodes.some(({ nest }) => nest);
  if (isNested) for (const view of LIKELY) views.add(view);
  const shapes = !plan.plain || plan.problems.length > 0 || nodes.some(({ group }) => group);
  const rows = isNested || nodes.some(({ item, entry }) => item ?? entry);
  const lists = nodes.some((node) => node.codeList);
  const pages = stepped || plan.steps.length > 1 || plan.papers.length + plan.fees.length + plan.cases.length + plan.notices.length > 0;
  const titles = nodes.flatMap((node) => (node.kind === 'field' && node.title ? [node.title.text] : []));
  return {
    views, rows, rarer: needsRarer(plan), shapes, lists, pages, sending: sends || pages,
    lines: rows || plan.checks.length > 0 || new Set(titles).size < titles.length || nodes.some((node) => node.messages),
    rest: rows || shapes || lists || pages || RARE.test([...views].join()) || nodes.some(({ format, example, deprecated }) => example ?? (deprecated || (format !== undefined && !/^(date|email)$/.test(format)))),
  };
}

/** What a place may come to be that its plan does not tell. */
const LIKELY: readonly View[] = ['date', 'partial-date', 'time', 'date-time', 'file', 'checkboxes', 'combobox', 'money', 'readonly'];

/**
 * What a document will need, by its text alone: fetched beside the parts of the language, while it is not yet compiled.
 * The plan has the last word; a word that only looks like a keyword fetches too much, and that is all.
 */
export function likelyNeeds(text: string, stepped: boolean, sends: boolean, lenient: boolean): Needs {
  const has = (...words: string[]) => words.some((word) => text.includes(`"${word}"`));
  const shapes = has('anyOf', 'prefixItems', 'patternProperties', 'contains');
  const rows = has('items', 'patternProperties'), lists = has('codeList'), pages = stepped || has('steps', 'papers', 'fees', 'cases', 'notices');
  const views = new Set<View>((['date', 'partial-date', 'time', 'date-time', 'money', 'checkboxes'] as const).filter((name) => has(name) && !(lenient && name === 'date')));
  if (lists) views.add('combobox');
  if (has('data-url', 'contentMediaType')) views.add('file');
  if (has('readOnly', 'compute')) views.add('readonly');
  return { views, rows, rarer: shapes, shapes, lists, pages, lines: rows, sending: sends || pages, rest: rows || shapes || lists || pages };
}

/** Review, papers and acknowledgement come at once with a form that has steps: asked for later, the connection may be gone. */
export async function loadParts(needs: Needs, locale: string): Promise<Parts> {
  const [words, rows, shapes, lists, lines, sending, pages, more, files, company] = await Promise.all([
    loadWords(locale, needs),
    needs.rows ? import('./rows.js') : undefined,
    needs.shapes ? import('./shapes.js') : undefined,
    needs.lists ? import('./code-lists.js') : undefined,
    needs.lines ? import('./summary-lines.js') : undefined,
    needs.sending ? import('./sending.js') : undefined,
    needs.pages ? import('./more-pages.js') : undefined,
    needs.pages ? loadMoreWords(locale) : undefined,
    needs.views.has('file') ? import('./file-fields.js') : undefined,
    needs.company ? import('./beside/company.js') : undefined,
    loadViews(needs.views),
    needs.rarer || needs.shapes ? import('./rarer.js') : undefined,
  ]);
  return { words, rows, shapes, lists, lines, sending, pages, more, files, company, sheets: pages?.pageSheets ?? company?.companySheets ?? rows?.rowSheets ?? shapes?.shapeSheets };
}
