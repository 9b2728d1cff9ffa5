// Fills a form as a patient citizen would: every question that is shown, until no new one appears.
import fc from 'fast-check';
import { issuesOf, payloadOf, shownNodes, startForm } from '@dvc/core';
import { compilePlan, split, type FormDocument, type Issue, type Json, type JsonObject, type JsonSchemaObject, type NodePlan } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { checkOpened } from '../check/index.js';
import { opened } from '../source/open.js';
import { sourceOf } from '../source/read.js';
import { yamlOf, type Imported } from './result.js';

const FORMATS: Record<string, Json> = {
  date: '2020-01-15', 'partial-date': '1990', 'date-time': '2026-11-21T08:30:00+07:00', time: '08:30:00+07:00', email: 'an@example.vn', phone: '0912345678', 'personal-id': '004090054321', 'tax-code': '0100109106',
  'person-name': 'Nguyễn Văn An', uri: 'https://example.vn/a',
};

export interface Filled { payload: JsonObject; issues: Issue[]; accepted: boolean; rounds: number }

export function fillForm(document: FormDocument): Filled {
  const plan = compilePlan(document);
  const schemas = propertiesOf(document.schema);
  let data: JsonObject = {};
  let rounds = 0;
  for (let before = ''; before !== JSON.stringify(data) && rounds < 30; rounds++) {
    before = JSON.stringify(data);
    const state = startForm(plan, { data, defaults: true, today: '2026-11-21' });
    data = payloadOf(state);
    for (const { node, path } of shownNodes(state.root)) {
      if (path === '' || node.plan.readOnly) continue;
      const value = valueFor(node.plan, schemas.get(node.plan.key) ?? []);
      if (value !== undefined) put(data, split(path), value);
    }
  }
  const state = startForm(plan, { data, defaults: true, today: '2026-11-21' });
  const payload = payloadOf(state);
  return { payload, issues: issuesOf(state).filter(({ code }) => !code.startsWith('paper-')), accepted: ajvAuthority().accepts(document.schema, payload).valid, rounds };
}

function put(data: JsonObject, [name, ...rest]: string[], value: Json): void {
  if (rest.length > 0) {
    const inner = (data[name!] ??= /^\d+$/.test(rest[0]!) ? [] : {});
    put(inner as JsonObject, rest, value);
  } else if (Array.isArray(data)) data[Number(name)] ??= value;
  else data[name!] ??= value;
}

function valueFor(node: NodePlan, schemas: readonly JsonSchemaObject[]): Json | undefined {
  if (node.kind === 'list') return [node.item?.kind === 'field' ? valueFor(node.item, schemas.map(({ items }) => items as JsonSchemaObject).filter(Boolean)) ?? 'a' : {}];
  if (node.entry) return { mot: 'a' };
  if (node.kind !== 'field') return undefined;
  if (node.choices) return node.many ? [node.choices[0]!.value] : node.choices[0]!.value;
  const [type] = node.types ?? ['string'];
  const schema = schemas.find((each) => each.type === type) ?? {};
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') {
    const least = Number(schema.minimum ?? 0);
    const step = Number(schema.multipleOf ?? 1);
    return Math.ceil(Math.max(least, Math.min(2000, Number(schema.maximum ?? 2000))) / step) * step;
  }
  if (node.format !== undefined) return FORMATS[node.format];
  if (typeof schema.pattern === 'string') return fc.sample(fc.stringMatching(new RegExp(schema.pattern, 'u')), { numRuns: 1, seed: 1 })[0]!;
  return 'Nội dung '.padEnd(Number(schema.minLength ?? 0), 'a').trim().slice(0, Number(schema.maxLength ?? 20));
}

/** name → every schema that a property of this name has, wherever it stands. */
function propertiesOf(value: unknown, found = new Map<string, JsonSchemaObject[]>()): Map<string, JsonSchemaObject[]> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, schema] of Object.entries((value as { properties?: Record<string, JsonSchemaObject> }).properties ?? {})) if (schema.title !== undefined) found.set(name, [...(found.get(name) ?? []), schema]);
  for (const part of Object.values(value)) propertiesOf(part, found);
  return found;
}

/** What `dvc check` has against the YAML that an import writes. */
export async function errorsOf(made: Imported): Promise<string[]> {
  const findings = await checkOpened(opened(sourceOf(yamlOf(made, 'nguồn', 'vi'), 'yaml')), 'nhap.yaml');
  return findings.filter(({ level }) => level === 'error').map(({ code, path, what }) => `${code} ${path} ${what}`);
}
