import { expect } from '@open-wc/testing';
import { documentOf, mount, threeSteps } from './mount.test-helper.js';

const whole = { name: 'An', kids: 'no' };
const REVIEW = 'Kiểm tra lại thông tin trước khi nộp';

describe('<dvc-form>: steps, summary and review', () => {
  it('the focus is on the heading when the step changes, forward and back', async () => {
    const { hand } = await mount({ document: threeSteps(), data: whole } as never);
    expect(await hand.focus(), 'the page decides where one starts').to.equal('');
    await hand.press('Tiếp tục');
    expect(await hand.focus()).to.equal('Liên hệ');
    await hand.press('Quay lại');
    expect(await hand.focus()).to.equal('Người khai');
  });

  it('a step in which nothing is asked is skipped, and comes when something is', async () => {
    const { hand } = await mount({ document: threeSteps(), data: whole } as never);
    expect(await hand.text()).to.contain('Bước 1 trên 3').and.not.contain('Gia đình');
    await hand.choose('Có con', 'Đã có con');
    expect(await hand.text()).to.contain('Bước 1 trên 4').and.contain('Gia đình');
    await hand.press('Tiếp tục');
    expect(await hand.heading()).to.equal('Gia đình');
  });

  it('going on with errors: the summary has the focus and its links lead to the fields, the address unchanged', async () => {
    const { hand, root } = await mount({ document: threeSteps() });
    const { hash } = location;
    await hand.press('Tiếp tục');
    expect(await hand.focus()).to.equal('Có 2 chỗ cần sửa');
    expect(await hand.summary()).to.deep.equal(['Nhập họ và tên.', 'Chọn có con.']);
    await hand.press('Nhập họ và tên.');
    expect(await hand.focus()).to.equal('Họ và tên');
    await hand.press('Chọn có con.');
    expect(hand.field('Có con').contains(root.activeElement)).to.equal(true);
    expect(location.hash).to.equal(hash);
  });

  it('the summary is drawn when it is summoned and does not shrink under the reader', async () => {
    const { hand } = await mount({ document: threeSteps() });
    await hand.press('Tiếp tục');
    await hand.fill('Họ và tên', 'An');
    await hand.press('Tiếp tục');
    expect(await hand.summary()).to.deep.equal(['Chọn có con.']);
    await hand.choose('Có con', 'Chưa có con');
    await hand.press('Tiếp tục');
    expect(await hand.summary()).to.deep.equal([]);
    expect(await hand.heading()).to.equal('Liên hệ');
  });

  it('visited steps can be gone to, the others not', async () => {
    const { hand, root } = await mount({ document: threeSteps(), data: whole } as never);
    expect(root.querySelectorAll('nav button')).to.have.length(0);
    await hand.press('Tiếp tục');
    await hand.press('Người khai (đã xong)');
    expect(await hand.heading()).to.equal('Người khai');
    expect(root.querySelector('[aria-current=step]')!.textContent).to.contain('Người khai');
  });

  it('the review shows every answer in words; “Sửa” leads to the field and back', async () => {
    const { form, hand } = await mount({ document: threeSteps(), data: { ...whole, birth: '1990-09-05', phone: '0912345678', kids: 'yes', count: 2 } } as never);
    form.goTo('review');
    await hand.settled();
    const text = await hand.text();
    for (const each of ['An', '05/09/1990', 'Đã có con', '0912 345 678', 'Gia đình']) expect(text).to.contain(each);
    await hand.press('Sửa Ngày sinh');
    expect(await hand.heading()).to.equal('Người khai');
    expect(await hand.focus()).to.equal('Ngày');
    await hand.date('Ngày sinh', '6/9/1990');
    await hand.press('Trở lại trang kiểm tra');
    expect(await hand.heading()).to.equal(REVIEW);
    expect(await hand.focus()).to.equal(REVIEW);
    expect(await hand.text()).to.contain('06/09/1990');
    await hand.press('Sửa phần Liên hệ');
    expect(await hand.focus()).to.equal('Liên hệ');
    await hand.press('Trở lại trang kiểm tra');
    expect(await hand.heading()).to.equal(REVIEW);
  });

  it('submitting from the review with errors on other steps: links lead there, then back', async () => {
    const { form, hand, root } = await mount({ document: threeSteps() });
    form.goTo('review');
    await hand.settled();
    await hand.press('Nộp hồ sơ');
    expect(await hand.focus()).to.equal('Có 2 chỗ cần sửa');
    expect(root.querySelector('nav li.faulty')!.textContent).to.contain('có chỗ cần sửa');
    await hand.press('Nhập họ và tên.');
    expect(await hand.heading()).to.equal('Người khai');
    expect(await hand.focus()).to.equal('Họ và tên');
    expect(await hand.error('Họ và tên')).to.equal('Nhập họ và tên.');
    await hand.fill('Họ và tên', 'An');
    await hand.choose('Có con', 'Chưa có con');
    await hand.press('Trở lại trang kiểm tra');
    expect(await hand.heading()).to.equal(REVIEW);
  });

  it('equal labels in several groups and rows are told apart in the summary', async () => {
    const person = { type: 'object', required: ['id'], properties: { id: { type: 'string', title: 'Số định danh', format: 'personal-id' } } };
    const { form, hand } = await mount({ document: documentOf({
      required: ['mother', 'father', 'note', 'members'],
      properties: {
        mother: { ...person, title: 'Người mẹ' }, father: { ...person, title: 'Người cha' }, note: { type: 'string', title: 'Ghi chú' },
        members: { type: 'array', title: 'Thành viên', minItems: 2, items: { ...person, title: 'Thành viên' } },
      },
    }), data: { mother: {}, father: {}, members: [{}, {}] } } as never);
    form.reportValidity();
    await hand.settled();
    expect(await hand.summary()).to.deep.equal([
      'Người mẹ: Nhập số định danh.', 'Người cha: Nhập số định danh.', 'Nhập ghi chú.', 'Thành viên 1: Nhập số định danh.', 'Thành viên 2: Nhập số định danh.',
    ]);
    await hand.press('Người cha: Nhập số định danh.');
    expect(hand.within('Người cha').field('Số định danh').contains(form.shadowRoot!.activeElement)).to.equal(true);
    expect(await hand.within('Người mẹ').error('Số định danh'), 'beside the field the group is plain to see').to.equal('Nhập số định danh.');
  });

  it('one group alone needs no name before its errors', async () => {
    const { form, hand } = await mount({ document: documentOf({ required: ['child'], properties: { child: { type: 'object', title: 'Trẻ', required: ['name'], properties: { name: { type: 'string', title: 'Tên' } } } } }) });
    form.reportValidity();
    await hand.settled();
    expect(await hand.summary()).to.deep.equal(['Nhập tên.']);
  });
});
