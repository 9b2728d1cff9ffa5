import { expect, fixture } from '@open-wc/testing';
import { PageHand, until } from '@dvc/testing/harness/page-hand.js';
import { html } from 'lit';
import { dataUrl, documentOf, listen, mount, named, onePage, quietly, threeSteps } from './mount.test-helper.js';
import type { DvcForm } from './define.js';

/** `fetch` that answers when told to. */
function held() {
  const asked: { url: string; signal: AbortSignal | undefined; answer: (reply: Response) => void; fail: () => void }[] = [];
  const real = window.fetch;
  window.fetch = ((url: string, init?: RequestInit) => new Promise<Response>((answer, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    asked.push({ url: String(url), signal: init?.signal ?? undefined, answer, fail: () => reject(new TypeError('Failed to fetch')) });
  })) as typeof fetch;
  return { asked, restore: () => { window.fetch = real; } };
}
const json = (value: unknown) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

describe('<dvc-form>: where a form comes from', () => {
  it('src: fetches a document and says what it is', async () => {
    const { hand, heard } = await mount({ src: dataUrl(onePage()) });
    expect(await hand.text()).to.contain('Tờ khai thử');
    expect(await hand.shows('Họ và tên')).to.equal(true);
    expect(named(heard, 'dvc-ready').map(({ detail }) => detail)).to.deep.equal([{ id: 'thu/mau', version: '1.0.0' }]);
  });

  it('src as an attribute alone, in a page without script', async () => {
    const form = await fixture<DvcForm>(html`<dvc-form src=${dataUrl(onePage())}></dvc-form>`);
    await form.updateComplete;
    expect(await new PageHand(form).shows('Họ và tên')).to.equal(true);
  });

  it('a <script slot="document"> child alone', async () => {
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    const form = document.createElement('dvc-form');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.slot = 'document';
    script.append(JSON.stringify(onePage()));
    form.append(script);
    holder.append(form);
    await form.updateComplete;
    const hand = new PageHand(form);
    await until(() => form.scene !== undefined, () => 'the inline document is not read');
    expect(await hand.shows('Họ và tên')).to.equal(true);
  });

  it('a plain schema, and with it a uiSchema', async () => {
    const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Phiếu', type: 'object', required: ['hoTen'], properties: { hoTen: { type: 'string' }, note: { type: 'string', title: 'Ghi chú' } } };
    const { form, hand } = await mount({ schema });
    expect(await hand.shows('Ho ten')).to.equal(true);
    expect(await hand.text()).to.contain('Phiếu');
    form.uiSchema = { note: { 'ui:widget': 'textarea' } };
    await form.updateComplete;
    expect(hand.control('Ghi chú').localName).to.equal('textarea');
  });

  it('while it loads it says so, and updateComplete waits', async () => {
    const { asked, restore } = held();
    try {
      const form = document.createElement('dvc-form');
      form.src = '/forms/x.json';
      (await fixture<HTMLElement>(html`<div></div>`)).append(form);
      await until(() => asked.length === 1 && form.shadowRoot!.textContent!.includes('…'), () => 'nothing was asked or said');
      expect(form.shadowRoot!.querySelector('[role=status]')).to.exist;
      let done = false;
      const waiting = form.updateComplete.then(() => { done = true; });
      expect(done).to.equal(false);
      asked[0]!.answer(json(onePage()));
      await waiting;
      expect(await new PageHand(form).shows('Họ và tên')).to.equal(true);
    } finally { restore(); }
  });

  it('a broken document: one calm sentence; every problem to the page developer', async () => {
    let heard: CustomEvent[] = [];
    let text = '';
    const lines = await quietly(async () => {
      const mounted = await mount({ document: { ...onePage(), version: 7, steps: 'x' } });
      ({ heard } = mounted);
      text = await mounted.hand.text();
    });
    const [error] = named(heard, 'dvc-error');
    expect(error!.detail.code).to.equal('DVC-102');
    expect(error!.detail.problems.length).to.be.at.least(2);
    expect(error!.detail.problems.map(({ path }: { path: string }) => path)).to.include.members(['/version', '/steps']);
    expect(lines.length).to.equal(error!.detail.problems.length);
    for (const line of lines) expect(line).to.match(/^\[dvc-form\] .* at .*: expected .*, got .*\. See .*#DVC-102$/);
    expect(text).to.contain('Biểu mẫu');
    expect(text).not.to.contain('version');
    expect(named(heard, 'dvc-ready')).to.have.length(0);
  });

  it('text that is no JSON, and a document that does not compile, are broken documents too', async () => {
    await quietly(async () => {
      const one = await mount({ src: 'data:application/json,{' });
      expect(named(one.heard, 'dvc-error')[0]!.detail.code).to.equal('DVC-102');
      const two = await mount({ document: documentOf({ properties: { a: { type: 'integer', readOnly: true }, b: { type: 'integer', readOnly: true } } }, {
        rules: { compute: [{ to: '/a', value: { '+': [{ var: '/b' }, 1] } }, { to: '/b', value: { '+': [{ var: '/a' }, 1] } }] },
      }) });
      expect(two.heard.map(({ type }) => type)).to.deep.equal(['dvc-error']);
    });
  });

  it('speaks the language of the page also when nothing could be loaded', async () => {
    await quietly(async () => {
      const { hand, root } = await mount({ locale: 'en', document: { kind: 'form' } });
      expect(root.querySelector('.dvc')!.getAttribute('lang')).to.equal('en');
      expect(await hand.text()).to.match(/form/i);
    });
  });

  it('an unreachable src: DVC-101, the hotline, and a retry that works', async () => {
    const { asked, restore } = held();
    try {
      const lines = await quietly(async () => {
        const form = document.createElement('dvc-form');
        const heard = listen(form);
        form.src = '/forms/x.json';
        (await fixture<HTMLElement>(html`<div></div>`)).append(form);
        await until(() => asked.length === 1, () => 'not asked');
        asked[0]!.fail();
        await form.updateComplete;
        const hand = new PageHand(form);
        expect(named(heard, 'dvc-error')[0]!.detail.code).to.equal('DVC-101');
        expect(form.shadowRoot!.querySelector('slot[name=hotline]')).to.exist;
        const pressed = hand.press('Thử lại');
        await until(() => asked.length === 2, () => 'the retry asks nothing');
        asked[1]!.answer(json(onePage()));
        await pressed;
        await form.updateComplete;
        expect(await hand.shows('Họ và tên')).to.equal(true);
      });
      expect(lines[0]).to.match(/^\[dvc-form\] document at \/forms\/x\.json: expected JSON, got .*#DVC-101$/);
    } finally { restore(); }
  });

  it('a status that is no success is unreachable too', async () => {
    await quietly(async () => {
      const { heard } = await mount({ src: '/no/such/form.json' });
      expect(named(heard, 'dvc-error')[0]!.detail.code).to.equal('DVC-101');
    });
  });

  it('src changed twice quickly: the first is aborted and only the second is shown', async () => {
    const { asked, restore } = held();
    try {
      const form = document.createElement('dvc-form');
      const heard = listen(form);
      form.src = '/forms/a.json';
      (await fixture<HTMLElement>(html`<div></div>`)).append(form);
      await until(() => asked.length === 1, () => 'not asked');
      form.src = '/forms/b.json';
      await until(() => asked.length === 2, () => 'not asked again');
      expect(asked[0]!.signal!.aborted).to.equal(true);
      asked[1]!.answer(json(onePage({ title: 'B' })));
      asked[0]!.answer(json(onePage({ title: 'A' })));
      await form.updateComplete;
      expect(form.shadowRoot!.querySelector('h1')!.textContent).to.equal('B');
      expect(heard.map(({ type }) => type)).to.deep.equal(['dvc-ready']);
    } finally { restore(); }
  });

  it('another .document at run time is another form, also after a broken one', async () => {
    const { form, hand, heard } = await mount({ document: onePage() });
    form.document = threeSteps();
    await form.updateComplete;
    expect(await hand.heading()).to.equal('Người khai');
    await quietly(async () => { form.document = {}; await form.updateComplete; });
    form.document = onePage({ title: 'Lần ba' });
    await form.updateComplete;
    expect(await hand.text()).to.contain('Lần ba');
    expect(heard.map(({ type }) => type)).to.deep.equal(['dvc-ready', 'dvc-ready', 'dvc-error', 'dvc-ready']);
  });

  it('the same object twice is compiled once and answers do not leak between two forms', async () => {
    const document = onePage();
    const one = await mount({ document });
    const two = await mount({ document });
    expect(one.form.scene!.plan).to.equal(two.form.scene!.plan);
    await one.hand.fill('Họ và tên', 'An');
    expect(two.form.data ?? {}).to.deep.equal({});
  });
});
