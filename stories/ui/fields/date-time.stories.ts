import type { Meta } from '@storybook/web-components-vite';
import { dateTime } from '../../examples/fields.js';
import { phone, statesOf, type StoryOf } from '../../support/field-stories.js';

export default { title: 'Fields/Date and time' } satisfies Meta;
const states = statesOf(dateTime);

export const Empty: StoryOf = states('empty');
export const Filled: StoryOf = states('filled');
export const InError: StoryOf = states('error');
/** A value with seconds or another offset is shown whole. */
export const FromElsewhere: StoryOf = states('warning');
export const ReadOnly: StoryOf = states('readOnly');
export const Disabled: StoryOf = states('disabled');
export const LongText: StoryOf = states('long');
/** At 320 px, with everything that can stand there. */
export const Phone: StoryOf = states('long', phone);
