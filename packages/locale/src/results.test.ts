import { expect, test } from 'vitest';
import { enResults } from './en-results.js';
import { viResults } from './vi-results.js';

const holes = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test('the results say the same in both languages', () => {
  expect(Object.keys(enResults).sort()).toEqual(Object.keys(viResults).sort());
  for (const [key, sentence] of Object.entries(viResults)) {
    const other = enResults[key as keyof typeof viResults];
    expect(holes(other), key).toEqual(holes(sentence));
    for (const [, name] of other.matchAll(/\{(\w+):/g)) expect(holes(other), key).toContain(name);
  }
});

test('with clean sentences', () => {
  for (const words of [viResults, enResults]) {
    for (const [key, sentence] of Object.entries(words)) {
      expect(sentence, key).not.toMatch(/[.,;:?!…]\s*[.,;:?!]|\s{2}|^\s|\s$|\s[.,;:!?]|''/u);
      expect(sentence, key).toBe(sentence.normalize('NFC'));
      expect(sentence.toLowerCase(), key).not.toMatch(/(^|[^\p{L}])bạn([^\p{L}]|$)/u);
    }
  }
});
