import type { Meta } from '@storybook/web-components-vite';
import { tellFile } from '@dvc/ui/fields/file.js';
import { expect } from 'storybook/test';
import { file } from '../../examples/fields.js';
import { phone, statesOf, type StoryOf } from '../../support/field-stories.js';
import { inside } from '../../support/inside.js';

export default { title: 'Fields/File' } satisfies Meta;
const states = statesOf(file);

export const Empty: StoryOf = states('empty');
export const Filled: StoryOf = states('filled');
export const InError: StoryOf = states('error');
/** A file that is not taken: the answer stays what it was. */
export const Refused: StoryOf = {
  ...states('filled'),
  async play({ canvasElement }) {
    const { root, view } = await inside(canvasElement);
    tellFile(root.querySelector('.field')!, { trouble: 'Tệp vượt quá 5 MB. Chọn tệp nhẹ hơn hoặc chụp lại với cỡ ảnh nhỏ hơn.' });
    await expect(view.getByRole('alert')).toBeVisible();
    await expect(view.getByText('ảnh thẻ 4x6.jpg')).toBeVisible();
  },
};
export const ReadOnly: StoryOf = states('readOnly');
export const Disabled: StoryOf = states('disabled');
export const LongText: StoryOf = states('long');
/** At 320 px, with everything that can stand there. */
export const Phone: StoryOf = states('long', phone);
