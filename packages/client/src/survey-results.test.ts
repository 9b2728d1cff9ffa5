import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { SurveyResults } from '@dvc/core/survey/results.js';
import { createHttpResults } from './survey-results.js';

const results: SurveyResults = {
  survey: { id: 'khao-sat/mot-cua', title: 'Khảo sát', versions: ['1.0.0'] }, filter: {}, minSample: 5, responses: { complete: 9, partial: null, screenedOut: 0 },
  questions: [{ path: '/m', title: 'm', kind: 'matrix', n: 9, rows: [{ path: '/m/a', title: 'a', kind: 'scale', n: 9, counts: [{ value: 'x', title: 'X', count: 9, score: 5 }] }] }],
  indices: [{ id: 'i', title: 'I', value: 50, unit: 'percent', n: 9, formula: '' }], periods: [], agencies: [], offers: { agencies: [{ id: 'a', title: 'A' }], procedures: [], channels: ['kiosk'] }, at: 1,
};

/** A network that answers this, whatever is asked. */
function network(status: number, body: unknown, headers: Record<string, string> = {}) {
  const sent: { url: string; headers: Record<string, string>; method: string | undefined }[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}) => {
    sent.push({ url: String(url), headers: init.headers as Record<string, string>, method: init.method });
    if (body instanceof Error) throw body;
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  };
  return { sent, port: createHttpResults({ api: 'https://ks.example.vn/', lang: () => 'vi', headers: () => ({ Authorization: 'Bearer t' }), fetch: fetch as typeof globalThis.fetch }) };
}

describe('the results of a survey over HTTP', () => {
  it('asks for the survey as one part of the address, with the filter and the host’s own headers', async () => {
    const { sent, port } = network(200, results);
    expect(await port.results('khao-sat/mot-cua', { from: '2026-01-01', agency: 'H99 & 1', to: '' })).to.deep.equal({ kind: 'results', results });
    expect(await port.results('khao-sat/mot-cua', {})).to.include({ kind: 'results' });
    expect(sent.map(({ url }) => url)).to.deep.equal([
      'https://ks.example.vn/api/v1/surveys/khao-sat%2Fmot-cua/results?from=2026-01-01&agency=H99+%26+1', 'https://ks.example.vn/api/v1/surveys/khao-sat%2Fmot-cua/results',
    ]);
    expect(sent[0]!.headers).to.deep.equal({ 'X-DVC': '1', 'Accept': 'application/json', 'Accept-Language': 'vi', 'Authorization': 'Bearer t' });
  });

  for (const [status, body, reply] of [
    [404, { code: 'not-found' }, { kind: 'refused', reason: 'not-found' }], [404, '<h1>404</h1>', { kind: 'failed', reason: 'unexpected' }], [401, '', { kind: 'refused', reason: 'not-allowed' }], [403, {}, { kind: 'refused', reason: 'not-allowed' }],
    [400, { code: 'malformed' }, { kind: 'refused', reason: 'malformed' }], [500, { incident: 'S-1' }, { kind: 'failed', reason: 'server', incident: 'S-1' }], [503, '', { kind: 'failed', reason: 'busy' }], [429, '', { kind: 'failed', reason: 'busy' }],
    [200, '<html>Đăng nhập Wi-Fi</html>', { kind: 'failed', reason: 'unexpected' }], [0, new TypeError('network'), { kind: 'failed', reason: 'offline' }],
  ] as const) {
    it(`takes ${status} ${JSON.stringify(body)} for ${reply.reason}`, async () => expect(await network(status || 200, body).port.results('khao-sat/mot-cua', {})).to.deep.equal(reply));
  }

  it('shows no results of another survey', async () => {
    expect(await network(200, results).port.results('khao-sat/sipas', {})).to.deep.equal({ kind: 'failed', reason: 'unexpected' });
  });

  it('takes nothing that is not results, wherever the fault lies', async () => {
    // Every place of the reply, one after the other, with something there that cannot be.
    const places: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (path.length) places.push(path);
      if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) walk((value as Record<string, unknown>)[key], [...path, key]);
    };
    walk(results, []);
    const wrong = fc.oneof(fc.constant({ toString: 1 }), fc.constant([[]]), fc.constant(true));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...places), wrong, async (path, put) => {
      // A filter may be any object: what it does not name is not asked for.
      fc.pre(!(path.join('/') === 'filter' && typeof put === 'object' && !Array.isArray(put)));
      const made = structuredClone(results) as unknown as Record<string, unknown>;
      let at = made;
      for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
      at[path.at(-1)!] = put;
      expect(await network(200, made).port.results('khao-sat/mot-cua', {}), path.join('/')).to.deep.equal({ kind: 'failed', reason: 'unexpected' });
    }), { numRuns: 300 });
  });
});
