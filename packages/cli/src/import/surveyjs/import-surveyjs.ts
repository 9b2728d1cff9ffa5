import { join } from '@dvc/schema';
import { WhichForm } from '../formio/import-formio.js';
import { safePatterns } from '../judge.js';
import { isLoose, listOf, textOf, type Loose } from '../formio/tracked.js';
import { kebabCase } from '../names.js';
import type { SurveyDraft } from '../survey/draft.js';
import { question, type Gate } from '../tree.js';
import { gatesOf } from './ask.js';
import { named, reportUnread, sourceOf, type Ledger, type Source } from './ledger.js';
import { mark, settleNames } from './names.js';
import type { Place, Walk } from './place.js';
import { shows, stops } from './triggers.js';
import { patternsIn } from './validators.js';
import { visit, walkPage } from './walk.js';
import { asHint, EMPTY, wordsIn, type Text } from './words.js';
import { isRandom, whole } from './panels.js';

/** There is no survey in the file. */
export class NoSurvey extends Error {
  readonly code: 'no-survey' | 'no-questions' | 'too-deep' | 'too-many';
  constructor(code: NoSurvey['code']) { super(code); this.code = code; }
}

/** What a document of ours may hold is less: 1,000 questions. */
const MOST_DEPTH = 40;
const MOST_VALUES = 100_000;
const MOST_QUESTIONS = 900;
const MOST_PAGES = 180;

/** A survey of SurveyJS, made a draft of ours. `wanted` names one of several. */
export async function importSurveyjs(json: unknown, name: string, wanted?: string): Promise<SurveyDraft> {
  measure(json);
  const found = choose(json, wanted);
  if (!found) throw new NoSurvey('no-survey');
  const [node, path] = found;
  const ledger: Ledger = { losses: [], read: new Set() };
  const bare = sourceOf(node, path, ledger);
  const words = wordsIn(bare.word('locale'), ledger.losses);
  const title = words.read(bare, 'title');
  const survey = named(bare, title.text || name);
  const all = [...elementsIn(survey)];
  const walk: Walk = {
    root: question({ name: '', label: '', path: '', kind: 'object' }), ledger, losses: ledger.losses, words, pages: [], taken: new Set(), known: new Map(), piped: [], safe: await safePatterns(patternsIn(node)),
    elements: new Map(all.reverse().map((each) => [textOf(each.node.name).toLowerCase(), each])), shownBy: shows(survey), visit: (of, place) => { visit(walk, of, place); },
  };
  pages(walk, survey, title);
  const count = walk.root.children.length;
  if (count === 0) throw new NoSurvey('no-questions');
  if (count > MOST_QUESTIONS || walk.pages.length > MOST_PAGES) throw new NoSurvey('too-many');
  const { thanks, description, ...settings } = settingsOf(walk, survey, words);
  const screenOut = stops(walk, survey, thanks);
  settleNames(walk, screenOut.map(({ gate }) => gate));
  reportUnread(json, survey.label, ledger);
  mark(walk);
  const draft: SurveyDraft = {
    id: `nhap/${kebabCase(title.text || name, 'khao-sat').slice(0, 80).replace(/-$/, '')}`, title: words.keep(title).slice(0, 1000) || name, ...(description.text === '' ? {} : { description: words.keep(description) }), root: walk.root, pages: walk.pages,
    ...settings, ...(thanks.text === '' ? {} : { thanks: words.keep(thanks) }), screenOut: screenOut.filter(({ gate }) => gate.test !== undefined), losses: walk.losses, translate: words.translations,
  };
  return draft;
}

/** Nothing deep or endless gets further; without recursion, since it may be deep. */
function measure(json: unknown): void {
  let count = 0;
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) throw new NoSurvey('too-deep');
    const next: unknown[] = [];
    for (const value of level) {
      if (++count > MOST_VALUES) throw new NoSurvey('too-many');
      if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) next.push(part);
    }
    level = next;
  }
}

const isSurvey = (value: unknown): value is Loose => isLoose(value) && ['pages', 'elements', 'questions'].some((name) => listOf(value[name]).length > 0);

type Found = [survey: Loose, path: string];

/** A survey, an answer of an API or a store with one or several in it, or bare pages or elements. */
function surveysIn(json: unknown, path = '', depth = 0): Found[] {
  if (isSurvey(json)) return [[json, path]];
  if (Array.isArray(json)) {
    const parts = listOf(json);
    if (depth === 0 && parts.length > 0 && parts.every((part) => typeof part.type === 'string')) return [[{ elements: json }, path]];
    // Pages have no pages.
    if (depth === 0 && parts.length > 0 && parts.every((part) => isSurvey(part) && part.pages === undefined)) return parts.length === 1 ? [[parts[0]!, `${path}/${json.indexOf(parts[0])}`]] : [[{ pages: json }, path]];
  } else if (!isLoose(json)) return [];
  return depth > 4 ? [] : Object.entries(json).flatMap(([name, value]) => surveysIn(value, join(path, name), depth + 1));
}

function choose(json: unknown, wanted: string | undefined): Found | undefined {
  const found = surveysIn(json);
  const names = found.map(([{ title, name, id }], i) => (isLoose(title) ? textOf(title.vi) || textOf(title.default) : textOf(title)) || textOf(name) || textOf(id) || String(i + 1));
  if (wanted === undefined && found.length > 1) throw new WhichForm(names.join(', '));
  if (wanted !== undefined && found.length > 0 && !names.includes(wanted)) throw new WhichForm(names.join(', '));
  return wanted === undefined ? found[0] : found[names.indexOf(wanted)];
}

/** Every element that has a name, wherever it stands. */
function* elementsIn(of: Source): Generator<Source> {
  for (const list of ['pages', 'elements', 'questions', 'templateElements']) {
    for (const each of of.each(list)) {
      if (typeof each.node.name === 'string') yield each;
      yield* elementsIn(each);
    }
  }
}

function pages(walk: Walk, survey: Source, title: Text): void {
  const shuffled = isRandom(survey);
  const held = survey.each('pages');
  const list = held.length > 0 ? held : [survey];
  if (held.length > 0 && survey.each('elements').length > 0) list.push(survey);
  list.forEach((each, i) => {
    const page = each === survey ? bareOf(survey) : named(each, textOf(each.node.title) || textOf(each.node.name) || `Trang ${i + 1}`);
    const place = { gates: [], loose: false } as unknown as Place;
    if (page.node.visible === false && !page.has('visibleIf') && !walk.shownBy.has(page.word('name').toLowerCase())) { whole(page, 'never-shown'); return; }
    const { gates, loose } = page.node === survey.node ? { gates: [] as Gate[], loose: false } : gatesOf(walk, page, place);
    if (each !== survey) { page.lose('requiredIf', 'rule'); if (page.on('isRequired')) page.say('isRequired', 'rule', undefined, page.pathOf('isRequired')); }
    const before = walk.pages.length;
    walkPage(walk, page, i, gates, loose, list.length === 1 ? title : EMPTY);
    if (shuffled) for (const made of walk.pages.slice(before)) if (made.questions.length > 1) made.shuffle = true;
  });
}

/** A survey without pages: what it holds, under its own words. */
function bareOf(survey: Source): Source {
  const { title: _, description: __, questionOrder: ___, questionsOrder: ____, ...node } = survey.node;
  return sourceOf(node, survey.path, survey.ledger, survey.label);
}

const MODES: Readonly<Record<string, 'pages' | 'one'>> = { standard: 'pages', singlePage: 'pages', questionPerPage: 'one', inputPerPage: 'one', questionOnPage: 'one' };

function settingsOf(walk: Walk, survey: Source, words: Walk['words']): { mode: 'pages' | 'one'; partial?: boolean; thanks: Text; description: Text } {
  const asked = survey.word('questionsOnPageMode') || (survey.on('isSinglePage') ? 'singlePage' : 'standard');
  const mode = Object.hasOwn(MODES, asked) ? MODES[asked]! : 'pages';
  if (!Object.hasOwn(MODES, asked)) survey.say(`questionsOnPageMode: ${asked}`, 'unknown');
  else if (asked === 'singlePage' && walk.pages.length > 1) survey.say(`questionsOnPageMode: ${asked}`, 'mode-single', undefined, survey.pathOf('questionsOnPageMode'));
  const started = survey.on('firstPageIsStartPage');
  if (started) survey.say('firstPageIsStartPage', 'survey-behaviour', 'firstPageIsStartPage', survey.pathOf('firstPageIsStartPage'));
  const thanks = asHint(words.read(survey, 'completedHtml'));
  return { mode, ...(survey.on('partialSendEnabled') ? { partial: true } : {}), thanks, description: asHint(words.read(survey, 'description')) };
}

