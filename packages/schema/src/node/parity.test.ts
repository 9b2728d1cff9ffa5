// Our evaluator, Ajv and @cfworker/json-schema over the same random pairs: one verdict. `npm run campaign -- parity` does it a million times.
import { expect, test } from 'vitest';
import { compareOpinions } from '@dvc/testing/campaigns/parity-compare.js';
import { HOSTILE, PLAIN } from '@dvc/testing/random/json-schemas.js';

test('2,400 pairs over the declared keywords: no disagreement', () => {
  const { examples, disagreements, pairs, valid, refused } = compareOpinions(2400, { seed: 45, names: PLAIN });
  expect(examples).toEqual([]);
  expect([disagreements, pairs, refused]).toEqual([0, 2400, 0]);
  expect(valid / pairs).toBeGreaterThan(0.4);
  expect(valid / pairs).toBeLessThan(0.7);
});

test('names that every object answers to: one verdict, or refused by name', () => {
  const { examples, refused } = compareOpinions(800, { seed: 46, names: ['a', ...HOSTILE] });
  expect(examples).toEqual([]);
  expect(refused).toBeGreaterThan(100);
});
