import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

// That an honest run passes, npm test holds by the campaign itself; that each kind of fault is seen, survey-responses-audit.test.ts.
// Two other sabotages are found as surely, by hand: `another-answer`, `wrong-sum`.
test.each([
  ['a repetition is stored anew', 'no-idempotency', 'doubled', '0'], ['it is acknowledged before it is stored', 'early-ack', 'lost', '2'], ['what was taken back comes again', 'late-comes-back', 'returned', '0'],
])('it fails when %s', { timeout: 300_000 }, async (_what, sabotage, kind, kills) => {
  const { status, figures, said } = await campaign('survey-responses', '--n', '60', '--kills', kills, `--sabotage=${sabotage}`);
  expect(figures[kind], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
