import { expect, fixture } from '@open-wc/testing';
import { PageHand } from '@dvc/testing/harness/page-hand.js';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { defineDvcForm, type DvcForm } from './define.js';
import { mount, named, onePage, quietly, realForm, threeSteps } from './mount.test-helper.js';

async function inForm(attributes: Record<string, string>): Promise<{ outer: HTMLFormElement; form: DvcForm; hand: PageHand }> {
  const outer = await fixture<HTMLFormElement>(html`<form action="about:blank"><input name="csrf" value="t"></form>`);
  const form = document.createElement('dvc-form');
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  form.document = onePage();
  outer.append(form);
  await form.updateComplete;
  return { outer, form, hand: new PageHand(form) };
}
const entries = (form: HTMLFormElement) => Object.fromEntries(new FormData(form));

describe('<dvc-form>: in other people’s pages', () => {
  it('inside a form without a name nothing of it is in the form data', async () => {
    const { outer, hand } = await inForm({});
    await hand.fill('Họ và tên', 'An');
    expect(entries(outer)).to.deep.equal({ csrf: 't' });
    expect(outer.elements).to.have.length(2);
  });

  it('with a name the payload is there as JSON, also after .data was set', async () => {
    const { outer, form, hand } = await inForm({ name: 'dossier' });
    await hand.fill('Họ và tên', 'An');
    expect(JSON.parse(entries(outer)['dossier'] as string)).to.deep.equal({ name: 'An' });
    form.data = { name: 'Bình' };
    await hand.settled();
    expect(JSON.parse(entries(outer)['dossier'] as string)).to.deep.equal({ name: 'Bình' });
  });

  it('a name given later, as a property, does the same; taken away it leaves nothing', async () => {
    const { outer, form, hand } = await inForm({});
    await hand.fill('Họ và tên', 'An');
    form.name = 'dossier';
    await hand.settled();
    expect(JSON.parse(entries(outer)['dossier'] as string)).to.deep.equal({ name: 'An' });
    form.name = undefined;
    await hand.settled();
    expect(entries(outer)).to.deep.equal({ csrf: 't' });
  });

  it('the reset of the outer form resets it', async () => {
    const { outer, form, hand } = await inForm({ name: 'dossier' });
    await hand.fill('Họ và tên', 'An');
    outer.reset();
    await hand.settled();
    expect(await hand.value('Họ và tên')).to.equal('');
    expect(form.data ?? {}).to.deep.equal({});
  });

  it('Enter and its own buttons never submit the outer form', async () => {
    const { outer, hand } = await inForm({});
    let submitted = 0;
    outer.addEventListener('submit', (event) => { event.preventDefault(); submitted++; });
    hand.control('Họ và tên').focus();
    await sendKeys({ type: 'An' });
    await sendKeys({ press: 'Enter' });
    await quietly(() => hand.press('Nộp hồ sơ'));
    expect(submitted).to.equal(0);
  });

  it('a second definition changes nothing: one warning, no throw', async () => {
    const first = customElements.get('dvc-form');
    expect(await quietly(() => { defineDvcForm(); })).to.deep.equal([]);
    customElements.define('dvc-form-of-another-copy', class extends HTMLElement {});
    const lines = await quietly(() => { defineDvcForm('dvc-form-of-another-copy'); });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^\[dvc-form\] .*expected .*, got .*#DVC-401$/);
    expect(customElements.get('dvc-form')).to.equal(first);
  });

  it('taken out and put back it keeps everything, and hears each key once', async () => {
    const { form, hand, heard } = await mount({ document: threeSteps(), data: { name: 'An', kids: 'no' } } as never);
    await hand.press('Tiếp tục');
    await hand.type('Số điện thoại', '09');
    const home = form.parentElement!;
    form.remove();
    await form.updateComplete;
    home.append(form);
    await hand.settled();
    expect(await hand.heading()).to.equal('Liên hệ');
    expect(await hand.value('Số điện thoại')).to.equal('09');
    const before = named(heard, 'dvc-change').length;
    await hand.type('Số điện thoại', '1');
    expect(named(heard, 'dvc-change').length - before).to.equal(1);
    await hand.fill('Số điện thoại', '12');
    expect(await hand.error('Số điện thoại'), 'fields are drawn again').not.to.equal('');
    expect(named(heard, 'dvc-ready')).to.have.length(1);
  });

  it('twenty mounts and unmounts leave no listener on window or document', async () => {
    const left = new Map<string, number>();
    const restore = [window, document].map((target) => {
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const count = (type: string, by: number) => left.set(type, (left.get(type) ?? 0) + by);
      Object.assign(target, {
        addEventListener(this: EventTarget, ...given: Parameters<typeof addEventListener>) { count(given[0], 1); addEventListener.apply(target, given); },
        removeEventListener(this: EventTarget, ...given: Parameters<typeof removeEventListener>) { count(given[0], -1); removeEventListener.apply(target, given); },
      });
      return () => { for (const name of ['addEventListener', 'removeEventListener']) Reflect.deleteProperty(target, name); };
    });
    try {
      const { document: birth } = await realForm('ho-tich/dang-ky-khai-sinh');
      for (let i = 0; i < 20; i++) {
        const { form, hand } = await mount({ document: birth });
        if (i % 5 === 0) await hand.press('Tiếp tục');
        form.remove();
      }
    } finally { restore.forEach((undo) => undo()); }
    expect([...left].filter(([, n]) => n !== 0)).to.deep.equal([]);
  });

  it('a page that sets odd values does not break it', async () => {
    const { hand } = await mount({ document: onePage(), mode: 'sideways', theme: 'pink', identity: null, codeLists: '' } as never);
    expect(await hand.shows('Họ và tên')).to.equal(true);
  });
});
