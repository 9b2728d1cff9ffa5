import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { combobox } from '../../examples/fields.js';
import { phone, statesOf, type StoryOf } from '../../support/field-stories.js';
import { inside } from '../../support/inside.js';

export default { title: 'Fields/Combobox' } satisfies Meta;
const states = statesOf(combobox);

export const Empty: StoryOf = states('empty');
export const Filled: StoryOf = states('filled');
export const InError: StoryOf = states('error');
export const Warning: StoryOf = states('warning');
export const ReadOnly: StoryOf = states('readOnly');
export const Disabled: StoryOf = states('disabled');
export const LongText: StoryOf = states('long');
/** At 320 px, with everything that can stand there. */
export const Phone: StoryOf = states('long', phone);

/** Half a word without marks finds it; so does the name of a province that is no more. */
export const Searched: StoryOf = {
  ...states('empty'),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    const box = view.getByRole('combobox');
    await userEvent.type(box, 'bac kan');
    const found = await view.findByRole('option', { name: /Thái Nguyên.*Bắc Kạn/ });
    await expect(found).toBeVisible();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
  },
};

/** Nothing is found: the sentence says what to try. */
export const NothingFound: StoryOf = {
  ...states('empty'),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await userEvent.type(view.getByRole('combobox'), 'xyz');
    await waitFor(() => expect(view.getByRole('status')).toHaveTextContent('Không có kết quả'));
  },
};
