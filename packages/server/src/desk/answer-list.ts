// The answers as an officer reads them: each with its place, the form's own name for it, and the value in words.
import { compilePlan, join, split, type FormDocument, type FormPlan, type Json, type JsonObject } from '@dvc/schema';
import type { CodeLists } from '../code-lists.js';

/** `path`: where a remark about it points to. `group`: the names of what it lies in, outermost first. `computed`: the form reckons it, so the citizen cannot change it. */
export interface AnswerLine { path: string; group: string[]; title: string; value: string; computed?: true }

const plans = new WeakMap<FormDocument, FormPlan>();
function planOf(document: FormDocument): FormPlan {
  let made = plans.get(document);
  if (!made) plans.set(document, (made = compilePlan(document)));
  return made;
}

const placeOf = (path: string): string => split(path).reduce((made, token) => (/^\d+$/.test(token) ? `${made}/*` : join(made, token)), '');
const inWords = (value: Json): string => (typeof value === 'string' ? value : value === true ? 'Có' : value === false ? 'Không' : value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
/** `2024-02-29` → `29/02/2024` */
const dayInWords = (value: Json): string => (typeof value === 'string' ? value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1') : inWords(value));

/** In the order of the form; what it does not know comes as it is. Without a document every place is called by its key. */
export function answerLines(document: FormDocument | undefined, answers: JsonObject, codeLists: CodeLists): AnswerLine[] {
  const plan = document && planOf(document);

  function wordsOf(path: string, value: Json, beside: Json): string {
    const place = plan?.find(placeOf(path));
    if (!place) return inWords(value);
    const choice = place.choices?.find((each) => JSON.stringify(each.value) === JSON.stringify(value));
    if (choice) return choice.title.text;
    if (place.codeList && typeof value === 'string') {
      const { id, within } = place.codeList;
      const narrowed = within === undefined ? undefined : (beside as JsonObject | undefined)?.[within.replace(/^.*\//, '')];
      if (within === undefined || typeof narrowed === 'string') return codeLists(id, narrowed as string | undefined)?.list.items?.find(({ code }) => code === value)?.name ?? value;
    }
    return place.format === 'date' ? dayInWords(value) : inWords(value);
  }

  function lines(path: string, value: Json, title: string, group: string[], beside: Json): AnswerLine[] {
    if (Array.isArray(value) && value.some((each) => typeof each === 'object' && each !== null)) {
      const row = plan?.find(placeOf(path))?.rowTitle?.text;
      return value.flatMap((each, at) => lines(`${path}/${at}`, each, `${row ?? title} ${at + 1}`, group, value));
    }
    if (Array.isArray(value)) return [{ path, group, title, value: value.map((each) => wordsOf(path, each, beside)).join(', ') }];
    if (value !== null && typeof value === 'object') {
      const order = plan?.find(placeOf(path))?.children.map(({ key }) => key) ?? [];
      const rank = (key: string) => { const at = order.indexOf(key); return at < 0 ? order.length : at; };
      return Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)).flatMap(([key, inner]) => {
        const below = join(path, key);
        return lines(below, inner, plan?.find(placeOf(below))?.title?.text ?? key, title === '' ? group : [...group, title], value);
      });
    }
    return [{ path, group, title, value: wordsOf(path, value, beside), ...(plan?.find(placeOf(path))?.computed ? { computed: true as const } : {}) }];
  }
  return lines('', answers, '', [], {});
}
