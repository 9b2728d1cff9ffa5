// From the tree of questions to a form document: conditions become `if`/`then`, objects are closed, steps list what they show.
import type { FormDocument, JsonSchema, JsonSchemaObject, Notice, Paper, Step } from '@dvc/schema';
import { lookup, readsOf, sayGate, type Lookup } from './conditions.js';
import type { Loss } from './loss.js';
import { kebabCase, unique } from './names.js';
import { ancestors, everyQuestion, pathOf, within, type Gate, type PaperDraft, type Question, type StepDraft } from './tree.js';

export interface Draft {
  id: string; title: string; description?: string;
  root: Question;
  steps: StepDraft[];
  papers: PaperDraft[];
  notices: { text: string; gates: Gate[] }[];
  losses: Loss[];
  /** Adds what a source has in other languages. */
  translate?(document: FormDocument): FormDocument['translations'];
}

/** The `if`s of one object, in the order of the questions: those that are asked under one condition stand together. */
export interface Branch { if: JsonSchema; asked: Question[]; must: Question[] }

export function assemble(draft: Draft): FormDocument {
  const { root, losses } = draft;
  const find = lookup(root);
  cutRings(root, find, losses);
  const branches = branchesOf(root, find, losses);
  const taken = new Set<string>();
  const id = (title: string, otherwise: string) => unique(kebabCase(title, otherwise), taken, '-');
  const when = (gates: Gate[], over: Question, label: string): { when?: JsonSchema; dropped: boolean } => {
    const said = gates.map((gate) => ({ gate, said: sayGate(gate, undefined, over, find) }));
    const parts = said.flatMap(({ said: each }) => ('if' in each ? [each.if] : []));
    for (const { gate, said: each } of said) if ('why' in each) losses.push({ path: gate.path, component: label, what: gate.what, reason: 'condition', about: each.why });
    return { ...(parts.length > 0 ? { when: all(parts) } : {}), dropped: parts.length < gates.length };
  };

  const papers = draft.papers.map((paper): Paper => {
    const { when: condition, dropped } = when(paper.gates, root, paper.title);
    return {
      id: id(paper.title, 'giay-to'), title: paper.title, ...(paper.hint ? { hint: paper.hint } : {}), ...(condition === undefined ? {} : { when: condition }),
      ...(paper.required && !dropped ? { required: true } : {}), ...(paper.types ? { types: paper.types } : {}), ...(paper.maxBytes ? { maxBytes: paper.maxBytes } : {}),
      ...(paper.maxFiles ? { maxFiles: paper.maxFiles } : {}), ...(paper.each ? { each: pathOf(paper.each) } : {}),
    };
  });
  const notices = draft.notices.map(({ text, gates }, i): Notice => {
    const { when: condition } = when(gates, root, text);
    return { id: `thong-bao-${i + 1}`, text, at: 'start', ...(condition === undefined ? {} : { when: condition }) };
  });
  const steps = stepsOf(draft, id);
  return {
    kind: 'form', id: draft.id, version: '1.0.0', title: draft.title, ...(draft.description ? { description: draft.description } : {}),
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(root, branches, steps.length > 0) },
    ...(steps.length > 0 ? { steps } : {}), ...(papers.length > 0 ? { papers } : {}), ...(notices.length > 0 ? { notices } : {}),
  };
}

export const all = (parts: JsonSchema[]): JsonSchema => {
  const different = parts.filter((part, i) => parts.findIndex((each) => JSON.stringify(each) === JSON.stringify(part)) === i);
  return different.length === 1 ? different[0]! : { allOf: different as JsonSchemaObject[] };
};

function drop(each: Question, gate: Gate, losses: Loss[], reason: Loss['reason'], about?: string): void {
  each.gates = each.gates.filter((one) => one !== gate);
  each.required = false;
  losses.push({ path: gate.path, component: each.label, what: gate.what, reason, at: pathOf(each), ...(about === undefined ? {} : { about }) });
}

const inside = (whole: Question, part: Question): boolean => part === whole || ancestors(part).includes(whole);

/** A condition that reads, over other conditions, what it decides is taken out. */
export function cutRings(root: Question, find: Lookup, losses: Loss[]): void {
  // Who reads an object or a list reads everything inside.
  const readsFrom = (each: Question): Question[] => [each, ...ancestors(each), ...everyQuestion(each)].flatMap(({ gates }) => gates.flatMap(({ test }) => readsOf(test)).flatMap((key) => find.find(key, each) ?? []));
  for (const each of everyQuestion(root)) {
    for (const gate of [...each.gates]) {
      const seen = new Set<Question>();
      const walk = (at: Question): boolean => {
        if (inside(each, at) || inside(at, each)) return true;
        if (seen.has(at)) return false;
        seen.add(at);
        return readsFrom(at).some(walk);
      };
      if (readsOf(gate.test).some((key) => { const found = find.find(key, each); return found !== undefined && walk(found); })) drop(each, gate, losses, 'condition-cycle');
    }
  }
}

export function branchesOf(root: Question, find: Lookup, losses: Loss[]): Map<Question, Branch[]> {
  const branches = new Map<Question, Branch[]>();
  for (const each of everyQuestion(root)) {
    const parts: Part[] = [];
    for (const gate of [...each.gates]) {
      const said = sayGate(gate, each, root, find);
      if ('why' in said) drop(each, gate, losses, 'condition', said.why);
      else parts.push({ gate, ...said });
    }
    const shown = parts.length > 0 ? together(each, parts, losses) : undefined;
    if (shown) put(branches, shown, each, 'asked');
    for (const gate of each.mustIf ?? []) {
      // A group that must be there because something is in it: that asks for nothing, and the language refuses the ring.
      if (each.kind !== 'field' && readsOf(gate.test).some((key) => { const found = find.find(key, each); return found !== undefined && inside(each, found); })) { drop(each, gate, losses, 'required-condition', gate.what); continue; }
      const said = sayGate(gate, each, root, find);
      if ('why' in said) { drop(each, gate, losses, 'required-condition', said.why); continue; }
      if (!each.required) put(branches, together(each, [...parts, { gate, ...said }], losses), each, 'must');
    }
  }
  return branches;
}

interface Part { gate: Gate; anchor: Question; if: JsonSchema }

function put(branches: Map<Question, Branch[]>, { anchor, condition }: { anchor: Question; condition: JsonSchema }, each: Question, as: 'asked' | 'must'): void {
  for (const above of ancestors(each).slice(ancestors(anchor).length + 1)) above.open = true;
  const list = branches.get(anchor) ?? [];
  const same = list.find((branch) => JSON.stringify(branch.if) === JSON.stringify(condition));
  if (same) same[as].push(each);
  else list.push({ if: condition, asked: [], must: [], [as]: [each] });
  branches.set(anchor, list);
}

/** Said together at the outermost of their objects. A condition over one row cannot be said outside of the list. */
function together(each: Question, parts: readonly Part[], losses: Loss[]): { anchor: Question; condition: JsonSchema } {
  const anchor = parts.map((part) => part.anchor).sort((a, b) => ancestors(a).length - ancestors(b).length)[0]!;
  const said = parts.flatMap((part) => {
    const way = part.anchor === anchor ? [] : [...ancestors(part.anchor).slice(ancestors(anchor).length + 1), part.anchor];
    if (way.every(({ kind }) => kind === 'object')) return [within(way.map(({ name }) => name), part.if)];
    drop(each, part.gate, losses, 'condition', part.gate.what);
    return [];
  });
  return { anchor, condition: all(said) };
}

/** Whether some question directly or deeper inside is asked under a condition, so that the order of the properties is not the order of the questions. */
export function schemaOf(each: Question, branches: Map<Question, Branch[]>, stepped: boolean): JsonSchemaObject {
  if (each.kind === 'field') return each.schema;
  if (each.kind === 'map') return { ...each.schema, additionalProperties: each.children[0] ? schemaOf(each.children[0], branches, false) : true };
  const gated = new Set([...branches.values()].flat().flatMap(({ asked }) => asked));
  const ordered = each.children.some((child) => gated.has(child)) && !(each.parent === undefined && stepped);
  const made = new Map(each.children.map((child, i) => {
    const schema = schemaOf(child, branches, false);
    return [child, ordered ? { ...schema, 'x-dvc': { ...(schema['x-dvc'] as object | undefined), order: i + 1 } } : schema];
  }));
  known.set(each, made);
  const plain = each.children.filter((child) => !gated.has(child));
  const required = plain.filter(mustBe).map(({ name }) => name);
  const rules = (branches.get(each) ?? []).map((branch): JsonSchemaObject => ({ if: branch.if, then: thenOf(each, branch.asked, branch.must) }));
  const object: JsonSchemaObject = {
    type: 'object', ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(plain.map((child) => [child.name, made.get(child)!])),
    ...(rules.length > 0 ? { allOf: rules } : {}), ...(each.open ? {} : { unevaluatedProperties: false }),
  };
  return each.kind === 'list' ? { ...each.schema, items: object } : { ...each.schema, ...object };
}

/** The schemas of the children of each object, as they are asked; made before what stands above is. */
const known = new WeakMap<Question, Map<Question, JsonSchemaObject>>();

/** An object with a question that must be answered must be there. */
const mustBe = (each: Question): boolean => each.required || (each.kind === 'object' && each.children.some((child) => child.gates.length === 0 && mustBe(child)));

/** Declares questions below `anchor`, each in its place. */
function thenOf(anchor: Question, asked: readonly Question[], must: readonly Question[] = []): JsonSchemaObject {
  const direct = asked.filter((each) => each.parent === anchor);
  const deeper = new Map<Question, Question[]>();
  for (const each of asked) {
    if (each.parent === anchor) continue;
    const next = ancestors(each)[ancestors(anchor).length + 1]!;
    deeper.set(next, [...(deeper.get(next) ?? []), each]);
  }
  const required = [...direct.filter(mustBe), ...must.filter((each) => each.parent === anchor)].map(({ name }) => name);
  const properties = Object.fromEntries([
    ...direct.map((each): [string, JsonSchemaObject] => [each.name, known.get(anchor)!.get(each)!]),
    ...[...deeper].map(([next, below]): [string, JsonSchemaObject] => [next.name, next.kind === 'list' ? { items: thenOf(next, below) } : thenOf(next, below)]),
  ]);
  return { ...(required.length > 0 ? { required } : {}), ...(asked.length > 0 ? { properties } : {}) };
}

function stepsOf({ steps, root, losses }: Draft, id: (title: string, otherwise: string) => string): Step[] {
  const filled = steps.filter(({ questions }) => questions.length > 0);
  for (const { title, questions } of steps) if (questions.length === 0) losses.push({ path: '', component: title, what: title, reason: 'step-empty' });
  if (filled.length < 2 && !filled[0]?.hint) return [];
  const shown = new Set(filled.flatMap(({ questions }) => questions));
  const left = root.children.filter((each) => !shown.has(each));
  if (left.length > 0) filled[0] = { ...filled[0]!, questions: [...left, ...filled[0]!.questions] };
  return filled.map(({ title, hint, questions }): Step => ({ id: id(title, 'buoc'), title, ...(hint ? { hint } : {}), fields: questions.map(pathOf) }));
}
