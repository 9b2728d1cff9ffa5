import { expect } from '@open-wc/testing';
import { EVENTS, mount, named, onePage, quietly, threeSteps } from './mount.test-helper.js';

describe('<dvc-form>: what it tells the page', () => {
  it('all events bubble, are composed, carry cloneable detail, and only dvc-submit can be cancelled', async () => {
    const { form, hand, heard } = await mount({ document: onePage({ steps: [{ id: 'a', title: 'Một', fields: ['/name'] }, { id: 'b', title: 'Hai', fields: ['/note'] }] }) });
    await hand.fill('Họ và tên', 'An');
    await hand.press('Tiếp tục');
    form.submit();
    await hand.settled();
    await quietly(async () => { form.document = {}; await form.updateComplete; });
    expect([...new Set(heard.map(({ type }) => type))].sort()).to.deep.equal([...EVENTS].sort());
    for (const event of heard) {
      expect(event.bubbles && event.composed, event.type).to.equal(true);
      expect(event.cancelable, event.type).to.equal(event.type === 'dvc-submit');
      expect(structuredClone(event.detail), event.type).to.deep.equal(event.detail);
      expect(event.target).to.equal(form);
    }
  });

  it('dvc-change names the place and holds no answer; one per change', async () => {
    const { hand, heard } = await mount({ document: threeSteps() });
    await hand.type('Họ và tên', 'Bí');
    await hand.choose('Có con', 'Đã có con');
    await hand.leave();
    const changes = named(heard, 'dvc-change');
    expect(changes.map(({ detail }) => detail)).to.deep.equal([{ path: '/name' }, { path: '/name' }, { path: '/kids' }]);
    expect(JSON.stringify(changes.map(({ detail }) => detail))).not.to.contain('B');
  });

  it('a host that listens reads the new answer in .data already', async () => {
    const { form, hand } = await mount({ document: onePage() });
    const read: unknown[] = [];
    form.addEventListener('dvc-change', () => read.push(form.data));
    await hand.type('Họ và tên', 'A');
    expect(read).to.deep.equal([{ name: 'A' }]);
  });

  it('dvc-step names the page', async () => {
    const { hand, heard } = await mount({ document: threeSteps(), data: { name: 'An', kids: 'yes', count: 1 } } as never);
    await hand.press('Tiếp tục');
    await hand.press('Tiếp tục');
    await hand.press('Quay lại');
    expect(named(heard, 'dvc-step').map(({ detail }) => detail)).to.deep.equal([{ step: 'family' }, { step: 'contact' }, { step: 'family' }]);
  });

  it('dvc-submitted carries the code, the time and what is to be paid, no answer and no look-up secret', async () => {
    const { hand, heard } = await mount({ document: onePage(), data: { name: 'Nguyễn Văn An' } } as never);
    await hand.press('Nộp hồ sơ');
    const [event] = named(heard, 'dvc-submitted');
    expect(Object.keys(event!.detail)).to.deep.equal(['dossierCode', 'receivedAt', 'payment']);
  });

  it('a host that changes the detail of dvc-submit does not change the answers', async () => {
    const { form, hand } = await mount({ document: onePage(), data: { name: 'An' } } as never);
    form.addEventListener('dvc-submit', (event) => {
      event.preventDefault();
      try { (event as CustomEvent).detail.answers.name = 'Khác'; } catch { /* frozen is as good */ }
    });
    await hand.press('Nộp hồ sơ');
    expect(form.payload).to.deep.equal({ name: 'An' });
  });

  it('without any back end: DVC-201, a calm sentence with the hotline, and everything kept', async () => {
    const lines = await quietly(async () => {
      const { form, hand, heard, root } = await mount({ document: onePage(), data: { name: 'An' }, backend: undefined } as never);
      await hand.press('Nộp hồ sơ');
      expect(named(heard, 'dvc-error')[0]!.detail.code).to.equal('DVC-201');
      expect(await hand.text()).to.contain('Những gì ông/bà đã nhập vẫn còn nguyên.');
      expect(root.querySelector('slot[name=hotline]')).to.exist;
      expect(form.data).to.deep.equal({ name: 'An' });
    });
    expect(lines).to.have.length(1);
  });
});
