import type { Meta } from '@storybook/web-components-vite';
import type { FieldModel } from '@dvc/ui';
import { rows, type RowsModel } from '@dvc/ui/chrome/rows.js';
import { html } from 'lit';
import { expect } from 'storybook/test';
import * as examples from '../../examples/chrome.js';
import { modelOf, partialDate, text, type State } from '../../examples/fields.js';
import { field, hosted, type Spoken } from '../../support/host.js';
import { inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say, t } from '../../support/text.js';

export default { title: 'Fields/Rows' } satisfies Meta;

const draw = (state: State, change: (model: RowsModel, lang: string) => RowsModel = (model) => model) => (spoken: Spoken) => {
  const { lang, words } = spoken;
  return rows(change(say(examples.rows, lang) as RowsModel, lang), words, (row) => html`${[text, partialDate].map((example, i) => {
    const model = say(modelOf(example, row.id === 'r1' ? 'filled' : state), lang) as FieldModel;
    return field({ ...model, id: `${row.id}-${i}`, readOnly: state === 'readOnly', disabled: state === 'disabled' }, spoken);
  })}`);
};

export const Empty: StoryOf = {
  render: () => hosted(draw('empty', (model) => ({ ...model, rows: [] }))),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('group', { name: 'Thành viên cùng thay đổi' })).toHaveTextContent('Chưa có thành viên nào.');
    await expect(view.getByRole('button', { name: 'Thêm thành viên' })).toBeVisible();
  },
};
export const Filled: StoryOf = {
  render: () => hosted(draw('filled')),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('group', { name: 'Thành viên 2' })).toBeVisible();
    await expect(view.getAllByRole('button').map((each) => each.getAttribute('aria-label') ?? each.textContent)).toEqual(['Chuyển xuống thành viên 1', 'Xóa thành viên 1', 'Chuyển lên thành viên 2', 'Xóa thành viên 2', 'Thêm thành viên']);
  },
};
const wrong = t('Phần thành viên cùng thay đổi cần ít nhất 3 mục. Thêm cho đủ.', 'At least 3 items are needed under members who change too. Add the missing ones.');
export const InError: StoryOf = {
  render: () => hosted(draw('error', (model, lang) => ({ ...model, error: say(wrong, lang) }))),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('group', { name: 'Thành viên cùng thay đổi' })).toHaveAccessibleDescription(/cần ít nhất 3 mục/);
  },
};
/** As many as there may be: the add button gives way to a sentence. */
export const Full: StoryOf = { render: () => hosted(draw('filled', ({ add: _, ...model }, lang) => ({ ...model, limit: say(t('Tối đa 2 thành viên.', 'At most 2 members.'), lang) }))) };
export const ReadOnly: StoryOf = { render: () => hosted(draw('readOnly', ({ add: _, ...model }) => ({ ...model, rows: model.rows.map(({ id, title }) => ({ id, title })) }))) };
export const Disabled: StoryOf = { render: () => hosted(draw('disabled')) };
export const LongText: StoryOf = { render: () => hosted(draw('long', (model, lang) => ({ ...model, error: say(wrong, lang), title: say(modelOf(text, 'long').label, lang) as string }))) };
export const Phone: StoryOf = { render: LongText.render, globals: phone };
