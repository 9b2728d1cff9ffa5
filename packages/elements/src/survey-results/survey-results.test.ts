import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fakeResults, type FakeResults, type FakeResultsOptions } from '@dvc/testing/fake-results.js';
import { randomResponses } from '@dvc/testing/random/survey-responses.js';
import type { FormDocument } from '@dvc/schema';
import type { SurveyResults } from '@dvc/core/survey/results.js';
import business from '../../../../schemas/surveys/khao-sat/doanh-nghiep/1.0.0.json' with { type: 'json' };
import oneStop from '../../../../schemas/surveys/khao-sat/mot-cua/1.0.0.json' with { type: 'json' };
import quick from '../../../../schemas/surveys/khao-sat/sau-dich-vu/1.0.0.json' with { type: 'json' };
import { readSvg } from '@dvc/ui/charts/read-svg.test-helper.js';
import { defineDvcSurveyResults, type DvcSurveyResults } from './define.js';
import { percent } from './values.js';

defineDvcSurveyResults();

const periods = [{ id: 'q3', title: 'Quý III/2026', from: '2026-06-15', to: '2026-09-14' }, { id: 'q4', title: 'Quý IV/2026', from: '2026-09-15', to: '2026-12-14' }];
const agencies = [{ id: 'H99.01', title: 'Xã Tân Lập' }, { id: 'H99.02', title: 'Xã Yên Sơn' }];
const people = (document: unknown, n: number, seed = 7) => randomResponses(document as FormDocument, { n, seed, days: ['2026-08-01', '2026-10-01'], agencies: agencies.map(({ id }) => id) });
const keeper = (document: unknown, n: number, options: FakeResultsOptions = {}) => fakeResults(document as FormDocument, people(document, n), { periods, agencies, ...options });

interface Shown { readonly element: DvcSurveyResults; readonly root: ShadowRoot; readonly heard: CustomEvent[]; text(): string; sees(text: string): Promise<void>; button(name: string): HTMLElement; press(name: string): Promise<void>; choose(name: string, value: string): Promise<void> }

async function show(document: { id: string }, fake: FakeResults | undefined, own: Partial<DvcSurveyResults> = {}): Promise<Shown> {
  const heard: CustomEvent[] = [];
  const host = await fixture<HTMLElement>(html`<div></div>`);
  for (const name of ['dvc-ready', 'dvc-change', 'dvc-error']) host.addEventListener(name, (event) => heard.push(event as CustomEvent));
  const element = globalThis.document.createElement('dvc-survey-results');
  Object.assign(element, { survey: document.id, periods, ...(fake ? { backend: fake } : {}), ...own });
  host.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const text = () => (root.querySelector<HTMLElement>('.dvc')!.innerText ?? '').replace(/\s+/g, ' ');
  const button = (name: string) => {
    const found = [...root.querySelectorAll('button')].find((each) => each.innerText.trim() === name || each.innerText.startsWith(name));
    if (!found) throw new Error(`there is no button “${name}” in: ${text()}`);
    return found;
  };
  return {
    element, root, heard, text, button,
    sees: (wanted) => waitUntil(() => text().includes(wanted), `nobody sees “${wanted}” in: ${text()}`),
    async press(name) { button(name).click(); await element.updateComplete; },
    async choose(name, value) {
      const box = root.querySelector<HTMLSelectElement | HTMLInputElement>(`[name=${name}]`)!;
      box.value = value;
      box.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    },
  };
}
const drawn = (shown: Shown) => waitUntil(() => shown.root.querySelector('svg.chart'), 'a chart is drawn');
const tables = ({ root }: Shown) => [...root.querySelectorAll('table')].map((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent!.trim())));

describe('<dvc-survey-results>', () => {
  it('says how many answered, and each index with the formula that gave it', async () => {
    const fake = keeper(oneStop, 60, { invited: 120, given: { 'total-time': 2, 'unit-time': 1, 'one-stop': 2, publicity: 2, attitude: 1, feedback: 2, 'online-quality': 1 } });
    const told = fake.tell(), shown = await show(oneStop, fake);
    await shown.sees('Đánh giá việc giải quyết thủ tục hành chính tại Bộ phận Một cửa');
    await shown.sees(`Phiếu hoàn thành ${told.responses.complete}`);
    await shown.sees('Số người được mời 120');
    for (const details of shown.root.querySelectorAll<HTMLDetailsElement>('details.formula')) details.open = true;
    for (const { title, formula, value } of told.indices) {
      await shown.sees(title);
      await shown.sees(formula);
      expect(formula.endsWith(value!.toFixed(2).replace('.', ','))).to.equal(true);
    }
    await shown.sees('không còn áp dụng nguyên văn');
    expect(shown.heard.map(({ type, detail }) => [type, detail])).to.deep.equal([['dvc-ready', { survey: oneStop.id }]]);
  });

  it('names what an index waits for, and gives it no value', async () => {
    const shown = await show(oneStop, keeper(oneStop, 60));
    await shown.sees('Chưa tính được vì còn thiếu: Chỉ số 1: Tổng thời gian giải quyết so với quy định;');
    expect(shown.root.querySelector('.card.wide')).to.equal(null);
  });

  it('has a table for every chart that says the same as the keeper', async () => {
    const fake = keeper(business, 80), shown = await show(business, fake);
    await drawn(shown);
    const figures = [...shown.root.querySelectorAll('figure')];
    expect(figures.length).to.be.greaterThan(8);
    for (const figure of figures) {
      expect(figure.querySelector('svg')!.getAttribute('aria-label')).to.match(/^(Biểu đồ|Thang).+Số liệu có trong bảng ngay sau biểu đồ\.$/);
      expect(figure.querySelector('summary')!.innerText.trim().startsWith('Bảng số liệu')).to.equal(true);
    }
    const found = tables(shown);
    for (const { kind, counts, title, n } of fake.tell().questions) {
      if (!n || !counts || (kind !== 'choice' && kind !== 'many' && kind !== 'nps')) continue;
      const table = found.find((each) => counts.every((choice, i) => each[i + 1]?.[0] === choice.title))!;
      expect(table.slice(1), title).to.deep.equal(counts.map((choice) => [choice.title, String(choice.count), percent(choice.count!, n, 'vi')]));
    }
  });

  it('writes the values on the bars, and draws them from zero on', async () => {
    const fake = keeper(business, 80), shown = await show(business, fake);
    await drawn(shown);
    const question = fake.tell().questions.find(({ path }) => path === '/size')!;
    const figure = [...shown.root.querySelectorAll('.question')].find((each) => each.textContent!.includes(question.title))!;
    const words = [...figure.querySelectorAll('svg text')].map(({ textContent }) => textContent);
    for (const { title, count } of question.counts!) { expect(words).to.include(title); expect(words).to.include(`${percent(count!, question.n!, 'vi')} (${count})`); }
    const widths = [...figure.querySelectorAll('rect.f-bar')].map((each) => Number(each.getAttribute('width'))), axis = Number(figure.querySelector('rect.f-track')!.getAttribute('width'));
    question.counts!.forEach(({ count }, i) => expect(widths[i]! / axis).to.be.closeTo(count! / question.n!, 0.01));
  });

  it('tells no number of fewer than five answers, and no zero in its place', async () => {
    const results: SurveyResults = {
      ...keeper(quick, 60).tell(), agencies: [{ id: 'a', title: 'Xã Tân Lập', responses: null, indices: [{ id: 'share', value: null, n: null }] }, { id: 'b', title: 'Xã Yên Sơn', responses: 40, indices: [{ id: 'share', value: 75, n: 40 }] }],
      questions: [{ path: '/a', title: 'Câu ít người trả lời', kind: 'scale', n: null }, { path: '/b', title: 'Câu có lựa chọn hiếm', kind: 'choice', n: 40, counts: [{ value: 'x', title: 'Có', count: 38 }, { value: 'y', title: 'Hiếm', count: null }] },
        { path: '/c', title: 'Thang có mức hiếm', kind: 'scale', n: 40, counts: [{ value: 'x', title: 'Hài lòng', count: 30, score: 3 }, { value: 'y', title: 'Bình thường', count: null, score: 2 }, { value: 'z', title: 'Không hài lòng', count: null, score: 1 }] },
        { path: '/d', title: 'Số điện thoại liên hệ', kind: 'text', n: 12 }],
    };
    const shown = await show(quick, undefined, { results });
    await shown.sees('Câu ít người trả lời Không công bố: dưới 5 câu trả lời, hoặc suy ra được số như vậy.');
    await drawn(shown);
    const found = tables(shown);
    expect(found.find(([, row]) => row?.[0] === 'Có')![2]).to.deep.equal(['Hiếm', 'không công bố', '–']);
    expect(found.find((table) => table.some(([name]) => name === 'Xã Yên Sơn'))!.at(-1)).to.deep.equal(['Xã Tân Lập', 'không công bố', 'không công bố']);
    const drawings = [...shown.root.querySelectorAll('svg text')].map(({ textContent }) => textContent);
    expect(drawings).to.include('không công bố');
    await shown.sees('Không công bố: dưới 5 câu trả lời, hoặc suy ra được số như vậy.');
    expect(drawings.filter((text) => /^0(,0)?%?( |$)/.test(text!))).to.deep.equal(['0%']);
  });

  it('publishes nothing at all of four people, and says what to do', async () => {
    const shown = await show(quick, keeper(quick, 4));
    await shown.sees('nên không công bố. Ông/bà chọn kỳ dài hơn hoặc bỏ bớt điều kiện lọc.');
    expect(shown.root.querySelector('figure, .card, .texts')).to.equal(null);
  });

  it('says that there is nothing yet', async () => {
    const shown = await show(quick, keeper(quick, 0));
    await shown.sees('Chưa có phiếu trả lời nào trong phạm vi đã chọn. Ông/bà chọn kỳ hoặc cơ quan khác.');
  });

  it('narrows by period, agency, procedure and channel when the button is pressed, not before', async () => {
    const fake = keeper(quick, 90), shown = await show(quick, fake);
    await shown.choose('period', 'p:q4');
    await shown.choose('agency', 'H99.02');
    await shown.choose('channel', 'kiosk');
    expect(fake.asked).to.deep.equal([{}]);
    await shown.press('Xem kết quả');
    const filter = { from: '2026-09-15', to: '2026-12-14', agency: 'H99.02', channel: 'kiosk' };
    expect(fake.asked.at(-1)).to.deep.equal(filter);
    await shown.sees('Quý IV/2026 (từ 15/09/2026 đến 14/12/2026) · Xã Yên Sơn · Màn hình tại chỗ');
    expect(shown.heard.at(-1)).to.deep.include({ type: 'dvc-change', detail: { survey: quick.id, filter } });
    expect(shown.root.querySelector('[role=status].sr')!.textContent).to.match(/^Đã cập nhật kết quả: \d+ phiếu hoàn thành\.$/);
    await shown.choose('period', 'own');
    await shown.choose('from', '2026-10-02');
    await shown.choose('to', '2026-10-01');
    await shown.press('Xem kết quả');
    await shown.sees('Ngày bắt đầu phải trước hoặc trùng ngày kết thúc. Ông/bà chọn lại ngày.');
    expect(fake.asked.length).to.equal(2);
  });

  it('shows the last answer asked for, whichever comes last', async () => {
    const fake = keeper(quick, 90), shown = await show(quick, fake);
    fake.set({ latencyMs: 150 });
    await shown.choose('agency', 'H99.01');
    shown.button('Xem kết quả').click();
    await aTimeout(5);
    fake.set({ latencyMs: 0 });
    await shown.choose('agency', 'H99.02');
    await shown.press('Xem kết quả');
    await aTimeout(250);
    await shown.sees('Toàn bộ thời gian · Xã Yên Sơn');
  });

  it('keeps what it has when the connection goes, says so, and loads again', async () => {
    const fake = keeper(quick, 60), shown = await show(quick, fake);
    fake.set({ trouble: { kind: 'failed', reason: 'offline' } });
    await shown.press('Xem kết quả');
    await shown.sees('Không có kết nối mạng. Ông/bà kiểm tra mạng rồi bấm Tải lại.');
    await shown.sees('Số liệu dưới đây là của lần tải trước, lúc 09:00 ngày 25/11/2026.');
    await shown.sees('Tỷ lệ hài lòng');
    fake.set({ trouble: undefined });
    await shown.press('Tải lại');
    expect(shown.text()).not.to.contain('Không có kết nối');
  });

  for (const [trouble, said] of [
    [{ kind: 'refused', reason: 'not-found' }, 'Không tìm thấy khảo sát này.'], [{ kind: 'refused', reason: 'not-allowed' }, 'Ông/bà chưa có quyền xem kết quả này.'], [{ kind: 'failed', reason: 'server', incident: 'S7-41B2' }, 'Mã sự cố: S7-41B2.'],
    [{ kind: 'failed', reason: 'busy' }, 'Máy chủ đang bận.'], [{ kind: 'failed', reason: 'timeout' }, 'Máy chủ trả lời quá chậm.'],
  ] as const) {
    it(`says: ${said}`, async () => (await show(quick, keeper(quick, 9, { trouble }))).sees(said));
  }

  it('finds comments without their marks, and shows more of them', async () => {
    const texts = Array.from({ length: 23 }, (_, i) => (i % 4 === 0 ? `Phải chờ lâu ở quầy số ${i}` : `Mọi thứ đều tốt ${i}`));
    const results: SurveyResults = { ...keeper(quick, 60).tell(), questions: [{ path: '/comment', title: 'Ý kiến', kind: 'text', n: 23, texts }] };
    const shown = await show(quick, undefined, { results });
    const items = () => [...shown.root.querySelectorAll('.texts li')].map(({ textContent }) => textContent);
    expect(items()).to.deep.equal(texts.slice(0, 10));
    await shown.press('Xem thêm 10 ý kiến');
    expect(items().length).to.equal(20);
    await shown.choose('find', 'CHO LAU');
    expect(items()).to.deep.equal(texts.filter((text) => text.includes('chờ lâu')));
    await shown.sees('6 trên 23 ý kiến');
    await shown.choose('find', 'cấp tỉnh');
    await shown.sees('Không có ý kiến nào chứa từ này.');
  });

  it('takes markup in answers, choices, titles and formulas for text', async () => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"\'><svg onload=window.hacked=1>';
    const results: SurveyResults = {
      ...keeper(quick, 60).tell(), survey: { id: quick.id, title: evil, versions: [evil] }, filter: { agency: evil },
      indices: [{ id: evil, title: evil, value: 50, unit: 'nps', n: 9, formula: evil, class: evil, note: evil, sources: [evil] }], periods: [], agencies: [{ id: evil, title: evil, responses: 9, indices: [{ id: evil, value: 1, n: 9 }] }, { id: 'b', title: evil, responses: 9, indices: [{ id: evil, value: 2, n: 9 }] }],
      questions: [
        { path: '/t', title: evil, kind: 'text', n: 5, texts: [evil, 'a', 'b', 'c', `\u202eabc`] }, { path: evil, title: evil, kind: 'choice', n: 9, counts: [{ value: evil, title: evil, count: 9 }] },
        { path: '/m', title: evil, kind: 'matrix', n: 9, rows: [{ path: '/m/a', title: evil, kind: 'scale', n: 9, counts: [{ value: 'a', title: evil, count: 9, score: 1 }] }] },
      ],
    };
    const shown = await show(quick, undefined, { results });
    await drawn(shown);
    await aTimeout(50);
    expect((globalThis as { hacked?: number }).hacked).to.equal(undefined);
    expect(shown.root.querySelectorAll('img, script, [onerror], [onload]').length).to.equal(0);
    expect(shown.root.querySelector('.texts li')!.textContent).to.equal(evil);
    expect(getComputedStyle(shown.root.querySelector('.texts li')!).unicodeBidi).to.equal('isolate');
  });

  it('gives each chart as a picture: a file of SVG with its colours and its words, and a PNG that is not empty', async () => {
    const fake = keeper(business, 80), shown = await show(business, fake);
    await drawn(shown);
    const { create } = { create: URL.createObjectURL }, click = HTMLAnchorElement.prototype.click;
    const kept: { blob: Blob; name: string }[] = [];
    let last: Blob | undefined;
    URL.createObjectURL = (blob: Blob) => { last = blob; return 'blob:kept'; };
    HTMLAnchorElement.prototype.click = function saved() { kept.push({ blob: last!, name: this.download }); };
    try {
      for (const button of shown.root.querySelectorAll<HTMLElement>('figure button')) { button.click(); await shown.element.updateComplete; }
    } finally { URL.createObjectURL = create; HTMLAnchorElement.prototype.click = click; }
    expect(kept.length).to.equal(shown.root.querySelectorAll('figure').length * 2);
    for (const { blob, name } of kept) {
      expect(name).to.match(/^khao-sat-doanh-nghiep-[a-z0-9-]+\.(png|svg)$/);
      if (name.endsWith('.png')) {
        const picture = await createImageBitmap(blob), canvas = new OffscreenCanvas(picture.width, picture.height), pen = canvas.getContext('2d')!;
        pen.drawImage(picture, 0, 0);
        const { data } = pen.getImageData(0, 0, picture.width, picture.height), seen = new Set<number>();
        for (let i = 0; i < data.length; i += 4 * 97) seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
        expect(picture.width, name).to.equal((880 + 48) * 2);
        expect(seen.size, `${name}: more than paper`).to.be.greaterThan(2);
        continue;
      }
      const text = await blob.text(), parsed = await readSvg(text);
      expect(text).not.to.match(/var\(|currentColor|class=|href=|<script|<style/);
      expect(parsed?.documentElement.textContent, name).to.contain('Khảo sát doanh nghiệp về thủ tục hành chính');
    }
    await shown.sees('');
    expect(shown.root.querySelector('[role=status].sr')!.textContent).to.match(/^Đã tải khao-sat/);
  });

  it('opens its tables and formulas on paper, and closes them after', async () => {
    const shown = await show(quick, keeper(quick, 60));
    await drawn(shown);
    const all = [...shown.root.querySelectorAll('details')], open = () => all.filter((each) => each.open).length;
    all[0]!.open = true;
    globalThis.dispatchEvent(new Event('beforeprint'));
    expect(open()).to.equal(all.length);
    globalThis.dispatchEvent(new Event('afterprint'));
    expect(open()).to.equal(1);
  });

  it('is worked with the keyboard alone: the filter, a table, a wide table, a picture', async () => {
    const fake = keeper(quick, 60), shown = await show(quick, fake);
    await drawn(shown);
    shown.root.querySelector<HTMLElement>('[name=period]')!.focus();
    const walked: string[] = [];
    const tab = async () => { await sendKeys({ press: 'Tab' }); walked.push(shown.root.activeElement!.getAttribute('name') ?? shown.root.activeElement!.textContent!.trim()); };
    for (let i = 0; i < 3; i++) await tab();
    expect(walked).to.deep.equal(['agency', 'channel', 'Xem kết quả']);
    await sendKeys({ press: 'Enter' });
    await shown.element.updateComplete;
    expect(fake.asked.length, 'Enter on the button').to.equal(2);
    expect(shown.root.activeElement!.textContent, 'the focus stays').to.equal('Xem kết quả');
    while (!walked.at(-1)!.startsWith('Bảng số liệu')) { expect(walked.length).to.be.below(20); await tab(); }
    const table = shown.root.activeElement!.parentElement as HTMLDetailsElement;
    await sendKeys({ press: 'Enter' });
    expect(table.open).to.equal(true);
    await tab();
    expect(shown.root.activeElement!.getAttribute('part')).to.equal('table');
    await tab();
    expect(walked.at(-1)).to.match(/^Tải PNG: /);
  });

  it('reads the days of an own period, and takes Enter in a box for its button', async () => {
    const fake = keeper(quick, 60), shown = await show(quick, fake);
    await shown.choose('period', 'own');
    await shown.choose('from', '2026-10-01');
    shown.root.querySelector<HTMLElement>('[name=from]')!.focus();
    await sendKeys({ press: 'Enter' });
    await shown.element.updateComplete;
    expect(fake.asked.at(-1)).to.deep.equal({ from: '2026-10-01' });
    await shown.sees('Từ 01/10/2026');
  });

  it('speaks English', async () => {
    const shown = await show(quick, keeper(quick, 60), { locale: 'en' });
    await shown.sees('Survey results');
    await shown.sees('Complete');
    await drawn(shown);
    expect(shown.root.querySelector('svg')!.getAttribute('aria-label')).to.contain('The table after the chart has its figures.');
  });

  it('is passed by axe, with everything opened, and fits 320 px', async () => {
    const shown = await show(business, keeper(business, 80));
    shown.element.style.maxWidth = '320px';
    await drawn(shown);
    for (const each of shown.root.querySelectorAll('details')) each.open = true;
    await waitUntil(() => Number(shown.root.querySelector('svg.chart')!.getAttribute('width')) <= 300, 'the charts are drawn anew');
    expect(shown.element.scrollWidth).to.be.at.most(shown.element.clientWidth);
    await expect(shown.element).shadowDom.to.be.accessible();
    // The letters of a drawing stay in it.
    const over = [...shown.root.querySelectorAll('svg.chart')].flatMap((svg) => [...svg.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().right > svg.getBoundingClientRect().right + 1 || text.getBoundingClientRect().left < svg.getBoundingClientRect().left - 1).map(({ textContent }) => textContent));
    expect(over).to.deep.equal([]);
  });

  it('tells a page developer what is missing', async () => {
    const { error } = console, lines: string[] = [];
    console.error = (line: string) => { lines.push(line); };
    try {
      await fixture(html`<dvc-survey-results></dvc-survey-results>`);
      await waitUntil(() => lines.length > 0, 'a line for the developer', { timeout: 2000 });
    } finally { console.error = error; }
    expect(lines[0]).to.contain('[dvc-survey-results] backend: expected survey with api or backend, or results, got nothing. See #DVC-711');
  });
});
