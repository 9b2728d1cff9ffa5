import type { Meta } from '@storybook/web-components-vite';
import { actions, group, loading, pageHeading, stepHeading, type ActionsModel, type GroupModel } from '@dvc/ui';
import { html } from 'lit';
import { expect } from 'storybook/test';
import * as examples from '../../examples/chrome.js';
import { date, modelOf, text } from '../../examples/fields.js';
import { field, hosted, type Spoken } from '../../support/host.js';
import { inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say, t } from '../../support/text.js';
import type { FieldModel } from '@dvc/ui';

export default { title: 'Furniture/Headings, groups, buttons, loading' } satisfies Meta;
const title = t('Đăng ký khai sinh', 'Birth registration');
const lead = t('Dành cho trẻ sinh ra tại Việt Nam. Thời gian khai khoảng 15 phút.', 'For children born in Viet Nam. It takes about 15 minutes.');

export const Headings: StoryOf = {
  render: () => hosted(({ lang }) => html`${pageHeading(say(title, lang), say(lead, lang))}${stepHeading({ id: 'step', title: say(examples.group.title, lang) as string, hint: say(lead, lang) })}`),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('heading', { level: 1, name: title.vi })).toBeVisible();
    await expect(view.getByRole('heading', { level: 2, name: 'Người mẹ' })).toHaveAttribute('tabindex', '-1');
  },
};

const drawGroup = (error?: boolean) => (spoken: Spoken) => {
  const { lang, words } = spoken;
  const model = say(examples.group, lang) as GroupModel;
  const wrong = say(t('Phần Người mẹ nhập chưa đủ. Kiểm tra lại từng ô.', 'The part The mother is not complete. Check each box.'), lang);
  return group(error ? { ...model, error: wrong } : model, words.error, html`${field(say(modelOf(text, 'filled'), lang) as FieldModel, spoken)}${field(say(modelOf(date, 'empty'), lang) as FieldModel, spoken)}`);
};
export const Group: StoryOf = {
  render: () => hosted(drawGroup()),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('group', { name: 'Người mẹ' })).toHaveAccessibleDescription(examples.group.hint === undefined ? '' : 'Khai theo giấy tờ tùy thân của mẹ.');
  },
};
export const GroupInError: StoryOf = { render: () => hosted(drawGroup(true)) };
export const GroupPhone: StoryOf = { render: GroupInError.render, globals: phone };

export const Buttons: StoryOf = {
  render: () => hosted(({ lang }) => {
    const model = say(examples.buttons, lang) as ActionsModel;
    return html`${actions(model)}${actions({ primary: { ...model.primary!, busy: true } })}`;
  }),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getAllByRole('button', { name: 'Tiếp tục' })[1]).toHaveAttribute('aria-disabled', 'true');
  },
};
export const ButtonsPhone: StoryOf = { render: Buttons.render, globals: phone };

export const Loading: StoryOf = {
  render: () => hosted(({ words }) => loading(words.loading)),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('status')).toHaveTextContent('Đang tải biểu mẫu…');
  },
};
