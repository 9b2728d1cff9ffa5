import { changed, refused } from '@dvc/testing/fake-backend.js';
import type { Meta } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { broken, plain, small, smallAnswers } from '../../examples/small-form.js';
import { backendOf, formStory, type FormStory } from '../../support/forms.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { personAt, seesEveryError, type Person } from '../../support/people.js';

export default { title: 'Form/States', component: 'dvc-form' } satisfies Meta;

type Play = (person: Person) => Promise<void>;
/** The small form in one state of its machine. */
const state = (given: FormStory, play?: Play): StoryOf => ({
  render: () => formStory({ document: small, hotline: true, ...given }),
  ...(play ? { async play({ canvasElement }) { await play(await personAt(canvasElement)); } } : {}),
});
/** Filled in and sent, with what the back end then says. */
const sent = (submit: NonNullable<FormStory['backend']>['submit'], play: Play, more: FormStory = {}): StoryOf =>
  state({ data: smallAnswers, backend: { submit: submit! }, ...more }, async (person) => {
    await person.press('Nộp hồ sơ');
    await play(person);
  });
const keepsAnswers: Play = async ({ view }) => { await expect(view().getByRole('textbox', { name: /Họ, chữ đệm, tên/ })).toHaveValue('Đặng Thị Ngọc Huyền'); };

export const Empty: StoryOf = state({});
export const EmptyPhone: StoryOf = { ...Empty, globals: phone };
/** What the portal knows is filled in. */
export const WithIdentity: StoryOf = state({ identity: { fullName: 'Đặng Thị Ngọc Huyền', phone: '0912345678' } });
export const Loading: StoryOf = {
  render: () => formStory({}),
  async play({ canvasElement }) { await (await personAt(canvasElement)).sees('Đang tải biểu mẫu…'); },
};
/** One calm sentence; the problems are in the console, each with its place. */
export const BrokenDocument: StoryOf = state({ document: broken }, async (person) => {
  await person.sees('Biểu mẫu này hiện chưa dùng được.');
  await expect(person.view().getByRole('alert')).toBeVisible();
});
/** The document cannot be had: that may be mended by trying again. */
export const UnreadableDocument: StoryOf = state({ document: undefined, src: 'about:blank' }, async (person) => {
  await person.sees('Không tải được biểu mẫu.');
  await expect(person.view().getByRole('button', { name: 'Thử lại' })).toBeVisible();
});
export const WithErrors: StoryOf = state({ data: { ...smallAnswers, phone: '12', day: '2026-01-01', fullName: '' } }, async (person) => {
  await person.press('Nộp hồ sơ');
  await expect(await seesEveryError(person)).toBe(3);
  await person.sees('Ngày hẹn đã qua.');
});
export const WithErrorsPhone: StoryOf = { ...WithErrors, globals: phone };
/** A choice brings a question, and takes it away again without losing its answer. */
export const Conditional: StoryOf = state({ data: smallAnswers }, async (person) => {
  const choose = async (name: string) => {
    const radio = person.view().getByRole('radio', { name });
    radio.click();
    await person.form.updateComplete;
  };
  await choose('Việc khác');
  await person.type(/Nội dung việc cần làm/, 'Chứng thực chữ ký');
  await choose('Cư trú');
  await expect(person.view().queryByRole('textbox', { name: /Nội dung việc cần làm/ })).toBeNull();
  await choose('Việc khác');
  await expect(person.view().getByRole('textbox', { name: /Nội dung việc cần làm/ })).toHaveValue('Chứng thực chữ ký');
});
export const Sending: StoryOf = sent('never', async (person) => {
  await person.sees('Đang gửi hồ sơ.');
  await expect(person.view().getByRole('button', { name: 'Nộp hồ sơ' })).toHaveAttribute('aria-disabled', 'true');
});
export const Offline: StoryOf = sent('offline', async (person) => {
  await person.sees('Mất kết nối mạng. Chưa có xác nhận đã nhận hồ sơ; khi có mạng trở lại, ông/bà bấm “Thử lại”, hồ sơ sẽ không bị nộp trùng.');
  await person.sees('Những gì ông/bà đã nhập vẫn còn nguyên.');
  await keepsAnswers(person);
});
/** Offline, then again with the same key. */
export const OfflineThenSent: StoryOf = sent(['offline', 'acknowledged'], async (person) => {
  await person.press('Thử lại');
  await person.sees('Xác nhận đã nộp hồ sơ trực tuyến');
  const [first, second] = backendOf(person.form).submissions;
  await expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
});
export const Busy: StoryOf = sent('busy', async (person) => {
  await person.sees('Hệ thống đang có đông người truy cập.');
  await person.sees('Sẽ tự gửi lại sau 60 giây.');
  await keepsAnswers(person);
});
export const Timeout: StoryOf = sent('timeout', async (person) => { await person.sees('hồ sơ sẽ không bị nộp trùng'); });
/** Nothing that a citizen could mend: the incident's code and the hotline. */
export const ServerError: StoryOf = sent('server', async (person) => {
  await person.sees('S7-41B2');
  await expect(person.form.querySelector('[slot=hotline]')).toBeVisible();
});
/** The back end reckons otherwise: what was, what is, and nothing sent. */
export const Changed: StoryOf = sent([
  changed('2026-11-22', { path: '/kind', kind: 'relevance', now: 'civil-status' }, { path: '/fees/certificate', kind: 'fee', title: 'Lệ phí chứng thực', shown: 0, now: 8000 }), 'acknowledged',
], async (person) => {
  await person.sees('Có thông tin thay đổi kể từ khi ông/bà mở biểu mẫu');
  await expect(person.view().getByRole('row', { name: /Lệ phí chứng thực Miễn 8\.000 đồng/ })).toBeVisible();
});
export const ChangedPhone: StoryOf = { ...Changed, globals: phone };
/** Refused by the back end: its issues stand where ours would. */
export const Refused: StoryOf = sent(refused({ path: '/phone', code: 'format', params: { format: 'phone', reason: 'unknown-prefix' } }), async (person) => {
  await expect(await seesEveryError(person)).toBe(1);
});
export const KeyConflict: StoryOf = sent('key-conflict', async (person) => {
  await person.sees('bản đã gửi vẫn giữ nguyên');
  await waitFor(() => expect(person.view().queryByRole('button', { name: 'Thử lại' })).toBeNull());
});
export const Sent: StoryOf = sent('acknowledged', async (person) => {
  await person.arrivesAt('Xác nhận đã nộp hồ sơ trực tuyến');
  await person.sees('K7QF-2MXP-9TBD');
});
export const SentPhone: StoryOf = { ...Sent, globals: phone };
export const ReadOnly: StoryOf = state({ data: smallAnswers, readonly: true }, async ({ root, view }) => {
  await expect(root.querySelectorAll('input, select, textarea')).toHaveLength(0);
  await expect(view().queryByRole('button', { name: 'Nộp hồ sơ' })).toBeNull();
});
export const Dark: StoryOf = { ...WithErrors, globals: { theme: 'dark' } };
export const LargeText: StoryOf = { ...WithErrors, globals: { textSize: '36px', width: 'phone' } };
/** Switching the language keeps what was typed. */
export const LanguageSwitched: StoryOf = state({}, async (person) => {
  await person.type(/Họ, chữ đệm, tên/, 'Đặng Văn Ư');
  person.form.locale = 'en';
  await person.form.updateComplete;
  await waitFor(() => expect(person.view().getByRole('textbox', { name: /Full name/ })).toHaveValue('Đặng Văn Ư'));
});
/** A JSON Schema from elsewhere (draft-07), with nothing around it. */
export const PlainSchema: StoryOf = {
  render: () => formStory({ schema: plain }),
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    await expect(person.view().getByRole('textbox', { name: 'Tên đoàn (bắt buộc)' })).toBeVisible();
    await person.press('Nộp hồ sơ');
    await expect(await seesEveryError(person)).toBe(2);
  },
};
export const PlainSchemaPhone: StoryOf = { ...PlainSchema, globals: phone };
