import { expect } from '@open-wc/testing';
import type { JsonObject } from '@dvc/schema';
import { faultsOf } from '@dvc/testing/harness/audit.js';
import { pagesOf } from '@dvc/core';
import { changed } from '@dvc/testing/fake-backend.js';
import { mount, realForm, type Mounted } from './mount.test-helper.js';

/** axe, WCAG 2.2 AA, on what is shown now; and what axe does not look at. */
async function sound({ form, hand, root }: Mounted, what: string): Promise<void> {
  await hand.settled();
  expect(faultsOf(root), what).to.deep.equal([]);
  await expect(form).to.be.accessible();
}

const settledPages = ({ form }: Mounted) => pagesOf(form.scene!.store.state).map(({ id }) => id);

/** Walks a real form as a citizen may see it: each page empty and in error, filled, read-only, and what comes after. */
export function walk(name: Parameters<typeof realForm>[0], papers: readonly string[]): void {
  let document: JsonObject;
  let answers: JsonObject;
  before(async () => { ({ document, answers } = await realForm(name)); });

  it('each page, empty and with its errors, each of which has a link in the summary', async function () {
    this.timeout(30_000);
    const mounted = await mount({ document });
    const { root } = mounted;
    for (const page of settledPages(mounted)) {
      mounted.form.goTo(page);
      mounted.form.reportValidity();
      await sound(mounted, page);
      const linked = new Set([...root.querySelectorAll<HTMLElement>('[part~=summary] a')].map((each) => each.dataset['id']));
      const shown = [...root.querySelectorAll<HTMLElement>('[data-field]')].filter((each) => each.querySelector(':scope > .error')).map((each) => each.dataset['field']);
      expect(linked.size).to.be.at.least(5);
      expect(shown.filter((id) => !linked.has(id)), page).to.deep.equal([]);
    }
  });

  it('each page, filled', async function () {
    this.timeout(30_000);
    const mounted = await mount({ document, data: answers } as never);
    for (const page of settledPages(mounted)) {
      mounted.form.goTo(page);
      await sound(mounted, page);
    }
  });

  it('read-only, and all on one page', async function () {
    this.timeout(30_000);
    await sound(await mount({ document, data: answers, mode: 'single' } as never), 'single');
    await sound(await mount({ document, data: answers, mode: 'single', readonly: true } as never), 'read-only');
  });

  it('papers, a difference, a fault, the acknowledgement', async function () {
    this.timeout(30_000);
    const mounted = await mount({ document, data: answers } as never, { submit: [changed('2026-11-21', { path: '/copies', kind: 'computed', shown: 1, now: 2, title: 'Số bản' }), 'server', 'acknowledged'] });
    const { form, hand, backend } = mounted;
    form.goTo('papers');
    await hand.settled();
    for (const paper of papers) await hand.attach(paper, new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' }));
    for (let i = 0; i < 100 && backend.uploaded.length < papers.length; i++) await hand.settled();
    await sound(mounted, 'papers with files');
    form.goTo('review');
    await hand.settled();
    for (const what of ['changed', 'fault', 'sent']) {
      form.submit();
      await hand.settled();
      expect(await hand.summary()).to.deep.equal([]);
      await sound(mounted, what);
    }
    expect(await hand.heading()).to.equal('Xác nhận đã nộp hồ sơ trực tuyến');
    expect(backend.submissions).to.have.length(3);
  });
}
