import { expect } from '@open-wc/testing';
import type { Acknowledgement, Submission } from '@dvc/core';
import { documentOf, mount, named, onePage, threeSteps } from './mount.test-helper.js';

const strange = { name: 42, note: null, kids: ['yes'], count: 'hai', x: { deep: [1, { y: 'ô' }] }, birth: '2026-02-30' };
const acknowledgement: Acknowledgement = { dossierCode: 'H99.01-261121-0042', lookupSecret: 'ABCD', receivedAt: '2026-11-21T02:30:00.000Z', document: { id: 'thu/mau', version: '1.0.0' }, papers: [] };

describe('<dvc-form>: what a host can set, read and call', () => {
  it('.data comes back as it was set: wrong types, unknown properties, impossible values', async () => {
    const { form } = await mount({ document: threeSteps(), data: strange } as never);
    expect(form.data).to.deep.equal(strange);
    const other = { name: 'An', kids: 'no', more: [] };
    form.data = other;
    await form.updateComplete;
    expect(form.data).to.deep.equal(other);
  });

  it('.data can be read before the form is there', async () => {
    const form = document.createElement('dvc-form');
    expect(form.data).to.equal(undefined);
    form.data = strange;
    expect(form.data).to.deep.equal(strange);
    expect(form.payload).to.equal(undefined);
    expect(form.checkValidity()).to.equal(false);
  });

  it('.data set later shows in the controls', async () => {
    const { form, hand } = await mount({ document: threeSteps() });
    form.data = { name: 'Lê Thị Bình', kids: 'no', birth: '1990-09-27' };
    await hand.settled();
    expect(await hand.value('Họ và tên')).to.equal('Lê Thị Bình');
    expect(await hand.value('Ngày sinh')).to.equal('27/09/1990');
    expect(await hand.value('Có con')).to.equal('Chưa có con');
  });

  it('what was given is never changed', async () => {
    const given = Object.freeze({ name: 'An', x: Object.freeze({ y: 1 }) });
    const { form, hand } = await mount({ document: threeSteps(), data: given } as never);
    await hand.fill('Họ và tên', 'Bình');
    expect(given).to.deep.equal({ name: 'An', x: { y: 1 } });
    expect(form.data).to.deep.equal({ name: 'Bình', x: { y: 1 } });
  });

  it('.payload has only what is asked; the hidden answer stays in .data', async () => {
    const { form, hand } = await mount({ document: threeSteps(), data: { name: 'An', kids: 'yes', count: 2 } } as never);
    expect(form.payload).to.deep.equal({ name: 'An', kids: 'yes', count: 2 });
    await hand.choose('Có con', 'Chưa có con');
    expect(form.payload).to.deep.equal({ name: 'An', kids: 'no' });
    expect(form.data).to.deep.equal({ name: 'An', kids: 'no', count: 2 });
  });

  it('reset() goes back to what was given, as a new dossier with a key of its own', async () => {
    const { form, hand, backend } = await mount({ document: onePage(), data: { name: 'An' } } as never);
    await hand.fill('Họ và tên', 'Bình');
    await hand.press('Nộp hồ sơ');
    form.reset();
    await hand.settled();
    expect(form.data).to.deep.equal({ name: 'An' });
    expect(await hand.value('Họ và tên')).to.equal('An');
    await hand.press('Nộp hồ sơ');
    const [first, second] = backend.submissions;
    expect(first!.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    expect(second!.idempotencyKey).to.match(/^[0-9a-f]{32}$/).and.not.equal(first!.idempotencyKey);
  });

  it('goTo() shows a step that is asked, the review, and nothing for a name that is none', async () => {
    const { form, hand } = await mount({ document: threeSteps() });
    form.goTo('contact');
    await hand.settled();
    expect(await hand.heading()).to.equal('Liên hệ');
    for (const none of ['family', 'nowhere', '']) {
      form.goTo(none);
      await hand.settled();
      expect(await hand.heading()).to.equal('Liên hệ');
    }
    form.goTo('review');
    await hand.settled();
    expect(await hand.heading()).to.equal('Kiểm tra lại thông tin trước khi nộp');
  });

  it('checkValidity() shows nothing; reportValidity() shows every error and leads to the summary', async () => {
    const { form, hand } = await mount({ document: onePage() });
    expect(form.checkValidity()).to.equal(false);
    await hand.settled();
    expect(await hand.error('Họ và tên')).to.equal('');
    expect(form.reportValidity()).to.equal(false);
    await hand.settled();
    expect(await hand.error('Họ và tên')).to.equal('Nhập họ và tên.');
    expect(await hand.focus()).to.equal('Có 1 chỗ cần sửa');
    await hand.fill('Họ và tên', 'An');
    expect(form.checkValidity()).to.equal(true);
    expect(form.reportValidity()).to.equal(true);
  });

  it('resolveSubmit() with an acknowledgement, for a host that sends by itself', async () => {
    const { form, hand, heard, backend } = await mount({ document: onePage(), data: { name: 'An' } } as never);
    form.addEventListener('dvc-submit', (event) => event.preventDefault());
    await hand.press('Nộp hồ sơ');
    expect(backend.submissions).to.have.length(0);
    expect(hand.button('Nộp hồ sơ').getAttribute('aria-disabled')).to.equal('true');
    const sent = named(heard, 'dvc-submit')[0]!.detail as Submission;
    expect(sent).to.include({ today: '2026-11-21', locale: 'vi' });
    expect(sent).to.deep.include({ document: { id: 'thu/mau', version: '1.0.0' }, answers: { name: 'An' }, papers: {}, fees: [], provenance: {}, codeLists: {} });
    form.resolveSubmit(acknowledgement);
    await hand.settled();
    expect(await hand.text()).to.contain('H99.01-261121-0042');
    expect(named(heard, 'dvc-submitted').map(({ detail }) => detail)).to.deep.equal([{ dossierCode: 'H99.01-261121-0042', receivedAt: '2026-11-21T02:30:00.000Z', payment: undefined }]);
  });

  it('resolveSubmit() with issues shows them like our own, until the field is changed', async () => {
    const { form, hand } = await mount({ document: onePage(), data: { name: 'An' } } as never);
    form.addEventListener('dvc-submit', (event) => event.preventDefault());
    await hand.press('Nộp hồ sơ');
    form.resolveSubmit([{ path: '/name', code: 'check', params: {}, message: 'Tên không khớp với cơ sở dữ liệu.' }]);
    await hand.settled();
    expect(await hand.error('Họ và tên')).to.equal('Tên không khớp với cơ sở dữ liệu.');
    expect(await hand.summary()).to.deep.equal(['Tên không khớp với cơ sở dữ liệu.']);
    await hand.fill('Họ và tên', 'Bình');
    expect(await hand.error('Họ và tên')).to.equal('');
    expect(form.checkValidity()).to.equal(true);
  });

  it('mode overrules what the number of steps suggests', async () => {
    const single = await mount({ document: threeSteps(), mode: 'single' });
    expect(await single.hand.shows('Họ và tên')).to.equal(true);
    expect(await single.hand.shows('Số điện thoại')).to.equal(true);
    expect(await single.hand.text()).to.contain('Liên hệ').and.not.contain('Bước 1');
    const steps = await mount({ document: onePage(), mode: 'steps' });
    expect(await steps.hand.text()).to.contain('Bước 1 trên 2');
    await steps.hand.fill('Họ và tên', 'An');
    await steps.hand.press('Xem lại hồ sơ');
    expect(await steps.hand.text()).to.contain('An');
  });

  it('goTo() on a single page moves the focus to the heading', async () => {
    const { form, hand } = await mount({ document: threeSteps(), mode: 'single' });
    form.goTo('contact');
    await hand.settled();
    expect(await hand.focus()).to.equal('Liên hệ');
  });

  it('readonly shows answers as text, can be switched, and cannot be sent', async () => {
    const { form, hand, root } = await mount({ document: onePage(), data: { name: 'An' }, readonly: true } as never);
    expect(root.querySelectorAll('input, textarea')).to.have.length(0);
    expect(await hand.value('Họ và tên')).to.equal('An');
    expect(await hand.text()).to.contain('Chưa nhập').and.not.contain('bắt buộc').and.not.contain('Nộp hồ sơ');
    form.submit();
    await hand.settled();
    expect(await hand.text()).not.to.contain('Xác nhận');
    form.readonly = false;
    await hand.settled();
    await hand.fill('Họ và tên', 'Bình');
    form.readonly = true;
    await hand.settled();
    expect(await hand.value('Họ và tên')).to.equal('Bình');
    expect(root.querySelectorAll('input')).to.have.length(0);
  });

  it('identity fills what the document says, tells where it came from, and that it was changed', async () => {
    const document = documentOf({ properties: {
      name: { type: 'string', title: 'Họ và tên', 'x-dvc': { prefill: 'fullName' } }, phone: { type: 'string', title: 'Số điện thoại', 'x-dvc': { prefill: 'phone' } }, note: { type: 'string', title: 'Ghi chú' },
    } });
    const { hand, heard } = await mount({ document, identity: { fullName: 'Nguyễn Văn An', phone: '0912345678', secret: 'x' }, data: { note: 'n' } } as never);
    expect(await hand.value('Họ và tên')).to.equal('Nguyễn Văn An');
    await hand.fill('Số điện thoại', '0987654321');
    await hand.press('Nộp hồ sơ');
    const { answers, provenance } = named(heard, 'dvc-submit')[0]!.detail as Submission;
    expect(answers).to.deep.equal({ name: 'Nguyễn Văn An', phone: '0987654321', note: 'n' });
    expect(Object.keys(provenance)).to.deep.equal(['/name', '/phone']);
    expect(provenance['/name']).to.include({ source: 'identity', lock: 'marked' }).and.not.have.property('changed');
    expect(provenance['/phone']!.changed).to.equal(true);
  });

  it('another back end keeps the answers', async () => {
    const { form, hand } = await mount({ document: onePage() });
    await hand.fill('Họ và tên', 'An');
    form.backend = undefined;
    form.api = '/nowhere';
    await form.updateComplete;
    expect(form.data).to.deep.equal({ name: 'An' });
  });
});
