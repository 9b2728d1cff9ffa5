import type { Meta } from '@storybook/web-components-vite';
import { errorSummary, type SummaryItem } from '@dvc/ui';
import { expect } from 'storybook/test';
import * as examples from '../../examples/chrome.js';
import { hosted } from '../../support/host.js';
import { inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say } from '../../support/text.js';

export default { title: 'Furniture/Error summary' } satisfies Meta;

/** Above the form after a try to go on; it takes the focus, and each line leads to its field. */
export const ThreeErrors: StoryOf = {
  render: () => hosted(({ lang }) => errorSummary(say(examples.summary, lang) as { title: string; items: SummaryItem[] })),
  async play({ canvasElement }) {
    const { root, view } = await inside(canvasElement);
    await expect(view.getByRole('region', { name: 'Có 3 chỗ cần sửa' })).toBeVisible();
    await expect(view.getByRole('alert')).toHaveTextContent('Nhập họ, chữ đệm, tên.');
    await expect(view.getAllByRole('link')).toHaveLength(3);
    const summary = root.querySelector<HTMLElement>('[part~=summary]')!;
    summary.focus();
    await expect(root.activeElement).toBe(summary);
  },
};
export const Phone: StoryOf = { render: ThreeErrors.render, globals: phone };
