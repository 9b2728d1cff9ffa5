// Triggers of SurveyJS: those that show questions are conditions of them, one that completes the survey ends it early; the others are named.
import * as blocks from '../blocks.js';
import type { Json } from '@dvc/schema';
import { isLoose } from '../formio/tracked.js';
import type { Gate, Operator, Test } from '../tree.js';
import { testOf } from './gates.js';
import { named, type Source } from './ledger.js';
import type { Walk } from './place.js';
import { asHint, plainText, type Text } from './words.js';

const END = 'Cảm ơn ông/bà. Phiếu khảo sát kết thúc tại đây.';

/** Names of questions and pages → the conditions that show them. */
export function shows(survey: Source): Map<string, Gate[]> {
  const made = new Map<string, Gate[]>();
  for (const each of survey.each('triggers')) {
    if (typeOf(each) !== 'visible') continue;
    const gate = gateOf(each);
    if (!gate) continue;
    each.word('type');
    for (const list of ['questions', 'pages']) {
      const names = each.node[list];
      if (!Array.isArray(names)) continue;
      names.forEach((name: unknown, i) => {
        if (typeof name !== 'string') return;
        each.ledger.read.add(`${each.pathOf(list)}/${i}`);
        made.set(name.toLowerCase(), [...made.get(name.toLowerCase()) ?? [], gate]);
      });
    }
  }
  return made;
}

/** Where the survey ends early. */
export function stops(walk: Walk, survey: Source, thanks: Text): { gate: Gate; text: string }[] {
  return survey.each('triggers').flatMap((trigger) => {
    const each = named(trigger, survey.label);
    const type = typeOf(each);
    if (type === 'visible' && each.ledger.read.has(each.pathOf('type'))) return [];
    const gate = type === 'complete' ? gateOf(each) : undefined;
    const what = `trigger: ${blocks.short(JSON.stringify(each.node), 120)}`;
    each.ledger.read.add(each.path);
    if (!gate) { each.say(what, 'trigger', type || '?'); return []; }
    each.say(what, 'trigger-complete');
    return [{ gate, text: walk.words.keep(saidThen(walk, survey, trigger) ?? (thanks.text === '' ? plainText(END) : thanks)) }];
  });
}

/** The words that the survey has for the same condition. */
function saidThen(walk: Walk, survey: Source, { node }: Source): Text | undefined {
  const found = survey.each('completedHtmlOnCondition').find((each) => typeof node.expression === 'string' && each.node.expression === node.expression);
  const text = found && walk.words.read(named(found, survey.label), 'html');
  if (!text || text.text === '') return undefined;
  found.word('expression');
  return asHint(text);
}

const typeOf = (of: Source): string => (typeof of.node.type === 'string' ? of.node.type.replace(/trigger$/, '') : '');

/** The operators of triggers before they had expressions. */
const OPERATORS: Readonly<Record<string, readonly [Operator, not?: boolean]>> = {
  equal: ['is'], notequal: ['is', true], contains: ['has'], notcontains: ['has', true], greater: ['gt'], less: ['lt'], greaterorequal: ['gte'], lessorequal: ['lte'], empty: ['blank'], notempty: ['blank', true],
};

function gateOf(of: Source): Gate | undefined {
  const text = typeof of.node.expression === 'string' ? of.node.expression.trim() : '';
  const test = text === '' ? old(of) : testOf(text);
  if (test === undefined || typeof test === 'string') return undefined;
  of.word('expression');
  return { test, path: of.path, what: `trigger: ${blocks.short(text || JSON.stringify(of.node), 120)}` };
}

function old(of: Source): Test | undefined {
  const { name, operator = 'equal', value } = of.node;
  const found = typeof operator === 'string' && Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (typeof name !== 'string' || name === '' || !found || isLoose(value)) return undefined;
  for (const each of ['name', 'operator', 'value']) of.take(each);
  const test: Test = { key: name, op: found[0], value: (value ?? null) as Json };
  return found[1] ? { not: test } : test;
}
