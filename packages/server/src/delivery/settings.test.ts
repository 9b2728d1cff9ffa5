import fc from 'fast-check';
import { expect, test } from 'vitest';
import { optionsFromEnvironment } from '../environment.js';
import { retryAfter } from './send.js';
import { checkCaseSystem, pauseMs } from './settings.js';

const secrets = ['the-first-secret-of-the-case-system-0001', 'the-second-secret-of-the-case-system-002'];
const noon = new Date('2026-11-21T02:30:00Z');

test('a pause doubles, stays within its bounds, and is never shorter than Retry-After up to 6 hours', () => {
  const pause = { first: 5_000, longest: 3_600_000 };
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.option(fc.integer({ min: 0, max: 100 * 3_600_000 }), { nil: undefined }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, after, chance) => {
    const ms = pauseMs(attempts, after, pause, () => chance);
    const full = Math.min(pause.longest, pause.first * 2 ** (attempts - 1));
    expect(ms).toBeGreaterThanOrEqual(Math.max(full / 2, Math.min(after ?? 0, 6 * 3_600_000)));
    expect(ms).toBeLessThanOrEqual(Math.max(full, Math.min(after ?? 0, 6 * 3_600_000) * 1.1));
  }), { seed: 4 });
  // A case system that is down over Tết: 500 attempts last for 10 days at the least, 21 at the most.
  const days = (chance: number) => Array.from({ length: 500 }, (_, n) => pauseMs(n + 1, undefined, pause, () => chance)).reduce((sum, ms) => sum + ms, 0) / 86_400_000;
  expect([Math.floor(days(0)), Math.ceil(days(1))]).toEqual([10, 21]);
});

test.each([['120', 120_000], ['Sat, 21 Nov 2026 02:31:00 GMT', 60_000], ['Sat, 21 Nov 2026 02:29:00 GMT', undefined], ['0', undefined], ['soon', undefined], ['-5', undefined], [null, undefined]])('Retry-After %j is %j ms', (header, ms) => {
  expect(retryAfter(header, noon.getTime())).toBe(ms);
});

test.each([
  ['mot-cua.example.gov.vn', secrets, /is an address/], ['ftp://mot-cua.example.gov.vn', secrets, /is an address/], ['https://a:b@mot-cua.example.gov.vn', secrets, /is an address/], ['https://mot-cua.example.gov.vn/?to=1', secrets, /is an address/],
  ['http://mot-cua.example.gov.vn', secrets, /needs https/], ['https://mot-cua.example.gov.vn', [], /DVC_CASE_SYSTEM_SECRET/], ['https://mot-cua.example.gov.vn', ['short'], /32 characters/],
])('%s with %j is refused at the start', (url, given, said) => { expect(() => checkCaseSystem({ url, secrets: given })).toThrow(said); });
test('https, and plain http on this machine alone, are taken', () => {
  for (const url of ['https://mot-cua.example.gov.vn/dvc/', 'http://127.0.0.1:9000', 'http://[::1]:9000/x']) expect(() => checkCaseSystem({ url, secrets })).not.toThrow();
});

test('the environment names the case system and its secrets', () => {
  expect(optionsFromEnvironment({ DVC_CASE_SYSTEM: 'https://mot-cua.example.gov.vn', DVC_CASE_SYSTEM_SECRET: `${secrets[0]}, ${secrets[1]}` }).caseSystem).toEqual({ url: 'https://mot-cua.example.gov.vn', secrets });
  expect(optionsFromEnvironment({}).caseSystem).toBeUndefined();
});
