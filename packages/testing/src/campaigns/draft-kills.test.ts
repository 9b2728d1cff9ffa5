import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

// That an honest page passes, npm test holds by the campaign itself. `slow` and `torn` are found as surely, by hand: each costs a quarter of a minute.
test.each([
  ['"Đã lưu" is said before the bytes are there', 'early', 'brokenPromises', '5'],
])('it fails when %s', { timeout: 300_000 }, async (_what, sabotage, figure, n) => {
  const { status, figures, said } = await campaign('draft-kills', '--tabs', '0', '--n', n, '--seed', '1', `--sabotage=${sabotage}`);
  expect(figures[figure], said).toBeGreaterThan(0);
  expect(figures['browserKills'], said).toBe(Number(n));
  expect(status).toBe(1);
});
