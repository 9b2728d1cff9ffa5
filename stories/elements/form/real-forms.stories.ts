import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { birth, birthAnswers, formStory, residence, residenceAnswers } from '../../support/forms.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { personAt, seesEveryError } from '../../support/people.js';

// Seventeen whole forms on one documentation page would help nobody.
export default { title: 'Form/Real forms', component: 'dvc-form', tags: ['!autodocs'] } satisfies Meta;

export const Birth: StoryOf = {
  render: () => formStory({ document: birth }),
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    await expect(person.view().getByRole('heading', { level: 1, name: 'Đăng ký khai sinh' })).toBeVisible();
    await expect(person.view().getByRole('radiogroup', { name: /cha, mẹ của trẻ.*\(bắt buộc\)/ })).toBeVisible();
  },
};
export const BirthEnglish: StoryOf = {
  render: () => formStory({ document: birth }), globals: { locale: 'en' },
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    await person.sees('Birth registration');
    await expect(person.root.querySelector('.dvc')).toHaveAttribute('lang', 'en');
  },
};
export const BirthPhone: StoryOf = {
  render: Birth.render, globals: phone,
  async play({ canvasElement }) {
    const { form } = await personAt(canvasElement);
    await expect(form.scrollWidth).toBeLessThanOrEqual(form.clientWidth);
  },
};
export const BirthDark: StoryOf = { render: () => formStory({ document: birth, data: birthAnswers }), globals: { theme: 'dark' } };
/** A try to go on with nothing filled in: the summary of this step takes the focus. */
export const BirthStepWithErrors: StoryOf = {
  render: Birth.render,
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    await person.press('Tiếp tục');
    await expect(await seesEveryError(person)).toBeGreaterThan(0);
  },
};
/** Everything on one page, tried with nothing filled in. */
export const BirthSinglePageWithErrors: StoryOf = {
  render: () => formStory({ document: birth, mode: 'single' }),
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    person.form.reportValidity();
    await person.form.updateComplete;
    await expect(await seesEveryError(person)).toBeGreaterThan(10);
  },
};
export const BirthSinglePageEnglishWithErrors: StoryOf = { ...BirthSinglePageWithErrors, globals: { locale: 'en' } };
export const BirthSinglePageFilled: StoryOf = { render: () => formStory({ document: birth, mode: 'single', data: birthAnswers }) };
export const BirthReadOnly: StoryOf = {
  render: () => formStory({ document: birth, mode: 'single', data: birthAnswers, readonly: true }),
  async play({ canvasElement }) {
    const { root, view } = await personAt(canvasElement);
    await expect(root.querySelectorAll('input, select, textarea')).toHaveLength(0);
    await expect(view().getByText('Nguyễn Minh Anh')).toBeVisible();
  },
};
/** From the last step over the papers to the page that is read before sending; "Sửa" leads to a step and back. */
export const BirthReview: StoryOf = {
  render: () => formStory({ document: birth, data: birthAnswers }),
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    person.form.goTo('papers');
    await person.attach(/Giấy chứng sinh/, 'giay-chung-sinh.pdf');
    await person.sees('Đã tải lên');
    await person.press('Xem lại hồ sơ');
    await person.arrivesAt('Kiểm tra lại thông tin trước khi nộp');
    await person.press('Sửa phần Người mẹ');
    await person.arrivesAt('Người mẹ');
    await person.press('Trở lại trang kiểm tra');
    await person.arrivesAt('Kiểm tra lại thông tin trước khi nộp');
    await person.sees('Nguyễn Minh Anh');
  },
};
export const BirthReviewPhone: StoryOf = { ...BirthReview, globals: phone };
/** Sent: what is stored, and how to ask for it. */
export const BirthSent: StoryOf = {
  render: BirthReview.render,
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    person.form.goTo('papers');
    await person.attach(/Giấy chứng sinh/, 'giay-chung-sinh.pdf');
    await person.sees('Đã tải lên');
    await person.press('Xem lại hồ sơ');
    await person.press('Nộp hồ sơ');
    await person.arrivesAt('Xác nhận đã nộp hồ sơ trực tuyến');
    await person.sees('H99.01-261121-0001');
    await person.sees('giay-chung-sinh.pdf');
    await person.sees('chưa có ngày hẹn trả kết quả');
  },
};

export const Residence: StoryOf = {
  render: () => formStory({ document: residence }),
  async play({ canvasElement }) {
    await (await personAt(canvasElement)).sees('CT01');
  },
};
export const ResidenceEnglish: StoryOf = { render: Residence.render, globals: { locale: 'en' } };
/** Rows: one is added, moved and removed, each time said and with the focus where the work is. */
export const ResidenceMembers: StoryOf = {
  render: () => formStory({ document: residence, data: residenceAnswers }),
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    person.form.goTo('members');
    const rows = () => person.root.querySelectorAll('[part~=row]').length;
    await person.view().findByRole('button', { name: /^Thêm/ });
    const before = rows();
    await person.press(/^Thêm/);
    await expect(rows()).toBe(before + 1);
    await expect(person.root.activeElement?.textContent).toContain(`${before + 1}`);
    await person.press(new RegExp(`^Xóa .* ${before + 1}$`));
    await expect(rows()).toBe(before);
    await expect(person.root.getElementById('dvc-said')).toHaveTextContent(/^Đã xóa/);
  },
};
export const ResidenceMembersPhone: StoryOf = { ...ResidenceMembers, globals: phone };
export const ResidenceSinglePageDark: StoryOf = { render: () => formStory({ document: residence, data: residenceAnswers, mode: 'single' }), globals: { theme: 'dark' } };
