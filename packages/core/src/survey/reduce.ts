import { clean } from '@dvc/schema/formats/clean.js';
import type { Json, Path } from '@dvc/schema';
import type { SurveyAction } from './actions.js';
import { isEmpty, withAnswer, withoutEmpty } from './answers.js';
import type { SurveyNode } from './grow.js';
import { choiceKeysOf, choicesAt, exclusiveOf, said, wordOf } from './look.js';
import { readingOf } from './reading.js';
import { issuesOf, pageAt, pageIssues, softEmpty } from './select.js';
import { shownPages, startSurvey, type SurveyState } from './state.js';

/** The only way in which a survey changes. Once it is sent, nothing does but the next person's start. */
export function reduceSurvey(state: SurveyState, action: SurveyAction): SurveyState {
  if (action.type === 'restart') {
    const { plan, locale, context, mode } = state;
    return startSurvey(plan, { id: action.id, seed: action.seed, locale, mode, ...(context ? { context } : {}) });
  }
  if (state.sent) return state;
  switch (action.type) {
    case 'answer': return answered(state, action.path, action.value);
    case 'touch': return tidied({ ...state, touched: new Set([...state.touched, action.path]) }, [action.path]);
    case 'next': return next(tidied(state, pathsOf(state)));
    case 'back': return back(state);
    case 'go': return shownPages(state).some(({ id }) => id === action.page) ? toPage(state, action.page) : state;
    case 'sent': return action.outcome === 'partial' ? { ...state, revision: state.revision + 1 }
      : { ...state, revision: state.revision + 1, sent: true, outcome: action.outcome === 'complete' ? 'thanks' : 'screened-out' };
  }
}

function answered(state: SurveyState, path: Path, given: Json | undefined): SurveyState {
  const node = state.plan.nodes.get(path);
  if (!node || state.outcome !== 'running') return state;
  const value = withoutEmpty(node.many && Array.isArray(given) && given.length > 1 ? alone(state, node, given) : given);
  return onShownPage({ ...state, answers: withAnswer(state.answers, path, value), revision: state.revision + 1, finished: false });
}

/** The open page can close under an answer to another one; then the nearest before it opens. */
function onShownPage(state: SurveyState): SurveyState {
  const shown = shownPages(state);
  if (shown.length === 0 || shown.some(({ id }) => id === state.page)) return state;
  const before = state.pages.slice(0, state.pages.findIndex(({ id }) => id === state.page)).filter((page) => shown.includes(page)).at(-1);
  return toPage(state, (before ?? shown[0]!).id);
}

/** "Không có" stands alone: whoever chooses it takes the others back, and the other way round. */
function alone(state: SurveyState, node: SurveyNode, given: Json[]): Json[] {
  const reading = readingOf(state.plan, state.answers);
  const exclusive = exclusiveOf(node, reading.holds);
  const before = reading.held(node);
  const keys = choiceKeysOf(given);
  const known = Array.isArray(before) ? choiceKeysOf(before) : [];
  const isNew = given.find((_, i) => exclusive.includes(keys[i]!) && !known.includes(keys[i]!));
  if (isNew !== undefined) return [isNew];
  const others = given.filter((_, i) => !exclusive.includes(keys[i]!));
  return others.length > 0 ? others : given.slice(0, 1);
}

/** Texts that were left, as they are kept: without spaces around them, a phone number without dots. */
function tidied(state: SurveyState, paths: readonly Path[]): SurveyState {
  const { plan } = state;
  let { answers } = state;
  for (const path of paths) {
    const node = plan.nodes.get(path);
    const reading = readingOf(plan, state.answers);
    const text = node && reading.held(node);
    if (typeof text !== 'string' || choicesAt(node!, reading.holds, plan).length > 0) continue;
    const format = wordOf(said(node!, reading.holds, 'format'));
    const kept = format !== undefined && Object.hasOwn(plan.kit.formats, format) ? plan.kit.formats[format]!.normalize(text) : clean(text);
    if (kept !== text) answers = withAnswer(answers, path, isEmpty(kept) ? undefined : kept);
  }
  return answers === state.answers ? state : onShownPage({ ...state, answers, revision: state.revision + 1 });
}

/** Everything on this page that may be a text. */
function pathsOf(state: SurveyState): Path[] {
  const below = (node: SurveyNode): Path[] => [node.path, ...node.children.flatMap(below)];
  const nodes = shownPages(state).find(({ id }) => id === state.page)?.nodes ?? [];
  return nodes.flatMap((node) => [...below(node), ...[...state.plan.insideOf].filter(([, holder]) => holder === node).map(([field]) => field.path)]);
}

function next(state: SurveyState): SurveyState {
  if (state.outcome !== 'running') return state;
  const shown = shownPages(state);
  const at = shown.findIndex(({ id }) => id === state.page);
  const soft = softEmpty(state).filter((path) => !state.reminded.has(path));
  const tried = (page: string): SurveyState => ({ ...state, tried: new Set([...state.tried, page]), reminded: new Set([...state.reminded, ...soft]) });
  if (pageIssues(state, shown[at]).length > 0) return tried(state.page);
  if (soft.length > 0) return tried(state.page);
  const { payload } = readingOf(state.plan, state.answers);
  const screen = state.plan.screenOut.find(({ when }) => when.test(payload));
  if (screen) return { ...state, outcome: 'screened-out', screen: screen.id, revision: state.revision + 1 };
  const following = shown[at + 1];
  if (following) return toPage(state, following.id);
  // An answer on the way back can open a question on a page that was left behind.
  const [issue] = issuesOf(state);
  const page = issue && pageAt(state, issue.path);
  return page ? toPage({ ...state, tried: new Set([...state.tried, page.id]) }, page.id) : { ...state, finished: true };
}

function back(state: SurveyState): SurveyState {
  // From the word that it is not for this person, to the page that said so.
  if (state.outcome === 'screened-out') return { ...state, outcome: 'running', screen: undefined, revision: state.revision + 1 };
  const shown = shownPages(state);
  const before = shown[shown.findIndex(({ id }) => id === state.page) - 1];
  return before ? toPage(state, before.id) : state;
}

const toPage = (state: SurveyState, page: string): SurveyState =>
  ({ ...state, page, finished: false, visited: state.visited.includes(page) ? state.visited : [...state.visited, page] });
