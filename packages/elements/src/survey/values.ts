// Between what controls carry and what answers are.
import type { SurveyQuestion } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { number } from '@dvc/locale/format.js';
import { numberParse } from '@dvc/schema/formats/money.js';
import type { AnswerChange } from '@dvc/ui/survey/model.js';

const NUMBERS = /^(rating|stars|nps|slider|faces|scale)$/;

/** The answer that a change makes; undefined takes it back. */
export function valueFrom({ widget, choices, many }: SurveyQuestion, { keys, text }: AnswerChange, isList: boolean): Json | undefined {
  if (keys) {
    if (widget === 'consent') return keys.length > 0;
    const values = keys.map((key): Json => choices.find((choice) => choice.key === key)?.value ?? (widget === 'yes-no' ? key === 'true' : NUMBERS.test(widget) ? Number(key) : key));
    return many ? values : values[0];
  }
  if (text === undefined || text === '') return undefined;
  if (widget === 'slider') return Number(text);
  // What is no number stays as it is typed, and is said to be none.
  if (widget === 'number') return numberParse(text) ?? text;
  return widget === 'file' && isList ? [text] : text;
}

/** Keys of what is chosen. */
export function keysOf({ choices }: SurveyQuestion, value: Json | undefined): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((each) => choices.find((choice) => choice.value === each)?.key ?? (typeof each === 'string' ? each : JSON.stringify(each)));
}

/** What stands in a box. */
export const textOf = (value: Json | undefined, display?: (value: string) => string): string =>
  (typeof value === 'number' ? number(value) : typeof value === 'string' ? display?.(value) ?? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '');
