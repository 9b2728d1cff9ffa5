// What is shuffled, and the record of it.
import { choicesAt, exclusiveOf, noted } from './look.js';
import { otherOf, type SurveyOrder, type SurveyPlan } from './plan.js';
import { ordered } from './ordered.js';
import { shuffled } from './shuffle.js';

const ALWAYS = () => true;

/** Everything that the author lets shuffle, in the author's order. `last`: what keeps its place. */
function shufflesOf(plan: SurveyPlan): { name: string; keys: string[]; last: readonly (string | undefined)[] }[] {
  const ofSteps = plan.steps.filter(({ shuffle }) => shuffle).map(({ id, nodes }) => ({ name: id, keys: nodes.filter((node) => !plan.insideOf.has(node)).map(({ path }) => path), last: [] }));
  const ofNodes = [...plan.nodes.values()].filter((node) => noted(node, ALWAYS, 'shuffle')?.value === true).map((node) => ({
    name: node.path, keys: (node.kind === 'object' ? node.children : choicesAt(node, ALWAYS, plan)).map(({ key }) => key),
    // "Khác" and "không có" stand where their author put them.
    last: node.kind === 'object' ? [] : [...exclusiveOf(node, ALWAYS), otherOf(node)?.choice],
  }));
  return [...ofSteps, ...ofNodes].filter(({ keys }) => keys.length > 1);
}

/** Shuffled by the seed, or as it was recorded. */
export function orderOf(plan: SurveyPlan, seed: string, given: SurveyOrder = {}): SurveyOrder {
  return Object.fromEntries(shufflesOf(plan).map(({ name, keys, last }) => {
    const known = Object.hasOwn(given, name) ? given[name] : undefined;
    return [name, known ? ordered(keys, known, (key) => key) : shuffled(keys, `${seed} ${name}`, (key) => last.includes(key))];
  }));
}

/** Of a record from elsewhere, the orders that this survey can have shown. */
export function soundOrder(plan: SurveyPlan, given: SurveyOrder | undefined): SurveyOrder | undefined {
  const sound = shufflesOf(plan).flatMap(({ name, keys }) => {
    const order: unknown = given && Object.hasOwn(given, name) ? given[name] : undefined;
    return Array.isArray(order) && order.length === keys.length && keys.every((key) => order.includes(key)) ? [[name, order as string[]] as const] : [];
  });
  return sound.length > 0 ? Object.fromEntries(sound) : undefined;
}
