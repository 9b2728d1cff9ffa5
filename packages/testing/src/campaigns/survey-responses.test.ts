import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

// That an honest run passes, npm test holds by the campaign itself.
test.each([
  ['a repetition is stored anew', 'no-idempotency', 'doubled'], ['it is acknowledged before it is stored', 'early-ack', 'lost'], ['what was taken back comes again', 'late-comes-back', 'returned'],
  ['answers change on their way', 'another-answer', 'wrong'], ['the results say one more', 'wrong-sum', 'different'],
])('it fails when %s', { timeout: 300_000 }, async (_what, sabotage, kind) => {
  const { status, figures, said } = await campaign('survey-responses', '--n', '60', '--kills', '2', `--sabotage=${sabotage}`);
  expect(figures[kind], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
