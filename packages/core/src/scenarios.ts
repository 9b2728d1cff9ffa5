import { compilePlan, read, type FormDocument, type FormPlan, type Json, type JsonObject, type Path } from '@dvc/schema';
import { caseOf, feeIssuesOf, feesOf } from './form/fees.js';
import { issuesOf, papersOf, payloadOf, shownNodes, shownPaths } from './form/select.js';
import type { FormState } from './form/state.js';
import { startForm } from './form/whole.js';

export interface Scenario {
  name: string;
  answers: JsonObject;
  /** `YYYY-MM-DD`; the file's when absent */
  today?: string;
  expect: Expectation;
}

/** `shown` and `hidden` name some paths; every other list that is given is complete. */
export interface Expectation {
  shown?: Path[];
  /** Neither asked nor sent. */
  hidden?: Path[];
  /** Of the answers; missing papers follow from `papers`. */
  issues?: { path: Path; code: string }[];
  warnings?: { path: Path; code: string }[];
  /** path → value in what is sent; null = absent */
  computed?: Record<Path, Json>;
  papers?: { id: string; required: boolean }[];
  /** integer đồng, submitted online */
  fees?: { id: string; amount: number }[];
  /** integer đồng, submitted at the counter */
  feesAtCounter?: { id: string; amount: number }[];
  case?: string | null;
}

export interface ScenarioFile {
  /** `<id>@<version>` of the form document */
  form: string;
  today: string;
  scenarios: Scenario[];
}

/** `about`: what was compared, or a path. */
export interface Difference { kind: 'form' | 'not-shown' | 'not-hidden' | 'sent' | 'expected' | 'unexpected' | 'refused' | 'accepted'; about: string; value: string }
export interface ScenarioResult { name: string; /** in words, for a programmer */ differences: string[]; found: Difference[] }

const SAY: Record<Difference['kind'], (about: string, value: string) => string> = {
  form: (about, value) => `the file is for ${about}, the document is ${value}`,
  'not-shown': (path) => `${path} should be shown`,
  'not-hidden': (path) => `${path} should be hidden`,
  sent: (path) => `${path} should not be sent`,
  expected: (what, value) => `${what}: expected ${value}`,
  unexpected: (what, value) => `${what}: unexpected ${value}`,
  refused: () => 'the second authority refuses what the evaluator accepts',
  accepted: () => 'the second authority accepts what the evaluator refuses',
};

export interface ScenarioOptions {
  /** A second authority over the data schema alone (Ajv in Node): true = it accepts what would be sent. */
  accepts?: (payload: JsonObject) => boolean;
}

/**
 * Fills the form with each scenario's answers and compares what follows with what the scenario expects.
 * Pure: the same in Node and in a browser.
 * @returns one result per scenario, in order; no differences = as expected
 * @throws PlanError when the document does not compile
 */
export function runScenarios(document: FormDocument, file: ScenarioFile, options: ScenarioOptions = {}): ScenarioResult[] {
  const plan = compilePlan(document);
  const form = `${document.id}@${document.version}`;
  const wrongForm: Difference[] = file.form === form ? [] : [{ kind: 'form', about: file.form, value: form }];
  return file.scenarios.map((scenario) => {
    const found = [...wrongForm, ...run(plan, scenario, scenario.today ?? file.today, options)];
    return { name: scenario.name, differences: found.map(({ kind, about, value }) => SAY[kind](about, value)), found };
  });
}

function run(plan: FormPlan, { answers, expect }: Scenario, today: string, { accepts }: ScenarioOptions): Difference[] {
  const state = startForm(plan, { data: answers, defaults: true, today });
  const payload = payloadOf(state);
  const issues = issuesOf(state).filter(({ code }) => !code.startsWith('paper-'));
  const accepted = issues.every(({ code }) => code === 'check' || code === 'code-list');
  return [
    ...differencesOfPaths(state, payload, expect),
    // As a back end does: a fee that cannot be reckoned is told when nothing else is wrong.
    ...compare('issues', expect.issues, [...issues, ...(issues.length > 0 ? [] : feeIssuesOf(state))].map(place)),
    ...compare('warnings', expect.warnings, warningsOf(state)),
    ...Object.entries(expect.computed ?? {}).flatMap(([path, value]) => compare(path, [value], [read(payload, path) ?? null])),
    ...compare('papers', expect.papers, papersOf(state).map(({ id, required }) => ({ id, required }))),
    ...compare('fees', expect.fees, feesOf(state).map(amount)),
    ...compare('fees at the counter', expect.feesAtCounter, feesOf(state, 'counter').map(amount)),
    ...compare('case', expect.case === undefined ? undefined : [expect.case], [caseOf(state) ?? null]),
    ...(accepts && accepts(payload) !== accepted ? [told(accepted ? 'refused' : 'accepted', '')] : []),
  ];
}

function differencesOfPaths(state: FormState, payload: JsonObject, { shown = [], hidden = [] }: Expectation): Difference[] {
  const paths = new Set(shownPaths(state));
  return [
    ...shown.filter((path) => !paths.has(path)).map((path) => told('not-shown', path)),
    ...hidden.filter((path) => paths.has(path)).map((path) => told('not-hidden', path)),
    ...hidden.filter((path) => read(payload, path) !== undefined).map((path) => told('sent', path)),
  ];
}

const warningsOf = (state: FormState) =>
  [...shownNodes(state.root)].flatMap(({ node, path }) =>
    [...node.issues, ...Object.values(node.flags ?? {})].filter((issue) => issue.level === 'warning').map((issue) => place({ ...issue, path: path + issue.path })));

const place = ({ path, code }: { path: Path; code: string }) => ({ path, code });
const amount = (fee: { id: string; amount: number }) => ({ id: fee.id, amount: fee.amount });

/** Compares two lists without regard to order. */
function compare(what: string, expected: readonly Json[] | undefined, got: readonly Json[]): Difference[] {
  if (expected === undefined) return [];
  const left = got.map(text);
  const missing = expected.map(text).filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((item) => told('expected', what, item)), ...left.map((item) => told('unexpected', what, item))];
}

const told = (kind: Difference['kind'], about: string, value = ''): Difference => ({ kind, about, value });

/** JSON with sorted names, so that equal values have equal texts. */
const text = (value: Json): string =>
  JSON.stringify(value, (_, part: Json) => (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
