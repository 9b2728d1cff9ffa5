// What holds for these answers: which questions are asked, what is sent, what is wrong. Reckoned when asked for, each thing once per set of answers.
import type { Issue, Json, JsonObject } from '@dvc/schema';
import { choiceKeysOf, exclusiveOf, messageOf } from './look.js';
import { keysRead, type SurveyPlan } from './plan.js';
import { isObject } from './plain.js';
import type { Condition, Guard, SurveyNode } from './grow.js';

/** A text that its author has set no limit to ends here. */
export const LONGEST = 4000;
type Answers = Readonly<Record<string, Json>>;

export class Reading {
  readonly #answers: JsonObject;
  readonly #plan: SurveyPlan;
  readonly #held = new Map<Condition, boolean>();
  readonly #shown = new Map<SurveyNode, boolean>();
  #payload: JsonObject | undefined;
  #issues: readonly Issue[] | undefined;

  constructor(plan: SurveyPlan, answers: Answers) {
    this.#plan = plan;
    this.#answers = answers as JsonObject;
  }

  holds = (guard: Guard): boolean => guard.every(({ condition, holds }) => this.#condition(condition) === holds);

  /** Is it asked now? */
  shown(node: SurveyNode): boolean {
    let is = this.#shown.get(node);
    if (is === undefined) this.#shown.set(node, is = (!node.parent || this.shown(node.parent)) && node.declared.some(this.holds));
    return is;
  }

  /** Is something of it seen? */
  asked = (node: SurveyNode): boolean => this.shown(node) && (node.kind !== 'object' || node.children.some(this.asked));

  /** Must it be answered now? What stands in a group that nobody has begun need not. */
  required = (node: SurveyNode): boolean => node.required.some(this.holds) && (!node.parent || this.#isThere(node.parent));

  /** What is sent of it; undefined when nothing is. */
  value(node: SurveyNode, only?: ReadonlySet<string>): Json | undefined {
    if (!this.shown(node)) return undefined;
    const held = this.held(node);
    if (node.kind === 'field') return held;
    const isThere = !node.parent || node.required.some(this.holds);
    if (node.kind === 'list') return held === undefined || isBlank(held) ? (isThere ? [] : undefined) : held;
    const made: JsonObject = {};
    for (const child of node.children) {
      const value = !only || only.has(child.key) ? this.value(child) : undefined;
      if (value !== undefined) made[child.key] = value;
    }
    return isThere || only || !isBlank(made) ? made : undefined;
  }

  /** The answer as it is held, asked for or not. */
  held(node: SurveyNode): Json | undefined {
    if (!node.parent) return this.#answers;
    const above = this.held(node.parent);
    const held = isObject(above) && Object.hasOwn(above, node.key) ? above[node.key] : undefined;
    return held === null ? undefined : held;
  }

  get payload(): JsonObject { return (this.#payload ??= this.value(this.#plan.root) as JsonObject); }

  /** Everything that is wrong with what is asked, in the order of the document. */
  get issues(): readonly Issue[] { return (this.#issues ??= this.#issuesIn(this.#plan.root)); }

  #condition(condition: Condition): boolean {
    let holds = this.#held.get(condition);
    if (holds === undefined) this.#held.set(condition, holds = condition.schema.test(this.value(condition.at, keysRead(condition.schema)) ?? {}));
    return holds;
  }

  #isThere(node: SurveyNode): boolean {
    return !node.parent || this.#isFilled(node) || (node.required.some(this.holds) && this.#isThere(node.parent));
  }

  #isFilled(node: SurveyNode): boolean {
    return this.shown(node) && (node.kind === 'object' ? node.children.some((child) => this.#isFilled(child)) : this.held(node) !== undefined);
  }

  #issuesIn(node: SurveyNode): Issue[] {
    if (!this.shown(node)) return [];
    const value = node.kind === 'field' || node.assertions.length > 0 ? this.value(node) : undefined;
    const found: Issue[] = [];
    if (value !== undefined) {
      for (const { guard, schema } of node.assertions) if (this.holds(guard)) found.push(...schema.check(value, node.path));
      const beyond = found.length === 0 ? this.#beyond(node, value) : undefined;
      if (beyond) found.push(beyond);
    } else if (node.kind === 'field' && this.required(node)) {
      const message = messageOf(node, this.holds, 'required');
      found.push({ path: node.path, code: 'required', params: {}, ...(message === undefined ? {} : { message }) });
    }
    return [...found, ...node.children.flatMap((child) => this.#issuesIn(child))];
  }

  /** What JSON Schema does not say. */
  #beyond(node: SurveyNode, value: Json): Issue | undefined {
    if (node.many && Array.isArray(value) && value.length > 1) {
      const alone = choiceKeysOf(value).find((key) => exclusiveOf(node, this.holds).includes(key));
      if (alone !== undefined) return { path: node.path, code: 'exclusive', params: { choice: alone } };
    }
    return typeof value === 'string' && value.length > LONGEST ? { path: node.path, code: 'maxLength', params: { limit: LONGEST } } : undefined;
  }
}

/** Nothing in it is an answer. */
const isBlank = (value: Json): boolean => (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.values(value).every((part) => isBlank(part!)));

const readings = new WeakMap<SurveyPlan, WeakMap<Answers, Reading>>();
export function readingOf(plan: SurveyPlan, answers: Answers): Reading {
  let ofPlan = readings.get(plan);
  if (!ofPlan) readings.set(plan, ofPlan = new WeakMap());
  let reading = ofPlan.get(answers);
  if (!reading) ofPlan.set(answers, reading = new Reading(plan, answers));
  return reading;
}
