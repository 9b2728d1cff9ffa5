import { expect } from '@open-wc/testing';
import { until } from '@dvc/testing/harness/page-hand.js';
import { documentOf, mount } from './mount.test-helper.js';

const PDF = '%PDF-1.7\n';
const pdf = (name = 'a.pdf', text = 'x') => new File([PDF, text], name, { type: 'application/pdf' });
const PAPER = 'Giấy chứng sinh';
const withPaper = documentOf({ properties: { kind: { title: 'Loại', oneOf: [{ const: 'a', title: 'Có giấy' }, { const: 'b', title: 'Không có' }] } } }, {
  steps: [{ id: 'kind', title: 'Loại', fields: ['/kind'] }],
  papers: [{ id: 'birth', title: PAPER, hint: 'Bản chụp rõ chữ.', required: true, when: { properties: { kind: { const: 'a' } }, required: ['kind'] }, types: ['application/pdf', 'image/png'], maxBytes: 1024, maxFiles: 2 }],
});
const asked = { document: withPaper, data: { kind: 'a' }, mode: 'steps' } as never;

describe('<dvc-form>: papers', () => {
  it('says what is accepted before anything is chosen; without it one cannot go on', async () => {
    const { hand, form } = await mount(asked);
    await hand.press('Tiếp tục');
    expect(await hand.heading()).to.equal('Giấy tờ cần nộp');
    expect(await hand.text()).to.contain('Nhận tệp PDF hoặc PNG, mỗi tệp tối đa 1 KB.').and.contain('(bắt buộc)').and.contain('Bản chụp rõ chữ.');
    await hand.press('Xem lại hồ sơ');
    expect(await hand.summary()).to.deep.equal(['Chưa có giấy chứng sinh. Chọn tệp để đính kèm.']);
    await hand.press('Chưa có giấy chứng sinh. Chọn tệp để đính kèm.');
    expect((form.shadowRoot!.activeElement as HTMLInputElement).type).to.equal('file');
    form.goTo('review');
    await hand.settled();
    await hand.press('Nộp hồ sơ');
    await hand.press('Chưa có giấy chứng sinh. Chọn tệp để đính kèm.');
    expect(await hand.heading()).to.equal('Giấy tờ cần nộp');
    expect((form.shadowRoot!.activeElement as HTMLInputElement).type).to.equal('file');
  });

  it('is uploaded, listed with size and SHA-256, sent by its id and named on the acknowledgement', async () => {
    const { hand, backend, form } = await mount(asked);
    await hand.press('Tiếp tục');
    await hand.attach(PAPER, pdf('chung-sinh.pdf'));
    await until(() => backend.uploaded.length === 1, () => 'not uploaded');
    await hand.settled();
    const { sha256 } = backend.uploaded[0]!;
    expect(await hand.text()).to.contain('chung-sinh.pdf').and.contain('10 B').and.contain('Đã tải lên').and.contain(sha256);
    await hand.press('Xem lại hồ sơ');
    await until(() => form.shadowRoot!.textContent!.includes('chung-sinh.pdf (10 B)'), () => 'not on the review');
    await hand.press('Nộp hồ sơ');
    expect(backend.submissions[0]!.papers).to.deep.equal({ birth: ['upload-1'] });
    expect(await hand.text()).to.contain('Giấy tờ đã nhận').and.contain(sha256);
  });

  for (const [what, file, sentence] of [
    ['another content than its name says', new File(['GIF89a'], 'a.pdf', { type: 'application/pdf' }), 'Chọn tệp PDF hoặc PNG'],
    ['too large', pdf('a.pdf', 'x'.repeat(2000)), '1 KB'],
    ['empty', new File([], 'a.pdf', { type: 'application/pdf' }), 'không có nội dung'],
  ] as const) {
    it(`refuses a file that is ${what}, without sending it; no retry, only another file`, async () => {
      const { hand, backend, form } = await mount(asked);
      await hand.press('Tiếp tục');
      await hand.attach(PAPER, file);
      await until(() => form.shadowRoot!.querySelector('.file.failed') !== null, () => 'not refused');
      await hand.settled();
      const text = await hand.text();
      expect(text.toLowerCase()).to.contain(sentence.toLowerCase());
      expect(text).to.contain('Chưa tải lên được').and.not.contain('Thử lại');
      expect(backend.uploaded).to.have.length(0);
      await hand.press('Xem lại hồ sơ');
      expect(await hand.summary()).to.have.length(1);
      await hand.press('Xóa tệp a.pdf');
      expect(await hand.text()).to.contain('Đã xóa tệp a.pdf.').and.not.contain('Chưa tải lên được');
      expect((form.shadowRoot!.activeElement as HTMLInputElement).type).to.equal('file');
    });
  }

  it('shows how far it is, and what is still on its way stops the submission with its sentence', async () => {
    const { hand, root, form } = await mount(asked, { upload: { steps: [0.4], stops: true } });
    await hand.press('Tiếp tục');
    await hand.attach(PAPER, pdf());
    await until(() => root.querySelector('progress') !== null, () => 'no progress');
    expect(await hand.text()).to.contain('Đang tải lên 40 %');
    await hand.press('Xem lại hồ sơ');
    expect((await hand.summary())[0]).to.contain('đang');
    form.goTo('review');
    await hand.settled();
    await hand.press('Nộp hồ sơ');
    expect(await hand.summary()).to.have.length(1);
    expect(form.scene!.store.state.phase.kind).to.equal('editing');
  });

  it('a broken connection can be tried again', async () => {
    const upload: { refuse?: 'offline' } = { refuse: 'offline' };
    const { hand, root, backend } = await mount(asked, { upload });
    await hand.press('Tiếp tục');
    await hand.attach(PAPER, pdf());
    await until(() => root.querySelector('.file.failed') !== null, () => 'not failed');
    await hand.settled();
    expect(await hand.text()).to.contain('Mất kết nối');
    delete upload.refuse;
    await hand.press('Thử lại với tệp a.pdf');
    await until(() => backend.uploaded.length === 1, () => 'not tried again');
    await hand.settled();
    expect(await hand.text()).to.contain('Đã tải lên');
  });

  it('more files than may be: those too many are not sent and say so', async () => {
    const { hand, backend, root } = await mount(asked);
    await hand.press('Tiếp tục');
    await hand.attach(PAPER, pdf('1.pdf'), pdf('2.pdf'), pdf('3.pdf'));
    await until(() => backend.uploaded.length === 2 && root.querySelector('.file.failed') !== null, () => 'not two and one');
    await hand.settled();
    expect(await hand.text()).to.match(/tối đa 2 tệp\..*Xóa bớt/i);
  });

  it('a paper that is no longer asked is not sent', async () => {
    const { hand, backend, form } = await mount({ ...asked as object, mode: 'single' });
    await hand.attach(PAPER, pdf());
    await until(() => backend.uploaded.length === 1, () => 'not uploaded');
    await hand.settled();
    await hand.choose('Loại', 'Không có');
    expect(await hand.shows(PAPER)).to.equal(false);
    form.submit();
    await hand.settled();
    expect(backend.submissions[0]!.papers).to.deep.equal({});
    expect(await hand.text()).to.contain('Xác nhận đã nộp');
  });

  it('a paper of each row goes with its row', async () => {
    const document = documentOf({ properties: { people: { type: 'array', title: 'Người', items: { type: 'object', title: 'Người', properties: { name: { type: 'string', title: 'Tên' } } } } } }, {
      papers: [{ id: 'id-card', title: 'Thẻ căn cước', each: '/people', types: ['application/pdf'], maxBytes: 1024 }],
    });
    const { hand, backend, form, root } = await mount({ document, data: { people: [{ name: 'A' }, { name: 'B' }] } } as never);
    const inputs = root.querySelectorAll<HTMLInputElement>('input[type=file]');
    expect(inputs).to.have.length(2);
    const files = new DataTransfer();
    files.items.add(pdf('cua-B.pdf'));
    inputs[1]!.files = files.files;
    inputs[1]!.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => backend.uploaded.length === 1, () => 'not uploaded');
    await hand.settled();
    await hand.press('Xóa người 1');
    form.submit();
    await hand.settled();
    expect(backend.submissions[0]).to.deep.include({ answers: { people: [{ name: 'B' }] }, papers: { 'id-card/0': ['upload-1'] } });
  });
});
