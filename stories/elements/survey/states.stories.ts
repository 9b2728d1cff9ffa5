import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { keeperOf, surveys, surveyStory } from '../../support/surveys.js';
import type { FakeSurveyOptions } from '@dvc/testing/fake-surveys.js';
import type { DvcSurvey } from '@dvc/elements/survey';

export default { title: 'Survey/States', component: 'dvc-survey' } satisfies Meta;

interface Person { readonly element: DvcSurvey; readonly root: ShadowRoot; view(): ReturnType<typeof within>; sees(text: string | RegExp): Promise<void>; press(name: string): Promise<void>; choose(name: string | RegExp): Promise<void> }

async function personAt(canvas: HTMLElement): Promise<Person> {
  const element = canvas.querySelector('dvc-survey')!;
  await element.updateComplete;
  const root = element.shadowRoot!;
  const view = () => within(root.querySelector<HTMLElement>('.dvc')!);
  return {
    element, root, view,
    async sees(text) { await waitFor(() => expect(root.querySelector('.dvc')).toHaveTextContent(text)); },
    async press(name) { await userEvent.click(await view().findByRole('button', { name })); await element.updateComplete; },
    async choose(name) { await userEvent.click(await view().findByRole('radio', { name })); await element.updateComplete; },
  };
}

const story = (document: unknown, play: (person: Person) => Promise<void>, properties: Partial<DvcSurvey> = {}, options: FakeSurveyOptions = {}, globals?: Record<string, string>): StoryOf => ({
  render: () => surveyStory(document, properties, options),
  async play({ canvasElement }) {
    const person = await personAt(canvasElement);
    await play(person);
    await expect(person.element.scrollWidth, 'nothing is wider than its column').toBeLessThanOrEqual(person.element.clientWidth);
  },
  ...(globals ? { globals } : {}),
});
const { afterService, everyType } = surveys;
const facts = (survey: object) => ({ ...afterService, survey });
const nothing = async ({ sees }: Person) => sees('Nhìn chung, ông/bà hài lòng ở mức nào?');
const answered = async ({ choose, press }: Person) => { await choose('Hài lòng'); await press('Gửi ý kiến'); };
/** Through the pages of the long survey, to the page of this title. */
const to = (title: string) => async ({ choose, press, sees, view }: Person) => {
  await press('Tiếp tục');
  if (title === 'Về hồ sơ') return sees(title);
  await choose('Có');
  await choose('Tại quầy');
  await press('Tiếp tục');
  if (title === 'Mức độ hài lòng') return sees(title);
  await userEvent.click(within(view().getByRole('radiogroup', { name: /^Nhìn chung/ })).getByRole('radio', { name: 'Hài lòng' }));
  await userEvent.click(within(view().getByRole('radiogroup', { name: /^Thái độ giao tiếp/ })).getByRole('radio', { name: 'Rất hài lòng' }));
  await press('Tiếp tục');
  if (title === 'Liên hệ') await press('Tiếp tục');
  return sees(title);
};

export const AfterService: StoryOf = story(afterService, nothing);
export const AfterServicePhone: StoryOf = story(afterService, nothing, {}, {}, phone);
export const OneAtATime: StoryOf = story(afterService, async ({ sees, choose, press }) => { await sees('Câu 1 trên 4'); await choose('Bình thường'); await press('Tiếp tục'); await sees('Câu 2 trên 4'); }, { mode: 'one' });
export const Statement: StoryOf = story(everyType, async ({ sees }) => sees('Không câu nào hỏi tên ông/bà.'));
export const Questions: StoryOf = story(everyType, to('Về hồ sơ'));
export const Levels: StoryOf = story(everyType, to('Mức độ hài lòng'));
export const LevelsPhone: StoryOf = story(everyType, to('Mức độ hài lòng'), {}, {}, phone);
export const Wishes: StoryOf = story(everyType, to('Điều ông/bà mong muốn'));
export const WishesPhone: StoryOf = story(everyType, to('Điều ông/bà mong muốn'), {}, {}, phone);
export const Contact: StoryOf = story(everyType, to('Liên hệ'));

export const Wrong: StoryOf = story(afterService, async ({ press, sees, root }) => {
  await press('Gửi ý kiến');
  await sees('Còn 1 câu cần xem lại');
  await waitFor(() => expect(root.activeElement).toHaveClass('summary'));
});
export const AskedOnceMore: StoryOf = story(everyType, async ({ press, choose, sees }) => { await press('Tiếp tục'); await choose('Có'); await press('Tiếp tục'); await sees('Ông/bà chưa trả lời câu này.'); });
export const ScreenedOut: StoryOf = story(everyType, async ({ press, choose, sees }) => {
  await press('Tiếp tục');
  await choose('Không');
  await choose('Tại quầy');
  await press('Tiếp tục');
  await sees('Phiếu này dành cho người đã làm thủ tục trong 12 tháng qua.');
});

export const Thanks: StoryOf = story(afterService, async (person) => {
  await answered(person);
  await person.sees('Cảm ơn ông/bà đã góp ý');
  await expect(keeperOf(person.element).kept.size).toBe(1);
});
export const Queued: StoryOf = story(afterService, async (person) => { await answered(person); await person.sees('đang chờ gửi'); }, {}, { trouble: { kind: 'queued' } });
export const Offline: StoryOf = story(afterService, async (person) => { await answered(person); await person.sees('Câu trả lời vẫn còn ở đây'); }, {}, { trouble: { kind: 'failed', reason: 'offline' } });
export const Busy: StoryOf = story(afterService, async (person) => { await answered(person); await person.sees('đông người truy cập'); }, {}, { trouble: { kind: 'failed', reason: 'busy' } });
export const Fault: StoryOf = story(afterService, async (person) => { await answered(person); await person.sees('xin đọc mã sự cố S7-41B2'); }, {}, { trouble: { kind: 'failed', reason: 'server', incident: 'S7-41B2' } });
export const Spent: StoryOf = story(afterService, async (person) => { await answered(person); await person.sees('Hồ sơ này đã có phiếu góp ý.'); }, {}, { trouble: { kind: 'refused', reason: 'spent' } });
export const NotEligible: StoryOf = story(afterService, async (person) => { await answered(person); await person.sees('chỉ dành cho người đã nộp hồ sơ'); }, {}, { trouble: { kind: 'refused', reason: 'not-eligible' } });
export const NotYetOpen: StoryOf = story(facts({ opens: '2999-01-31' }), async ({ sees }) => sees('mở từ ngày 31/01/2999'));
export const Closed: StoryOf = story(facts({ closes: '2020-01-31' }), async ({ sees }) => sees('đã đóng'));
export const Preview: StoryOf = story(afterService, async ({ sees }) => sees('Bản xem thử'), { preview: true });
export const Unreadable: StoryOf = story({ kind: 'survey' }, async ({ sees }) => sees('Chưa mở được phiếu khảo sát.'));

export const Corner: StoryOf = story(afterService, async ({ sees }) => sees('Không hỏi lại'), { show: 'corner', dossier: 'H99.01-261121-0042' });
export const CornerOpen: StoryOf = story(afterService, async ({ press, sees }) => { await press('Góp ý'); await sees('Nhìn chung'); }, { show: 'corner', dossier: 'H99.01-261121-0042' });
export const Dialog: StoryOf = story(afterService, async ({ element, sees }) => { await element.open(); await sees('Nhìn chung'); }, { show: 'dialog' });
export const Kiosk: StoryOf = story(afterService, async (person) => { await answered(person); await person.sees(/Phiếu mới tự mở sau \d+ giây\./); }, { kiosk: 60 });
