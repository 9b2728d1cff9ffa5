import type { FormPlan } from '@dvc/schema';
import { loadMoreWords, type MoreWords } from '@dvc/locale';
import type { Control } from '@dvc/ui/model.js';

/** What a form may need beyond the fields themselves: fetched once it is known that it does. */
export interface Parts {
  readonly rows?: typeof import('./rows.js')['rowsView'] | undefined;
  readonly pages?: typeof import('./more-pages.js') | undefined;
  readonly more?: MoreWords | undefined;
  /** What these pages wear. */
  readonly sheets?: readonly CSSStyleSheet[] | undefined;
}

export interface Needs { readonly controls: ReadonlySet<Control>; readonly rows: boolean; readonly pages: boolean }

export function needsOf(plan: FormPlan, pages: boolean): Needs {
  const controls = new Set<Control>();
  for (const node of plan.nodes) if (node.kind === 'field' && node.control !== 'none') controls.add(node.control);
  return { controls, rows: plan.nodes.some((node) => node.kind === 'list'), pages: pages || plan.steps.length > 1 || plan.papers.length + plan.fees.length + plan.cases.length > 0 };
}

/** Review, papers and acknowledgement come at once with a form that has steps: asked for later, the connection may be gone. */
export async function loadParts(needs: Needs, locale: string): Promise<Parts> {
  const [rows, pages] = await Promise.all([needs.rows ? import('./rows.js') : undefined, needs.pages ? loadPages(locale) : undefined]);
  return { rows: rows?.rowsView, sheets: rows?.rowSheets, ...pages };
}

/** The pages around the fields, for a form that comes to them after all. */
export async function loadPages(locale: string): Promise<Parts> {
  const [pages, more] = await Promise.all([import('./more-pages.js'), loadMoreWords(locale)]);
  return { pages, more, sheets: pages.pageSheets };
}
