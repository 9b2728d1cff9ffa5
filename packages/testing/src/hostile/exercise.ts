// What a page does with a schema, without the page: from the schema to what would be sent.
import { compilePlan, parse, type FormDocument, type FormPlan, type Problem } from '@dvc/schema';
import { documentOf } from '@dvc/schema/document/document-of.js';
import { dataOf, issuesOf, payloadOf, reduce, shownNodes, startForm } from '@dvc/core';
import type { HostileCase } from './cases.js';

export type Outcome = 'drawn' | 'refused';

/** @throws what a page would meet */
export function plainWay({ schema, data, typed }: HostileCase): Outcome {
  const problems: Problem[] = [];
  const plan = named(() => compilePlan(documentOf(schema as never, undefined, problems), { lenient: true, problems }));
  checkProblems(problems);
  return plan ? use(plan, data, typed) : 'refused';
}

/** The same schema inside a form document, as text where there is one. */
export function documentWay({ schema, text, data, typed }: HostileCase): Outcome {
  const about = { kind: 'form', id: 'thu/to-khai', version: '1.0.0', title: 'Tờ khai' };
  const input = text === undefined ? { ...about, schema } : `${JSON.stringify(about).slice(0, -1)},"schema":${text}}`;
  const { document, problems } = parse(input);
  checkProblems(problems);
  if (!document && problems.length === 0) throw new Error('parse gives neither a document nor a problem');
  const plan = document && named(() => compilePlan(document as FormDocument));
  return plan ? use(plan, data, typed) : 'refused';
}

function use(plan: FormPlan, data: HostileCase['data'], typed: string): Outcome {
  let state = startForm(plan, { today: '2026-11-21', data });
  const field = [...shownNodes(state.root)].find(({ node }) => node.plan.kind === 'field')?.node;
  if (field) {
    state = reduce(state, { type: 'typed', id: field.id, text: typed });
    state = reduce(state, { type: 'left', id: field.id });
  }
  dataOf(state);
  JSON.stringify(payloadOf(state));
  for (const { path, code } of issuesOf(state)) if (typeof path !== 'string' || typeof code !== 'string') throw new Error('an issue without a place or a code');
  return 'drawn';
}

/** A refusal has a name and says why; anything else is a fault of ours. */
function named<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const { name, problems } = error as { name?: string; problems?: Problem[] };
    if ((name !== 'SchemaError' && name !== 'PlanError') || !Array.isArray(problems) || problems.length === 0) throw error;
    checkProblems(problems);
    return undefined;
  }
}

function checkProblems(problems: readonly Problem[]): void {
  for (const { path, code, expected, got } of problems) if ([path, code, expected, got].some((each) => typeof each !== 'string') || code === '') throw new Error(`a problem that says nothing: ${JSON.stringify({ path, code, expected, got })}`);
}
