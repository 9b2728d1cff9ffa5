import { compilePlan, parse, PlanError, type FormPlan, type JsonSchemaObject, type Problem } from '@dvc/schema';
import { FormError } from './errors.js';

/** Where a form comes from; the first that is there wins. */
export interface Origin {
  document?: unknown;
  schema?: unknown;
  uiSchema?: unknown;
  /** the text of a `<script type="application/json" slot="document">` child */
  inline?: string | undefined;
  src?: string | undefined;
}

const MAX_BYTES = 1 << 20;
const plans = new WeakMap<object, FormPlan>();

/**
 * The compiled form; undefined when there is nothing to load. Objects are compiled once each.
 * @throws FormError DVC-101 (not to be had), DVC-102 (broken; with every problem)
 */
export async function loadPlan(origin: Origin, signal: AbortSignal, report: (problems: readonly Problem[]) => void): Promise<FormPlan | undefined> {
  if (origin.document !== undefined) return planOf(origin.document);
  if (origin.schema !== undefined) {
    const { documentOf } = await import('@dvc/schema/document/document-of.js');
    const problems: Problem[] = [];
    const document = documentOf(origin.schema as JsonSchemaObject, origin.uiSchema as never, problems);
    if (problems.length > 0) report(problems);
    return compiled(document, []);
  }
  if (origin.inline !== undefined) return planOf(origin.inline);
  if (origin.src !== undefined && origin.src !== '') return planOf(await fetchText(origin.src, signal));
  return undefined;
}

async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  try {
    const reply = await fetch(src, { signal, headers: { accept: 'application/json' } });
    if (!reply.ok) throw new Error(`status ${reply.status}`);
    const text = await reply.text();
    if (text.length > MAX_BYTES) throw new Error('more than 1 MiB');
    return text;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new FormError('document-unreadable', `document at ${src}: expected JSON, got ${(error as Error).message}`);
  }
}

function planOf(input: unknown): FormPlan {
  const known = typeof input === 'object' && input !== null ? plans.get(input) : undefined;
  if (known) return known;
  const { document, problems } = parse(input);
  if (!document) throw new FormError('document-broken', 'document: expected a form document, got one with problems', problems);
  const plan = compiled(document, problems);
  if (typeof input === 'object' && input !== null) plans.set(input, plan);
  return plan;
}

function compiled(document: Parameters<typeof compilePlan>[0], problems: readonly Problem[]): FormPlan {
  if (problems.length > 0) throw new FormError('document-broken', 'document: expected a form document, got one with problems', problems);
  try {
    return compilePlan(document);
  } catch (error) {
    if (error instanceof PlanError) throw new FormError('document-broken', 'document: expected one that compiles, got one with problems', error.problems);
    throw error;
  }
}
