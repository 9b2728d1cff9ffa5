import { expect } from '@open-wc/testing';
import { measure } from './measure.js';

const fire = (target: EventTarget, type: string, detail: object) => target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));

function site() {
  const root = document.createElement('div');
  const form = document.createElement('div');
  root.append(form);
  const sent: { url: string; init: RequestInit }[] = [];
  const stop = measure(root, { api: 'https://dvc.example.gov.vn', agency: 'H99.01', fetch: (async (url: string, init: RequestInit) => { sent.push({ url, init }); return new Response(null, { status: 204 }); }) as typeof fetch });
  return { form, sent, stop, bodies: () => sent.map(({ init }) => JSON.parse(String(init.body))) };
}

describe('counting', () => {
  it('adds each thing once, and nothing that tells who does it', () => {
    const { form, sent, stop, bodies } = site();
    fire(form, 'dvc-ready', { id: 'thu/mau', version: '1.0.0' });
    for (let i = 0; i < 5; i++) fire(form, 'dvc-change', { path: '/owner/name' });
    fire(form, 'dvc-step', { step: 'papers' });
    fire(form, 'dvc-step', { step: 'papers' });
    fire(form, 'dvc-submitted', { dossierCode: 'H99.01-261121-0001', receivedAt: '' });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    stop();
    const about = { document: 'thu/mau', agency: 'H99.01' };
    expect(bodies()).to.deep.equal([{ what: 'view', ...about }, { what: 'start', ...about }, { what: 'step', ...about, step: 'papers' }]);
    expect(sent.every(({ url, init }) => url === 'https://dvc.example.gov.vn/api/v1/counters' && init.credentials === 'omit')).to.equal(true);
  });

  it('counts that a procedure was rated, and nothing of the survey', () => {
    const { form, stop, bodies } = site();
    fire(form, 'dvc-ready', { survey: 'khao-sat/sau-dich-vu', version: '1.0.0' });
    fire(form, 'dvc-change', { path: '/a' });
    fire(form, 'dvc-submitted', { survey: 'khao-sat/sau-dich-vu', outcome: 'complete' });
    fire(form, 'dvc-submitted', { survey: 'khao-sat/sau-dich-vu', outcome: 'complete', procedure: '1.004222' });
    stop();
    expect(bodies()).to.deep.equal([{ what: 'rate', procedure: '1.004222', agency: 'H99.01' }]);
  });

  it('counts a form that was begun and left; one that was only seen is not left', () => {
    const { form, stop, bodies } = site();
    fire(form, 'dvc-ready', { id: 'thu/mau', version: '1.0.0' });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    fire(form, 'dvc-change', { path: '/a' });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    stop();
    fire(form, 'dvc-change', { path: '/a' });
    expect(bodies().map(({ what }) => what)).to.deep.equal(['view', 'start', 'abandon']);
  });
});
