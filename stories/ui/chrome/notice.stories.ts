import type { Meta } from '@storybook/web-components-vite';
import { notice, type NoticeModel } from '@dvc/ui';
import { html } from 'lit';
import { expect } from 'storybook/test';
import * as examples from '../../examples/chrome.js';
import { hosted } from '../../support/host.js';
import { inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say } from '../../support/text.js';

export default { title: 'Furniture/Notice' } satisfies Meta;
const all = [examples.notices.info, examples.notices.success, examples.notices.warning, examples.notices.error];

/** Information, success, a warning, an error: all four kinds. */
export const Kinds: StoryOf = {
  render: () => hosted(({ lang }) => html`${all.map((each) => notice(say(each, lang) as NoticeModel, each.kind === 'error' ? html`<p>1900 0000</p>` : undefined))}`),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('alert')).toHaveTextContent('S7-41B2');
    await expect(view.getAllByRole('status')).toHaveLength(2);
    await expect(view.getAllByRole('button', { name: 'Thử lại' })).toHaveLength(2);
  },
};
export const Phone: StoryOf = { render: Kinds.render, globals: phone };
