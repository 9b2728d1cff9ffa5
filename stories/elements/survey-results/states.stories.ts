import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { DvcSurveyResults } from '@dvc/elements/survey-results';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { keeper, keeperOf, resultsStory, surveys, type ResultsStory } from '../../support/results.js';

export default { title: 'Survey results/States', component: 'dvc-survey-results' } satisfies Meta;

interface Reader { readonly element: DvcSurveyResults; readonly root: ShadowRoot; view(): ReturnType<typeof within>; sees(text: string): Promise<void>; press(name: string | RegExp): Promise<void> }

async function readerAt(canvas: HTMLElement): Promise<Reader> {
  const element = canvas.querySelector('dvc-survey-results')!;
  await element.updateComplete;
  const root = element.shadowRoot!;
  const view = () => within(root.querySelector<HTMLElement>('.dvc')!);
  return {
    element, root, view,
    async sees(text) { await waitFor(() => expect(root.querySelector('.dvc')).toHaveTextContent(text)); },
    async press(name) { await userEvent.click(await view().findByRole('button', { name })); await element.updateComplete; },
  };
}

/** Results of a ready survey by people that nobody is; nothing is wider than its column. */
const story = (name: keyof typeof surveys, options?: ResultsStory, play?: (reader: Reader) => Promise<void>, own?: Partial<DvcSurveyResults>): StoryOf => ({
  render: () => resultsStory(name, options, own),
  async play({ canvasElement }) {
    const reader = await readerAt(canvasElement);
    if (!options?.trouble && options?.latencyMs === undefined && options?.n !== 0 && options?.n !== 3) await waitFor(() => expect(reader.root.querySelector('svg.chart')).toBeTruthy());
    await expect(reader.element.scrollWidth, 'nothing is wider than its column').toBeLessThanOrEqual(reader.element.clientWidth);
    await play?.(reader);
  },
});
const opened = (selector: string) => async ({ root }: Reader) => { for (const each of root.querySelectorAll<HTMLDetailsElement>(selector)) each.open = true; };

export const AfterService: StoryOf = story('afterService', {}, async ({ element, root, sees }) => {
  const { indices } = keeperOf(element).tell();
  for (const { title } of indices) await sees(title);
  // Each index can be reckoned again from what stands there.
  await opened('details.formula')({ root } as Reader);
  for (const { formula } of indices) await sees(formula);
});
export const OneStop: StoryOf = story('oneStop', {}, async ({ sees }) => sees('không còn áp dụng nguyên văn'));
export const Decision766: StoryOf = story('decision');
export const Sipas: StoryOf = story('sipas');
export const Business: StoryOf = story('business', {}, async ({ sees }) => sees('Mức sẵn sàng giới thiệu (NPS)'));
export const ThirtyQuestions: StoryOf = story('thirty');

export const Tables: StoryOf = story('business', {}, opened('details'));
export const TablesPhone: StoryOf = { ...Tables, globals: phone };
export const SipasPhone: StoryOf = { ...Sipas, globals: phone };
export const OneStopPhone: StoryOf = { ...OneStop, globals: phone };
export const BusinessDark: StoryOf = { ...Business, globals: { theme: 'dark' } };
export const SipasDark: StoryOf = { ...Sipas, globals: { theme: 'dark' } };
export const LargeLetters: StoryOf = { ...Business, globals: { ...phone, textSize: '36px' } };
export const English: StoryOf = { ...AfterService, globals: { locale: 'en' }, async play({ canvasElement }) { const { sees } = await readerAt(canvasElement); await sees('Survey results'); } };

// What is not told
export const Empty: StoryOf = story('afterService', { n: 0 }, async ({ sees }) => sees('Chưa có phiếu trả lời nào trong phạm vi đã chọn.'));
export const AllSuppressed: StoryOf = story('afterService', { n: 3 }, async ({ root, sees }) => {
  await sees('Phạm vi đã chọn có dưới 5 phiếu, hoặc');
  await expect(root.querySelector('figure, .texts')).toBeNull();
});
export const SomeSuppressed: StoryOf = story('afterService', { n: 24 }, async ({ root, sees }) => {
  await sees('Không công bố: dưới 5 câu trả lời, hoặc suy ra được số như vậy.');
  await waitFor(() => expect([...root.querySelectorAll('svg text')].some(({ textContent }) => textContent === 'không công bố')).toBe(true));
});
export const MissingParts: StoryOf = story('oneStop', { given: {} }, async ({ sees }) => sees('Chưa tính được vì còn thiếu: Chỉ số 1'));
export const NobodyInvited: StoryOf = { render: () => resultsStory('afterService', {}, { backend: undefined, results: withoutInvited() }), async play({ canvasElement }) { const { sees } = await readerAt(canvasElement); await sees('Chưa tính được: chưa có số người được mời.'); } };
function withoutInvited() {
  const results = keeper(surveys.afterService).tell();
  const { complete, partial, screenedOut } = results.responses;
  return { ...results, responses: { complete, partial, screenedOut } };
}

// On the way
export const Loading: StoryOf = story('afterService', { latencyMs: Infinity });
// Its answer never comes, so nothing may wait for it.
Loading.play = async ({ canvasElement }) => { await waitFor(() => expect(canvasElement.querySelector('dvc-survey-results')!.shadowRoot!.querySelector('.loading')).toHaveTextContent('Đang tải kết quả khảo sát.')); };
export const Offline: StoryOf = story('afterService', { trouble: { kind: 'failed', reason: 'offline' } }, async ({ element, press, sees, root }) => {
  await sees('Không có kết nối mạng.');
  keeperOf(element).set({ trouble: undefined });
  await press('Tải lại');
  await waitFor(() => expect(root.querySelector('svg.chart')).toBeTruthy());
});
export const OfflineLater: StoryOf = story('afterService', {}, async ({ element, press, sees }) => {
  keeperOf(element).set({ trouble: { kind: 'failed', reason: 'offline' } });
  await press('Xem kết quả');
  await sees('Số liệu dưới đây là của lần tải trước, lúc 09:00 ngày 25/11/2026.');
});
export const Fault: StoryOf = story('afterService', { trouble: { kind: 'failed', reason: 'server', incident: 'S7-41B2' } }, async ({ sees }) => sees('Mã sự cố: S7-41B2.'));
export const NotAllowed: StoryOf = story('afterService', { trouble: { kind: 'refused', reason: 'not-allowed' } }, async ({ sees }) => sees('Ông/bà chưa có quyền xem kết quả này.'));
export const NotFound: StoryOf = story('afterService', { trouble: { kind: 'refused', reason: 'not-found' } }, async ({ sees }) => sees('Không tìm thấy khảo sát này.'));

// What an officer does
export const ManyAgencies: StoryOf = story('afterService', { n: 900, communes: 40 }, async ({ press, sees, root }) => {
  await sees('Đang hiện 12 cơ quan có giá trị cao nhất trong 40 cơ quan.');
  const before = Number(root.querySelector('.comparison figure:last-of-type svg')!.getAttribute('height'));
  await press('Hiện tất cả 40 cơ quan');
  await waitFor(() => expect(Number(root.querySelector('.comparison figure:last-of-type svg')!.getAttribute('height'))).toBeGreaterThan(before * 2));
});
export const Filtered: StoryOf = story('business', {}, async ({ element, view, press, sees }) => {
  await userEvent.selectOptions(await view().findByRole('combobox', { name: 'Kỳ báo cáo' }), 'p:q4-2026');
  await userEvent.selectOptions(await view().findByRole('combobox', { name: 'Cơ quan' }), 'H99.02');
  await press('Xem kết quả');
  await sees('Quý IV/2026 (từ 15/09/2026 đến 14/12/2026) · Xã Yên Sơn');
  await expect(keeperOf(element).asked.at(-1)).toEqual({ from: '2026-09-15', to: '2026-12-14', agency: 'H99.02' });
});
export const OtherIndex: StoryOf = story('business', {}, async ({ view, sees }) => {
  await userEvent.selectOptions(await view().findByRole('combobox', { name: 'Chỉ số so sánh' }), 'nps');
  await sees('So sánh các cơ quan: Mức sẵn sàng giới thiệu (NPS)');
});
export const OtherIndexPhone: StoryOf = { ...OtherIndex, globals: phone };
export const Searched: StoryOf = story('afterService', {}, async ({ view, sees }) => {
  await userEvent.type((await view().findAllByRole('searchbox'))[0]!, 'cho hon 40 phut');
  await sees('ý kiến');
  await waitFor(async () => { for (const each of within((await view().findAllByRole('list', { name: /Ý kiến góp ý/ }))[0]!).getAllByRole('listitem')) await expect(each).toHaveTextContent('Chờ hơn 40 phút'); });
});
