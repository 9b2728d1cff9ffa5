import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { shapes, type ShapeExample } from '../../examples/shapes.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { formStory } from '../../support/forms.js';
import { personAt, type Person } from '../../support/people.js';

export default { title: 'Form/Plain schemas', component: 'dvc-form' } satisfies Meta;

type Play = (person: Person) => Promise<void>;
const story = ({ name, schema, data }: ShapeExample, play?: Play): StoryOf => ({
  name, render: () => formStory({ schema, data }),
  ...(play ? { async play({ canvasElement }) { await play(await personAt(canvasElement)); } } : {}),
});
const empty = ({ name, schema }: ShapeExample): StoryOf => ({ name: `${name}: empty`, render: () => formStory({ schema }) });
const faults: Play = async ({ form, sees }) => {
  await expect(form.reportValidity()).toBe(false);
  await form.updateComplete;
  await sees(/Có \d+ chỗ cần sửa/);
};

/** The constant of each branch is asked as a choice; another choice keeps what both branches ask for. */
export const DecidedByAnAnswer: StoryOf = story(shapes.decided, faults);
export const DecidedByAnAnswerEmpty: StoryOf = empty(shapes.decided);
/** Nothing tells the branches apart, so a person does; the choice is no answer. */
export const Chosen: StoryOf = story(shapes.chosen);
export const ChosenEmpty: StoryOf = empty(shapes.chosen);
export const Entries: StoryOf = story(shapes.entries, faults);
export const EntriesPhone: StoryOf = { ...story(shapes.entries), name: 'Entries: phone', globals: phone };
export const EntriesAdded: StoryOf = {
  ...story(shapes.entries, async ({ press, sees }) => {
    await press('Thêm chỉ số');
    await sees('Tên mục');
  }), name: 'Entries: one is added',
};
export const Slots: StoryOf = story(shapes.slots, faults);
/** Each part is opened when somebody wants it. */
export const WithoutEnd: StoryOf = story(shapes.withoutEnd, faults);
export const WithoutEndPhone: StoryOf = { ...story(shapes.withoutEnd), name: 'Without end: phone', globals: phone };
export const Kinds: StoryOf = story(shapes.kinds, faults);
export const KindsEmpty: StoryOf = empty(shapes.kinds);
export const Looks: StoryOf = story(shapes.looks, faults);
/** Shown and reported, never dropped or repaired. */
export const DoesNotFit: StoryOf = story(shapes.doesNotFit, faults);
/** The rest is filled; the page and `dvc-error` name what is missing. */
export const PartMissing: StoryOf = story(shapes.partMissing, async ({ sees }) => { await sees('Không hiển thị được một phần của biểu mẫu: Address.'); });
export const LayoutHints: StoryOf = story(shapes.layoutHints);
