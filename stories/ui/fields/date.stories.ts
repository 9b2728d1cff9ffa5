import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { readControl } from '@dvc/ui';
import { date } from '../../examples/fields.js';
import { phone, statesOf, type StoryOf } from '../../support/field-stories.js';
import { inside } from '../../support/inside.js';

export default { title: 'Fields/Date' } satisfies Meta;
const states = statesOf(date);

export const Empty: StoryOf = states('empty');
export const Filled: StoryOf = states('filled');
export const InError: StoryOf = states('error');
export const Warning: StoryOf = states('warning');
export const ReadOnly: StoryOf = states('readOnly');
export const Disabled: StoryOf = states('disabled');
export const LongText: StoryOf = states('long');
/** At 320 px, with everything that can stand there. */
export const Phone: StoryOf = states('long', phone);

/** A whole date pasted into one box fills all three. */
export const Pasted: StoryOf = {
  ...states('empty'),
  async play({ canvasElement }) {
    const { root, view } = await inside(canvasElement);
    const day = view.getByRole('textbox', { name: 'Ngày' });
    await userEvent.type(day, '1-12-2026');
    // The form reads the event; here only the boxes are looked at.
    root.addEventListener('focusout', readControl);
    await userEvent.tab();
    await expect([...root.querySelectorAll('input')].map((box) => box.value)).toEqual(['1', '12', '2026']);
  },
};
