import type { Meta } from '@storybook/web-components-vite';
import { acknowledgement, type AcknowledgementModel } from '@dvc/ui/chrome/acknowledgement.js';
import { conflict, type ConflictModel } from '@dvc/ui/chrome/conflict.js';
import { review, type ReviewSection } from '@dvc/ui/chrome/review.js';
import { expect } from 'storybook/test';
import * as examples from '../../examples/chrome.js';
import { hosted } from '../../support/host.js';
import { inside } from '../../support/inside.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { say } from '../../support/text.js';

export default { title: 'Furniture/Review, conflict, acknowledgement' } satisfies Meta;

export const Review: StoryOf = {
  render: () => hosted(({ lang, words }) => review(say(examples.review, lang) as unknown as ReviewSection[], words)),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('button', { name: 'Sửa Ngày, tháng, năm sinh' })).toBeVisible();
    await expect(view.getByText('Chưa nhập')).toBeVisible();
  },
};
export const ReviewPhone: StoryOf = { render: Review.render, globals: phone };

/** The back end reckons otherwise than was shown. */
export const Conflict: StoryOf = {
  render: () => hosted(({ lang }) => conflict(say(examples.conflict, lang) as ConflictModel)),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getAllByRole('columnheader').map((each) => each.textContent)).toEqual(['Mục', 'Trước đây', 'Bây giờ']);
    await expect(view.getByRole('row', { name: /Lệ phí đăng ký quá hạn Miễn 8.000 đồng/ })).toBeVisible();
  },
};
export const ConflictPhone: StoryOf = { render: Conflict.render, globals: phone };

export const Acknowledgement: StoryOf = {
  render: () => hosted(({ lang, more }) => acknowledgement(say(examples.sent, lang) as AcknowledgementModel, { copy: more.copy, print: more.print, newDossier: more.newDossier })),
  async play({ canvasElement }) {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('button', { name: 'Sao chép: Mã hồ sơ' })).toBeVisible();
    await expect(view.getByText(/chưa có ngày hẹn/)).toBeVisible();
  },
};
export const AcknowledgementPhone: StoryOf = { render: Acknowledgement.render, globals: phone };
