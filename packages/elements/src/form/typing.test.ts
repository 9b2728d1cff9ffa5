import { expect } from '@open-wc/testing';
import { compose, keyIn, paste } from '@dvc/testing/harness/gestures.js';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { documentOf, mount, named, onePage } from './mount.test-helper.js';

const fields = documentOf({
  required: ['name', 'birth'],
  properties: {
    name: { type: 'string', title: 'Họ và tên', format: 'person-name', minLength: 1 },
    birth: { type: 'string', title: 'Ngày sinh', format: 'date' },
    since: { type: 'string', title: 'Cư trú từ', format: 'partial-date' },
    phone: { type: 'string', title: 'Số điện thoại', format: 'phone' },
    id: { type: 'string', title: 'Số định danh', format: 'personal-id' },
    income: { type: 'integer', title: 'Thu nhập', 'x-dvc': { widget: 'money' } },
    note: { type: 'string', title: 'Ghi chú', 'x-dvc': { widget: 'textarea' } },
    agree: { type: 'boolean', title: 'Tôi cam đoan', 'x-dvc': { widget: 'checkbox' } },
  },
}, { steps: [{ id: 'a', title: 'Một', fields: ['/name', '/birth', '/since', '/phone', '/id', '/income', '/note', '/agree'] }, { id: 'b', title: 'Hai', fields: [] , when: {} }] });

describe('<dvc-form>: typing', () => {
  it('an error shows only after the field was left', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.type('Số điện thoại', '12');
    expect(form.checkValidity()).to.equal(false);
    expect(await hand.error('Số điện thoại')).to.equal('');
    await hand.leave();
    expect(await hand.error('Số điện thoại')).to.match(/^Số điện thoại chưa đúng/);
    expect(hand.control('Số điện thoại').getAttribute('aria-invalid')).to.equal('true');
    await hand.fill('Số điện thoại', '0912345678');
    expect(await hand.error('Số điện thoại')).to.equal('');
    expect(hand.control('Số điện thoại').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('or when going on was tried', async () => {
    const { hand } = await mount({ document: fields });
    await hand.press('Tiếp tục');
    expect(await hand.error('Họ và tên')).to.equal('Nhập họ và tên.');
    expect(await hand.error('Số điện thoại')).to.equal('');
  });

  it('leaving tidies: spaces, NFC, grouped digits; letters are never changed', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.fill('Họ và tên', '  nguyễn VĂN  an '.normalize('NFD'));
    expect(await hand.value('Họ và tên')).to.equal('nguyễn VĂN an'.normalize('NFC'));
    await hand.fill('Số điện thoại', '+84912345678');
    expect(await hand.value('Số điện thoại')).to.equal('0912 345 678');
    await hand.fill('Số định danh', '001.095 012345');
    await hand.fill('Thu nhập', '15000000');
    expect(await hand.value('Thu nhập')).to.equal('15.000.000');
    expect(form.data).to.deep.equal({ name: 'nguyễn VĂN an', phone: '0912345678', id: '001095012345', income: 15_000_000 });
  });

  it('what cannot be read stays as typed', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.fill('Thu nhập', 'mười triệu');
    expect(await hand.value('Thu nhập')).to.equal('mười triệu');
    expect(await hand.error('Thu nhập')).to.contain('chữ số');
    expect(form.data).to.deep.equal({ income: 'mười triệu' });
  });

  it('nothing is rewritten while somebody types', async () => {
    const { hand } = await mount({ document: fields });
    await hand.type('Thu nhập', '1500');
    await hand.type('Họ và tên', 'an ');
    expect(await hand.value('Họ và tên')).to.equal('an ');
    await hand.type('Họ và tên', ' b');
    expect(await hand.value('Họ và tên')).to.equal('an  b');
  });

  it('a date in three boxes is left only when all of them are', async () => {
    const { hand, form } = await mount({ document: fields });
    const [day, month, year] = hand.dateBoxes('Ngày sinh');
    keyIn(day!, '31');
    keyIn(month!, '2');
    await hand.settled();
    expect(await hand.error('Ngày sinh')).to.equal('');
    keyIn(year!, '2020');
    await hand.leave();
    expect(await hand.error('Ngày sinh')).to.contain('29 ngày');
    await hand.date('Ngày sinh', '5/9/1990');
    expect(form.data).to.deep.equal({ birth: '1990-09-05' });
    expect(await hand.value('Ngày sinh')).to.equal('05/09/1990');
    expect(await hand.error('Ngày sinh')).to.equal('');
  });

  it('a partial date may be a year, or a month and a year', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.date('Cư trú từ', '//1960');
    expect(form.data).to.deep.equal({ since: '1960' });
    await hand.date('Cư trú từ', '/5/1960');
    expect(form.data).to.deep.equal({ since: '1960-05' });
    expect(await hand.error('Cư trú từ')).to.equal('');
    await hand.date('Ngày sinh', '//1960');
    expect(await hand.error('Ngày sinh')).not.to.equal('');
  });

  it('a whole date pasted into one box fills all three', async () => {
    const { hand, form } = await mount({ document: fields });
    paste(hand.dateBoxes('Ngày sinh')[0]!, 'ngày 1 tháng 9 năm 1990');
    await hand.leave();
    expect(await hand.value('Ngày sinh')).to.equal('01/09/1990');
    expect(form.data).to.deep.equal({ birth: '1990-09-01' });
    paste(hand.control('Số định danh') as HTMLInputElement, '001 095 012 345');
    await hand.leave();
    expect(form.data).to.deep.equal({ birth: '1990-09-01', id: '001095012345' });
  });

  it('the calendar button opens a calendar, and a day picked there is the answer', async () => {
    const { hand, form } = await mount({ document: fields });
    const { showPicker } = HTMLInputElement.prototype;
    let opened = 0;
    HTMLInputElement.prototype.showPicker = () => { opened++; };
    try { await hand.press('Chọn trên lịch'); } finally { HTMLInputElement.prototype.showPicker = showPicker; }
    expect(opened).to.equal(1);
    const calendar = hand.field('Ngày sinh').querySelector<HTMLInputElement>('input[type=date]')!;
    calendar.value = '2020-02-29';
    calendar.dispatchEvent(new Event('input', { bubbles: true }));
    calendar.dispatchEvent(new Event('change', { bubbles: true }));
    await hand.settled();
    expect(form.data).to.deep.equal({ birth: '2020-02-29' });
  });

  it('Telex: between compositionstart and compositionend no answer is read, nothing written, no error shown', async () => {
    const { hand, form, heard } = await mount({ document: fields });
    await hand.press('Tiếp tục');
    expect(await hand.error('Họ và tên')).to.equal('Nhập họ và tên.');
    const box = hand.control('Họ và tên') as HTMLInputElement;
    const writes: string[] = [];
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    const word = compose(box, 'N', 'Ng', 'Nguyê', 'Nguyễ', 'Nguyễn');
    Object.defineProperty(box, 'value', { configurable: true, get: () => get!.call(box), set: (text: string) => { writes.push(text); set!.call(box, text); } });
    await hand.settled();
    expect(form.data ?? {}).to.deep.equal({});
    expect(named(heard, 'dvc-change')).to.have.length(0);
    form.requestUpdate();
    await hand.settled();
    expect(writes).to.deep.equal([]);
    expect(box.value).to.equal('Nguyễn');
    word.end();
    await hand.settled();
    expect(form.data).to.deep.equal({ name: 'Nguyễn' });
    expect(named(heard, 'dvc-change')).to.have.length(1);
    expect(writes).to.deep.equal([]);
    expect(await hand.error('Họ và tên')).to.equal('');
  });

  it('a keyboard that never ends its composition does not lose the answer', async () => {
    const { hand, form } = await mount({ document: fields });
    compose(hand.control('Họ và tên') as HTMLInputElement, 'An');
    await hand.leave();
    expect(form.data).to.deep.equal({ name: 'An' });
    expect(await hand.value('Họ và tên')).to.equal('An');
  });

  it('a press on “Tiếp tục” straight from a wrong field is not lost to the error that appears', async () => {
    const { hand } = await mount({ document: fields, data: { name: 'An', birth: '1990-09-01' } } as never);
    await hand.type('Số điện thoại', '12');
    const button = hand.button('Tiếp tục');
    button.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await sendMouse({ type: 'down' });
    await hand.settled();
    expect(await hand.error('Số điện thoại'), 'while the button is down nothing moves').to.equal('');
    await sendMouse({ type: 'up' });
    await hand.settled();
    expect(await hand.focus()).to.equal('Có 1 chỗ cần sửa');
    expect(await hand.error('Số điện thoại')).not.to.equal('');
  });

  it('a pointer let go outside the form does not hold back errors for ever', async () => {
    const { hand } = await mount({ document: fields });
    const box = hand.control('Số điện thoại') as HTMLInputElement;
    box.scrollIntoView({ block: 'center' });
    const { x, y } = box.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + 10), Math.round(y + 10)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [1, 1] });
    await sendMouse({ type: 'up' });
    await sendKeys({ type: '12' });
    await sendKeys({ press: 'Tab' });
    await hand.settled();
    expect(await hand.error('Số điện thoại')).not.to.equal('');
  });

  it('Enter in a box neither submits nor reaches the page', async () => {
    const { hand, heard, form } = await mount({ document: onePage(), data: { name: 'An' } } as never);
    let reached = 0;
    for (const type of ['keydown', 'submit']) document.addEventListener(type, () => { reached++; }, { once: true, signal: AbortSignal.timeout(1000) });
    hand.control('Họ và tên').focus();
    await sendKeys({ press: 'Enter' });
    await hand.settled();
    expect(reached).to.equal(0);
    expect(named(heard, 'dvc-submit')).to.have.length(0);
    expect(form.scene!.store.state.phase.kind).to.equal('editing');
  });

  it('Enter in a text of several lines is a new line', async () => {
    const { hand, form } = await mount({ document: fields });
    hand.control('Ghi chú').focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'b' });
    await hand.leave();
    expect(form.data).to.deep.equal({ note: 'a\nb' });
  });

  it('a ticked statement is true, unticked again false, emptied text absent', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.tick('Tôi cam đoan');
    expect(form.data).to.deep.equal({ agree: true });
    await hand.tick('Tôi cam đoan');
    expect(form.data).to.deep.equal({ agree: false });
    await hand.fill('Ghi chú', 'x');
    await hand.fill('Ghi chú', '');
    expect(form.data).to.deep.equal({ agree: false });
  });

  it('an odd but allowed answer gets a remark and does not stop', async () => {
    const { hand, form } = await mount({ document: fields, data: { name: 'An', birth: '1990-09-01' } } as never);
    await hand.fill('Số định danh', '003095012345');
    expect(await hand.text()).to.contain('ba số đầu không thường gặp');
    expect(await hand.error('Số định danh')).to.equal('');
    expect(form.checkValidity()).to.equal(true);
  });
});
