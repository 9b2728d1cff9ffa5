import { expect } from '@open-wc/testing';
import { codeList, documentOf, mount, threeSteps } from './mount.test-helper.js';

const translated = documentOf({
  required: ['name'],
  properties: {
    name: { type: 'string', title: 'Họ và tên', minLength: 1, 'x-dvc': { hint: 'Như trên giấy tờ', messages: { minLength: 'Xin nhập tên.' } } },
    birth: { type: 'string', format: 'date', title: 'Ngày sinh' },
    sex: { title: 'Giới tính', oneOf: [{ const: 'male', title: 'Nam' }, { const: 'female', title: 'Nữ' }] },
    kind: { title: 'Loại', oneOf: [{ const: 'a', title: 'Loại A' }, { const: 'b', title: 'Loại B' }], 'x-dvc': { widget: 'select' } },
    income: { type: 'integer', title: 'Thu nhập', 'x-dvc': { widget: 'money' } },
    place: { type: 'string', title: 'Tỉnh', 'x-dvc': { widget: 'combobox', codeList: { id: 'provinces' } } },
  },
}, {
  translations: { en: {
    '/title': { of: 'Tờ khai thử', text: 'Trial form' },
    '/schema/properties/name/title': { of: 'Họ và tên', text: 'Full name' },
    '/schema/properties/name/x-dvc/hint': { of: 'Như trên giấy tờ', text: 'As on your papers' },
    '/schema/properties/birth/title': { of: 'Ngày sinh', text: 'Date of birth' },
    '/schema/properties/sex/title': { of: 'Giới tính', text: 'Sex' },
    '/schema/properties/sex/oneOf/0/title': { of: 'Nam', text: 'Male' },
    '/schema/properties/sex/oneOf/1/title': { of: 'Nữ', text: 'Female' },
    '/schema/properties/kind/title': { of: 'Loại', text: 'Kind' },
    '/schema/properties/kind/oneOf/1/title': { of: 'Loại cũ', text: 'Out of date' },
    '/schema/properties/income/title': { of: 'Thu nhập', text: 'Income' },
    '/schema/properties/place/title': { of: 'Tỉnh', text: 'Province' },
  } },
});

describe('<dvc-form>: another language at run time', () => {
  it('translates title, labels, hints, options, errors and buttons; a stale translation is left out', async () => {
    const { form, hand, root } = await mount({ document: translated });
    form.reportValidity();
    await hand.settled();
    expect(await hand.error('Họ và tên')).to.equal('Nhập họ và tên.');
    form.locale = 'en';
    await hand.settled();
    const text = await hand.text();
    for (const each of ['Trial form', 'Full name', '(required)', 'As on your papers', 'Male', 'Female', 'Submit the dossier', 'There is 1 thing to correct', 'Day', 'Month', 'Year']) expect(text).to.contain(each);
    expect(await hand.error('Full name')).to.equal('Enter full name.');
    expect(await hand.summary()).to.deep.equal(['Enter full name.']);
    expect(text).to.contain('Loại B').and.not.contain('Out of date');
    expect(root.querySelector('.dvc')!.getAttribute('lang')).to.equal('en');
  });

  it('keeps half-typed text, chosen options and what is open', async () => {
    const { form, hand } = await mount({ document: translated }, { codeList });
    await hand.choose('Giới tính', 'Nữ');
    await hand.choose('Loại', 'Loại B');
    await hand.pick('Tỉnh', 'ha noi', 'Thành phố Hà Nội');
    await hand.type('Thu nhập', '15');
    await hand.type('Họ và tên', 'nguyễn  v');
    form.locale = 'en';
    await hand.settled();
    expect(await hand.value('Full name')).to.equal('nguyễn  v');
    expect(await hand.value('Sex')).to.equal('Female');
    expect(await hand.value('Kind')).to.equal('Loại B');
    expect(await hand.value('Income')).to.equal('15');
    expect(await hand.value('Province')).to.equal('Thành phố Hà Nội');
    form.locale = 'vi';
    await hand.settled();
    expect(await hand.value('Giới tính')).to.equal('Nữ');
  });

  for (const [label, english, start] of [
    ['Họ và tên', 'Full name', 'ng'], ['Thu nhập', 'Income', '12'], ['Tỉnh', 'Province', 'ha'],
  ] as const) {
    it(`keeps the focus in “${label}” with what is half typed there`, async () => {
      const { form, hand } = await mount({ document: translated });
      await hand.type(label, start);
      const box = form.shadowRoot!.activeElement;
      form.locale = 'en';
      await hand.settled();
      expect(form.shadowRoot!.activeElement === box, 'the same box has the focus').to.equal(true);
      expect(await hand.value(english)).to.equal(start);
      expect(await hand.error(english)).to.equal('');
    });
  }

  it('keeps the focus in a date box, a radio and a select', async () => {
    const { form, hand } = await mount({ document: translated });
    const at = () => (form.shadowRoot!.activeElement as HTMLInputElement | null)?.id;
    const month = hand.dateBoxes('Ngày sinh')[1]!;
    month.focus();
    month.value = '9';
    month.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    form.locale = 'en';
    await hand.settled();
    expect(at()).to.equal(month.id);
    expect(await hand.value('Date of birth')).to.equal('/9/');
    expect(await hand.error('Date of birth')).to.equal('');
    await hand.choose('Sex', 'Female');
    const radio = at();
    form.locale = 'vi';
    await hand.settled();
    expect(at()).to.equal(radio);
    hand.control('Loại').focus();
    form.locale = 'en';
    await hand.settled();
    expect(at()).to.equal(hand.control('Kind').id);
  });

  it('the last of several quick switches wins, also one made while the form loads', async () => {
    const { form, hand } = await mount({ document: threeSteps() });
    for (const locale of ['en', 'vi', 'en', 'vi'] as const) {
      form.locale = locale;
      await Promise.resolve();
    }
    await hand.settled();
    expect(await hand.text()).to.contain('Tiếp tục');
    form.document = threeSteps();
    await Promise.resolve();
    await Promise.resolve();
    form.locale = 'en';
    await hand.settled();
    expect(await hand.text()).to.contain('Continue');
  });

  it('a language that nobody wrote is Vietnamese', async () => {
    const { hand } = await mount({ document: threeSteps(), locale: 'fr' });
    expect(await hand.text()).to.contain('Tiếp tục');
  });
});
