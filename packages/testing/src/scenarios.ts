import { compilePlan, read, type FormDocument, type FormPlan, type Json, type JsonObject, type Path } from '@dvc/schema';
import { caseOf, feesOf, issuesOf, papersOf, payloadOf, shownNodes, shownPaths, startForm, type FormState } from '@dvc/core';

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

export interface ScenarioResult { name: string; differences: string[] }

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
  const wrongForm = file.form === form ? [] : [`the file is for ${file.form}, the document is ${form}`];
  return file.scenarios.map((scenario) => ({
    name: scenario.name,
    differences: [...wrongForm, ...run(plan, scenario, scenario.today ?? file.today, options)],
  }));
}

function run(plan: FormPlan, { answers, expect }: Scenario, today: string, { accepts }: ScenarioOptions): string[] {
  const state = startForm(plan, { data: answers, defaults: true, today });
  const payload = payloadOf(state);
  const issues = issuesOf(state).filter(({ code }) => !code.startsWith('paper-'));
  const accepted = issues.every(({ code }) => code === 'check' || code === 'code-list');
  return [
    ...differencesOfPaths(state, payload, expect),
    ...compare('issues', expect.issues, issues.map(place)),
    ...compare('warnings', expect.warnings, warningsOf(state)),
    ...Object.entries(expect.computed ?? {}).flatMap(([path, value]) => compare(path, [value], [read(payload, path) ?? null])),
    ...compare('papers', expect.papers, papersOf(state).map(({ id, required }) => ({ id, required }))),
    ...compare('fees', expect.fees, feesOf(state).map(amount)),
    ...compare('fees at the counter', expect.feesAtCounter, feesOf(state, 'counter').map(amount)),
    ...compare('case', expect.case === undefined ? undefined : [expect.case], [caseOf(state) ?? null]),
    ...(accepts && accepts(payload) !== accepted ? [`the second authority ${accepted ? 'refuses' : 'accepts'} what the evaluator ${accepted ? 'accepts' : 'refuses'}`] : []),
  ];
}

function differencesOfPaths(state: FormState, payload: JsonObject, { shown = [], hidden = [] }: Expectation): string[] {
  const paths = new Set(shownPaths(state));
  return [
    ...shown.filter((path) => !paths.has(path)).map((path) => `${path} should be shown`),
    ...hidden.filter((path) => paths.has(path)).map((path) => `${path} should be hidden`),
    ...hidden.filter((path) => read(payload, path) !== undefined).map((path) => `${path} should not be sent`),
  ];
}

const warningsOf = (state: FormState) =>
  [...shownNodes(state.root)].flatMap(({ node, path }) =>
    [...node.issues, ...Object.values(node.flags ?? {})].filter((issue) => issue.level === 'warning').map((issue) => place({ ...issue, path: path + issue.path })));

const place = ({ path, code }: { path: Path; code: string }) => ({ path, code });
const amount = (fee: { id: string; amount: number }) => ({ id: fee.id, amount: fee.amount });

/** Compares two lists without regard to order. */
function compare(what: string, expected: readonly Json[] | undefined, got: readonly Json[]): string[] {
  if (expected === undefined) return [];
  const left = got.map(text);
  const missing = expected.map(text).filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((item) => `${what}: expected ${item}`), ...left.map((item) => `${what}: unexpected ${item}`)];
}

/** JSON with sorted names, so that equal values have equal texts. */
const text = (value: Json): string =>
  JSON.stringify(value, (_, part: Json) => (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
