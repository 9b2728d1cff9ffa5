import { describe, expect, test } from 'vitest';
import { readSurveySettings } from './settings.js';

const read = (value: unknown) => readSurveySettings(value, {});
const quarter = { id: 'q4', title: 'Quý IV', from: '2026-10-15', to: '2027-01-14' };

describe('settings of surveys', () => {
  test('are read as they are written', () => {
    expect(read({})).toEqual({});
    const whole = { batch: 50, minSample: 10, periods: [quarter], invited: [{ survey: 'a/b', invited: 100, period: 'q4' }], given: [{ survey: 'a/b', part: 'time', value: 1.5, agency: 'H99.01' }], limits: { client: 10, minutes: 5 }, keys: { 'a/b': { kty: 'RSA', n: 'x', e: 'AQAB' } } };
    expect(read(whole)).toEqual(whole);
  });

  test.each([
    [1, /is an object/], [{ foo: 1 }, /"foo", which nobody reads/], [{ batch: 0 }, /whole number from 1/], [{ periods: [{ ...quarter, from: '2026-02-30' }] }, /from one day to another/], [{ periods: [{ ...quarter, to: '2026-01-01' }] }, /ends before it begins/],
    [{ periods: [quarter, { ...quarter, id: 'x', from: '2027-01-14', to: '2027-03-01' }] }, /overlap/], [{ invited: [{ survey: 'A', invited: 1 }] }, /id of a survey/], [{ given: [{ survey: 'a', part: 'x', value: '1' }] }, /"value": a number/],
    [{ keys: { a: 'x' } }, /public key/], [{ keys: { a: { kty: 'RSA', n: 'x', e: 'y', d: 'z' } } }, /private key/], [{ limits: { clients: 1 } }, /"clients", which nobody reads/],
  ])('%j is refused in a sentence', (value, sentence) => { expect(() => read(value)).toThrow(sentence); });
});
