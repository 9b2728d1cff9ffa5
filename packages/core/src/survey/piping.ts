// An earlier answer put into a text: as text, whatever somebody wrote, and never longer than a line.
import type { Json, Path } from '@dvc/schema';
import { choicesAt, said, wordOf } from './look.js';
import type { SurveyNode } from './grow.js';
import { objectOf } from './plain.js';
import { otherOf } from './plan.js';
import { readingOf } from './reading.js';
import { say } from './say.js';
import type { SurveyState } from './state.js';

const LONGEST = 200;
/** Line breaks and controls, and the marks that turn the direction of what stands around them. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A title with the answers that its author put into it; undefined where one of them is absent. */
export function piped(state: SurveyState, parts: readonly Json[], at: Path): string | undefined {
  const told = parts.map((part, i) => (typeof part === 'string' ? say(state, { text: part, at: `${at}/${i}` }) : answerText(state, objectOf(part).var)));
  return told.length > 0 && told.every((part) => part !== undefined) ? told.join('') : undefined;
}

/** An answer as it is read: the title of what was chosen, or what was written. */
function answerText(state: SurveyState, path: Json | undefined): string | undefined {
  const node = typeof path === 'string' ? state.plan.nodes.get(path[0] === '/' ? path : `/${path}`) : undefined;
  const reading = readingOf(state.plan, state.answers);
  const value = node && reading.value(node);
  if (value === undefined) return undefined;
  const texts = (Array.isArray(value) ? value : [value]).map((each) => oneText(state, node!, each));
  const text = texts.every((each) => each !== undefined) ? texts.join(', ').replace(CONTROLS, ' ').trim() : '';
  return text === '' ? undefined : text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function oneText(state: SurveyState, node: SurveyNode, value: Json): string | undefined {
  const { plan } = state;
  const reading = readingOf(plan, state.answers);
  const choices = choicesAt(node, reading.holds, plan);
  if (choices.length > 0) {
    const choice = choices.find((each) => each.value === value);
    const other = otherOf(node);
    // "Khác" says nothing; what was written beside it does.
    const words = choice && other?.choice === choice.key ? node.parent!.children.find(({ key }) => key === other.field) : undefined;
    const written = words && reading.value(words);
    return typeof written === 'string' ? written : choice && say(state, choice.title);
  }
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const format = wordOf(said(node, reading.holds, 'format'));
  return (format !== undefined && Object.hasOwn(plan.kit.formats, format) ? plan.kit.formats[format]!.display?.(value) : undefined) ?? value;
}
