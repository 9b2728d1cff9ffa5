import type { Meta } from '@storybook/web-components-vite';
import { progress, type ProgressModel } from '@dvc/ui';
import { expect } from 'storybook/test';
import * as examples from '../../examples/chrome.js';
import { hosted } from '../../support/host.js';
import { inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say } from '../../support/text.js';

export default { title: 'Furniture/Progress' } satisfies Meta;

/** Done, with something to mend, here, and still to come. Visited steps are buttons. */
export const InTheMiddle: StoryOf = {
  render: () => hosted(({ lang }) => progress(say(examples.progress, lang) as ProgressModel)),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('navigation', { name: 'Các bước' })).toBeVisible();
    await expect(view.getAllByRole('button').map((each) => each.textContent?.trim())).toEqual(['Nơi nộp (đã xong)', 'Trẻ (có chỗ cần sửa)']);
    await expect(view.getByRole('listitem', { current: 'step' })).toHaveTextContent('Cha, mẹ');
  },
};
export const Phone: StoryOf = { render: InTheMiddle.render, globals: phone };
