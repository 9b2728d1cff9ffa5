import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';
import { PAYLOADS, some } from './xss-payloads.js';
import { filled, slotsOf, text, value } from './xss-slots.js';

test('there are enough payloads, each another one, each with its own number to call', () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
  for (const [at, payload] of PAYLOADS.entries()) for (const [, number] of payload.matchAll(/(?:__pwned|alert|confirm|prompt|msgbox)[(`](\d+)/g)) expect([0, at]).toContain(Number(number));
  expect(some(7)).toEqual([...new Set(some(7))]);
  expect(some(10_000)).toHaveLength(PAYLOADS.length);
});

test('a payload stands in every slot of a template, in names too', () => {
  const template = { title: text('a'), [value('b')]: [value('c'), 'as it is'] };
  expect(slotsOf(template)).toEqual([{ shown: 'text', name: 'a' }, { shown: 'value', name: 'b' }, { shown: 'value', name: 'c' }]);
  expect(filled(template, '$&')).toEqual({ title: '$& ¤a¤', '¤b¤ $&': ['$& ¤c¤', 'as it is'] });
});

// That an honest page passes, npm test holds by the campaign itself.
test('it fails when one text is put in as HTML: the attack is called, its element found, and the text missed', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('xss', '--n', '8', '--policy', 'off', '--sabotage');
  expect(figures['called'], said).toBeGreaterThan(0);
  expect(figures['elements']).toBeGreaterThan(0);
  expect(figures['attributes']).toBeGreaterThan(0);
  expect(figures['unseen']).toBeGreaterThan(0);
  expect(status).toBe(1);
});

test('it fails too where a policy keeps the attack from being called', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('xss', '--n', '8', '--policy', 'strict', '--sabotage');
  expect(figures, said).toMatchObject({ called: 0 });
  expect(figures['elements']! * figures['policyReports']!).toBeGreaterThan(0);
  expect(status).toBe(1);
});
