import type { Meta } from '@storybook/web-components-vite';
import { group, type FieldModel } from '@dvc/ui';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { address, type AddressState } from '../../examples/address.js';
import { field, hosted } from '../../support/host.js';
import { inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say } from '../../support/text.js';

export default { title: 'Fields/Address group' } satisfies Meta;

const state = (name: AddressState, play?: StoryOf['play']): StoryOf => {
  const { title, hint, fields, ...rest } = address(name);
  return {
    render: () => hosted((spoken) => {
      const { lang, words } = spoken;
      return group({ id: 'residence', title: say(title, lang), hint: say(hint, lang), level: 3, ...('error' in rest ? { error: say(rest.error, lang) as string } : {}) }, words.error, html`${fields.map((each) => field(say(each, lang) as FieldModel, spoken))}`);
    }),
    async play(context) {
      const { element } = await inside(context.canvasElement);
      await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
      await play?.(context);
    },
  };
};

/** The commune waits for its province. */
export const Empty: StoryOf = state('empty', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  await expect(view.getByRole('group', { name: 'Nơi cư trú' })).toBeVisible();
  await expect(view.getByRole('combobox', { name: /^Xã, phường/ })).toBeDisabled();
});
export const Filled: StoryOf = state('filled', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  await expect(view.getByRole('combobox', { name: /^Xã, phường/ })).toHaveValue('Phường Cầu Giấy');
});
export const InError: StoryOf = state('error', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  await expect(view.getByRole('combobox', { name: /^Tỉnh, thành phố/ })).toHaveAccessibleDescription(/Chọn tỉnh, thành phố/);
});
/** A list that could not be had: typed freely, and said so. */
export const ListMissing: StoryOf = state('listMissing', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  await expect(view.getByText('Không tải được danh sách; ông/bà có thể tự nhập.')).toBeVisible();
});
export const ReadOnly: StoryOf = state('readOnly');
export const Disabled: StoryOf = state('disabled');
export const LongText: StoryOf = state('long');
export const Phone: StoryOf = { ...state('long'), globals: phone };
