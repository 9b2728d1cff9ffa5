import { PlanError, SchemaError, type FormDocument, type FormPlan, type JsonSchemaObject, type PlanOptions, type Problem } from '@dvc/schema';
import { loadPlan } from '@dvc/schema/plan/load.js';
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

/** Who wants to know on the way: what is odd about a schema, and the text of the document once it is there. */
export interface Listener { odd(problems: readonly Problem[]): void; found(text: string, lenient: boolean): void }

const MAX_BYTES = 1 << 20;
const plans = new WeakMap<object, FormPlan>();

/**
 * The compiled form; undefined when there is nothing to load. Objects are compiled once each.
 * @throws FormError DVC-101 (not to be had), DVC-102 (broken; with every problem)
 */
export async function planOf(origin: Origin, signal: AbortSignal, listener: Listener): Promise<FormPlan | undefined> {
  if (origin.document !== undefined) return read(origin.document, listener);
  if (origin.schema !== undefined) {
    const { loadDocumentOf } = await import('@dvc/schema/document/load-document-of.js');
    const problems: Problem[] = [];
    const document = await loadDocumentOf(origin.schema as JsonSchemaObject, origin.uiSchema as never, problems).catch((error: unknown) => {
      throw error instanceof SchemaError ? broken('a schema that can be read', error.problems) : error;
    });
    // An annotation that nobody knows is odd; a reference that leads nowhere is a part that is missing.
    const isMissing = ({ code }: Problem) => /ref|regex|cycle|too-/.test(code);
    listener.odd(problems.filter((problem) => !isMissing(problem)));
    return compiled(document, listener, { lenient: true, problems: problems.filter(isMissing) });
  }
  if (origin.inline !== undefined) return read(origin.inline, listener);
  if (origin.src !== undefined && origin.src !== '') {
    const parser = import('@dvc/schema/document/parse.js');
    parser.catch(() => undefined); // said by `read`
    return read(await fetchText(origin.src, signal), listener);
  }
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

async function read(input: unknown, listener: Listener): Promise<FormPlan> {
  const object = typeof input === 'object' && input !== null ? input : undefined;
  const known = object && plans.get(object);
  if (known) return known;
  const { parse } = await import('@dvc/schema/document/parse.js');
  const { document, problems } = parse(input);
  if (!document) throw broken('a form document', problems);
  const plan = await compiled(document, listener);
  if (object) plans.set(object, plan);
  return plan;
}

async function compiled(document: FormDocument, listener: Listener, options: PlanOptions = {}): Promise<FormPlan> {
  const text = JSON.stringify(document);
  listener.found(text, options.lenient === true);
  try {
    return await loadPlan(document, text, options);
  } catch (error) {
    throw error instanceof PlanError ? broken('one that compiles', error.problems) : error;
  }
}

const broken = (expected: string, problems: readonly Problem[]) => new FormError('document-broken', `document: expected ${expected}, got one with problems`, problems);
