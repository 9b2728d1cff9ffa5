import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

test('2,000 due dates: the walk comes to the same, and the same again with the same seed', { timeout: 120_000 }, async () => {
  const { status, figures, said } = await campaign('due-dates', '--n', '2000', '--seed', '7');
  expect(figures, said).toMatchObject({ campaign: 'due-dates', n: 2000, failed: 0 });
  expect(status).toBe(0);
  // Each kind is met often enough to prove something.
  for (const kind of ['stopped', 'extended', 'ended', 'overdue', 'uncertain', 'hours', 'calendarDays']) expect(figures[kind], kind).toBeGreaterThan(100);
  expect((await campaign('due-dates', '--n', '2000', '--seed', '7')).figures).toEqual({ ...figures, seconds: expect.any(Number) as number });
});

test.each(['no-24-november', 'no-worked-saturdays', 'clock-never-stops', 'extension-ignored', 'any-hour-is-in-time', 'todays-date-of-greenwich', 'late-for-ever', 'calendar-without-end'])('it fails when the reckoning is wrong: %s', { timeout: 120_000 }, async (sabotage) => {
  const { status, figures, said } = await campaign('due-dates', '--n', '500', '--seed', '7', `--sabotage=${sabotage}`);
  expect(figures['failed'], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
