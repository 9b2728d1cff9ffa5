import type { Meta } from '@storybook/web-components-vite';
import type { PaperModel } from '@dvc/ui/files/model.js';
import { paperView } from '@dvc/ui/files/paper.js';
import { expect } from 'storybook/test';
import { papers } from '../../examples/papers.js';
import { hosted } from '../../support/host.js';
import { descriptionOf, inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say } from '../../support/text.js';

export default { title: 'Fields/Paper' } satisfies Meta;

const state = (name: keyof typeof papers, play?: StoryOf['play']): StoryOf => ({
  render: () => hosted(({ words, more, lang }) => paperView(say(papers[name], lang) as PaperModel, words, more)), ...(play ? { play } : {}),
});
const CHOOSE = { name: 'Chọn tệp Giấy chứng sinh (bắt buộc)' };

export const Empty: StoryOf = state('empty', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  const input = view.getByLabelText(CHOOSE.name);
  await expect(input).toHaveAttribute('type', 'file');
  await expect(descriptionOf(input)).toContain('Nhận tệp PDF, JPG hoặc PNG, mỗi tệp tối đa 10 MB.');
});
/** The State has it already. */
export const HeldByTheState: StoryOf = state('held');
export const Uploading: StoryOf = state('uploading', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  await expect(view.getByRole('progressbar', { name: 'giay-chung-sinh-uploading.pdf' })).toHaveAttribute('value', '0.42');
});
export const Filled: StoryOf = state('filled', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  await expect(view.getByRole('button', { name: 'Xóa tệp giay-chung-sinh-uploaded.pdf' })).toBeVisible();
  await expect(view.getByText(/9f86d081/)).toBeVisible();
});
export const InError: StoryOf = state('error', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  const input = view.getByLabelText(CHOOSE.name);
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(descriptionOf(input)).toContain('Chưa có giấy chứng sinh.');
});
export const UploadFailed: StoryOf = state('failed', async ({ canvasElement }) => {
  const { view } = await inside(canvasElement);
  await expect(view.getByRole('button', { name: 'Thử lại với tệp giay-chung-sinh-failed.pdf' })).toBeVisible();
});
/** As many files as there may be. */
export const Full: StoryOf = state('full');
export const Disabled: StoryOf = state('disabled');
export const ReadOnly: StoryOf = state('readOnly', async ({ canvasElement }) => {
  const { root } = await inside(canvasElement);
  await expect(root.querySelectorAll('input, button')).toHaveLength(0);
});
export const LongText: StoryOf = state('long');
export const Phone: StoryOf = { ...state('long', async ({ canvasElement }) => {
  const { element } = await inside(canvasElement);
  await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
}), globals: phone };
