import { fakeDrafts, type FakeDraftOptions } from '@dvc/testing/fake-drafts.js';
import type { Prefilled } from '@dvc/core';
import type { Meta } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { small } from '../../examples/small-form.js';
import { birth, birthAnswers, formStory, type FormStory } from '../../support/forms.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { personAt, type Person } from '../../support/people.js';

export default { title: 'Form/Beside the answers', component: 'dvc-form' } satisfies Meta;

const story = (given: () => FormStory, play?: (person: Person) => Promise<void>): StoryOf => ({
  render: () => formStory({ document: small, ...given() }),
  ...(play ? { async play({ canvasElement }) { await play(await personAt(canvasElement)); } } : {}),
});
const kept = (options?: FakeDraftOptions): FormStory => ({ autosave: 'device', drafts: fakeDrafts(options) });
const drafts = ({ form }: Person) => form.drafts as ReturnType<typeof fakeDrafts>;
const NAME = /Họ, chữ đệm, tên/;
const saves = async (person: Person) => {
  await person.type(NAME, 'Đặng Thị Ngọc Huyền');
  await person.sees('Đã lưu nháp trên máy này lúc');
};

export const DraftNotBegun: StoryOf = story(kept, async (person) => person.sees('Bản nháp sẽ được lưu trên máy này khi ông/bà bắt đầu nhập.'));
export const DraftSaved: StoryOf = story(kept, saves);
export const DraftSavedPhone: StoryOf = { ...DraftSaved, globals: phone };
export const DraftErase: StoryOf = story(kept, async (person) => {
  await saves(person);
  await person.press('Xóa khỏi máy này');
  await person.sees('Những gì đã nhập trong tờ khai này sẽ bị xóa và không lấy lại được.');
});
export const DraftFull: StoryOf = story(() => kept({ fails: 'full' }), async (person) => {
  await person.type(NAME, 'An');
  await person.sees('Máy này đã hết chỗ lưu');
});
export const DraftBlocked: StoryOf = story(() => kept({ fails: 'blocked' }), async (person) => person.sees('Trình duyệt không cho lưu bản nháp'));
export const DraftUnreadable: StoryOf = story(() => kept({ unreadable: 'key' }), async (person) => person.sees('không mở được'));
export const DraftOfNewerPage: StoryOf = story(() => kept({ unreadable: 'newer' }), async (person) => person.sees('phiên bản mới hơn'));
export const ChangedElsewhere: StoryOf = story(kept, async (person) => {
  await saves(person);
  drafts(person).elsewhere(small.id, (content) => content);
  await person.sees('Bản nháp này vừa được sửa ở cửa sổ khác');
});
export const TwoWindows: StoryOf = story(kept, async (person) => {
  await saves(person);
  drafts(person).elsewhere(small.id, (content) => JSON.parse(JSON.stringify(content).replaceAll('Đặng Thị Ngọc Huyền', 'Đặng Thị Ngọc Hân')) as never);
  await person.type(NAME, ' B');
  await person.sees('Chưa có gì bị ghi đè.');
  await expect(person.view().getByRole('button', { name: 'Giữ bản ở đây' })).toBeVisible();
});
export const TwoWindowsPhone: StoryOf = { ...TwoWindows, globals: phone };

export const SessionEnds: StoryOf = story(() => ({ session: { expiresAt: Date.now() + 90_000, extend: async () => ({ expiresAt: Date.now() + 3_600_000 }) } }), async (person) => person.sees('Phiên làm việc sẽ kết thúc lúc'));
export const SessionExtended: StoryOf = { ...SessionEnds, async play({ canvasElement }) {
  const person = await personAt(canvasElement);
  await person.press('Kéo dài phiên làm việc');
  await waitFor(() => expect(person.root.querySelector('#dvc-said')).toHaveTextContent('Đã kéo dài phiên làm việc đến'));
} };
export const SessionEnded: StoryOf = story(() => ({ session: null }), async (person) => person.sees('Phiên làm việc đã kết thúc.'));
export const SharedComputer: StoryOf = story(() => ({ ...kept(), shared: true }), async (person) => {
  await person.sees('Máy dùng chung');
  await saves(person);
});

const AT = '2026-11-21T01:00:00Z';
const known = (path: string, value: string, lock: Prefilled['lock']): Prefilled => ({ path, value, lock, source: 'Cơ sở dữ liệu quốc gia về dân cư', at: AT });
const sources = (prefilled: readonly Prefilled[], ms = 0): FormStory => ({ prefill: { prefill: () => new Promise((resolve) => { setTimeout(() => resolve(prefilled), ms); }) } });

export const Prefill: StoryOf = story(() => sources([known('/fullName', 'Đặng Thị Ngọc Huyền', 'locked'), known('/phone', '0912345678', 'marked')]), async (person) => {
  await person.sees('Không sửa được ở đây');
  await person.sees('Ông/bà kiểm tra và sửa nếu không đúng.');
});
export const PrefillPhone: StoryOf = { ...Prefill, globals: phone };
export const PrefillChanged: StoryOf = { ...Prefill, async play({ canvasElement }) {
  const person = await personAt(canvasElement);
  await person.type(/Số điện thoại/, '9');
  await person.sees('Ông/bà đã sửa thông tin lấy từ Cơ sở dữ liệu quốc gia về dân cư');
} };
export const PrefillLate: StoryOf = story(() => sources([known('/fullName', 'Đặng Thị Ngọc Huyền', 'marked'), known('/phone', '0912345678', 'marked')], 1500), async (person) => {
  await waitFor(() => expect(person.root.querySelector('[data-offers]')).not.toBeNull(), { timeout: 4000 });
  await person.press('Điền vào các mục còn trống');
  await expect(person.view().getByRole('textbox', { name: NAME })).toHaveValue('Đặng Thị Ngọc Huyền');
});
export const PrefillOffered: StoryOf = story(() => sources([known('/fullName', 'Đặng Thị Ngọc Huyền', 'suggestion')]), async (person) => person.sees('Đã có thêm thông tin do Nhà nước đang quản lý cho 1 mục.'));
/** The answers read once more, each with its source. */
export const PrefillReviewed: StoryOf = story(() => ({ document: birth, data: birthAnswers, ...sources([known('/requester/fullName', 'Nguyễn Thị Lan', 'marked')]) }), async ({ form }) => {
  form.goTo('review');
  await form.updateComplete;
});

const assistance = { role: 'officer', name: 'Trần Thị Bình', unit: 'Bộ phận Một cửa phường Hải Châu', onBehalfOf: 'bà Lê Thị Ánh' } as const;
export const AssistedByOfficer: StoryOf = story(() => ({ assistance }), async (person) => person.sees('Trần Thị Bình (Bộ phận Một cửa phường Hải Châu) đang giúp bà Lê Thị Ánh điền tờ khai này.'));
export const AssistedByRelative: StoryOf = story(() => ({ assistance: { role: 'relative', name: 'Lê Văn Cường', onBehalfOf: 'bà Lê Thị Ánh' }, locale: 'vi' }));
export const AssistedEnglish: StoryOf = story(() => ({ assistance, locale: 'en' }));
