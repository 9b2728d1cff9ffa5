import { vi } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { fieldView } from '../fields/index.js';
import { field, page } from '../page.test-helper.js';
import { acknowledgement } from './acknowledgement.js';
import { actions } from './actions.js';
import { conflict } from './conflict.js';
import { errorSummary } from './error-summary.js';
import { group } from './group.js';
import { pageHeading, stepHeading } from './heading.js';
import { loading } from './loading.js';
import { notice } from './notice.js';
import { progress } from './progress.js';
import { review } from './review.js';
import { rows, type Row } from './rows.js';

const row = (id: string, n: number): Row => ({ id, title: `Thành viên ${n}`, remove: `Xóa thành viên ${n}`, up: `Chuyển lên thành viên ${n}` });
const rowsOf = (list: readonly Row[], more = {}) => rows({ id: 'members', title: 'Thành viên', level: 3, add: 'Thêm thành viên', limit: 'Tối đa 10 người.', empty: 'Chưa có thành viên nào.', rows: list, ...more }, vi,
  each => fieldView(field({ id: `${each.id}-name`, control: 'text' }), vi));
const steps = progress({ name: vi.steps, text: 'Bước 2 trên 3: Cha, mẹ', done: vi.stepDone, errors: vi.stepHasErrors, steps: [
  { id: 'a', title: 'Trẻ', state: 'done', open: true }, { id: 'b', title: 'Cha, mẹ', state: 'current', open: true }, { id: 'c', title: 'Nộp', state: 'todo', faulty: true }] });
const sent = acknowledgement({
  title: 'Xác nhận đã nộp hồ sơ trực tuyến', state: 'Đang chờ tiếp nhận.', code: { label: 'Mã hồ sơ', value: 'H26-261121-0042' }, secret: { label: 'Mã tra cứu', value: 'k7Qm-2xV9', hint: 'Ghi lại.' },
  receivedAt: { label: 'Thời điểm nộp', value: '10:42', instant: '2026-11-21T03:42:00Z' }, next: { title: 'Việc tiếp theo', items: ['Chờ tin.'] }, hash: 'SHA-256',
  papers: { title: 'Giấy tờ đã nhận', none: 'Không có.', list: [{ title: 'Giấy chứng sinh', files: [{ name: 'a.pdf', size: '1 MB', sha256: 'ab'.repeat(32) }] }] },
}, { copy: 'Sao chép', print: 'In' });
const checked = review([{ step: 'a', title: 'Trẻ', edit: 'Sửa phần Trẻ', groups: [{ items: [{ label: 'Họ tên', value: 'An', id: 'n' }] }, { title: 'Quê quán', items: [{ label: 'Tỉnh', value: '' }] }] }], vi);
const changed = conflict({ title: 'Có thay đổi', text: 'Xem lại.', item: 'Mục', shown: 'Trước đây', now: 'Bây giờ', changes: [{ label: 'Lệ phí', was: '0 đồng', now: '8.000 đồng' }, { label: 'Giấy', now: 'Nộp thêm.' }] });
const everything = () => html`${pageHeading('Khai sinh', 'Khoảng 10 phút.')}${steps}${errorSummary({ title: 'Có 1 chỗ cần sửa', items: [{ id: 'f1', text: 'Nhập họ tên.' }] })}
  ${stepHeading({ id: 'here', title: 'Cha, mẹ', hint: 'Theo giấy tờ' })}
  ${group({ id: 'g', title: 'Người mẹ', hint: 'h', error: 'e', level: 3 }, vi.error, html`${group({ id: 'g2', title: 'Cư trú', level: 4 }, vi.error, fieldView(field({ control: 'text' }), vi))}`)}
  ${rowsOf([row('r1', 1), row('r2', 2)], { hint: 'h', error: 'Thêm cho đủ.' })}${rows({ id: 'none', title: 'Con', level: 3, empty: 'Chưa có.', rows: [] }, vi, () => '')}
  ${(['info', 'warning', 'error', 'success'] as const).map(kind => notice({ kind, title: 'Tin', text: 'Chữ', more: ['Thêm'], actions: [{ action: 'retry', text: 'Thử lại' }] }))}
  ${actions({ primary: { action: 'next', text: vi.next, busy: true }, back: { action: 'back', text: vi.back }, others: [{ action: 'review', text: vi.toReview }] })}
  ${changed}${checked}${sent}${loading(vi.loading)}`;

describe('page furniture', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`no axe violation, ${theme}`, async () => {
      const { host } = await page(everything(), theme);
      await expect(host).to.be.accessible();
    });
  }

  it('every press is at least 44 px high, a compact step 28 px', async () => {
    const { root } = await page(everything());
    for (const target of root.querySelectorAll<HTMLElement>('button, .summary a')) {
      const { height, width } = target.getBoundingClientRect();
      expect(height, target.textContent ?? '').to.be.at.least(target.matches('.mark') ? 28 : 43.5);
      if (!target.matches('a')) expect(width).to.be.at.least(43.5);
    }
  });

  it('nothing is wider than 320 px', async () => {
    const { host, root } = await page(everything());
    host.classList.add('narrow');
    const narrow = new CSSStyleSheet();
    narrow.replaceSync(':host { width: 320px; }');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, narrow];
    expect(root.querySelector('.dvc')!.scrollWidth).to.equal(320);
  });

  it('says what each step is, and lets visited ones be gone to', async () => {
    const { root } = await page(steps);
    expect([...root.querySelectorAll('li')].map(li => li.textContent)).to.deep.equal(['Trẻ (đã xong)', 'Cha, mẹ', 'Nộp (có chỗ cần sửa)']);
    expect(root.querySelector('[aria-current=step]')?.textContent).to.equal('Cha, mẹ');
    expect([...root.querySelectorAll('button')].map(button => button.dataset['step'])).to.deep.equal(['a']);
  });

  it('a moved row keeps its controls, with what is half typed', async () => {
    const { draw, find } = await page(rowsOf([row('r1', 1), row('r2', 2)]));
    const input = find('#r2-name');
    input.value = 'Ngu';
    await draw(rowsOf([row('r2', 1), row('r1', 2)]));
    expect(find('#r2-name') === input).to.equal(true);
    expect(input.value).to.equal('Ngu');
    expect(input.compareDocumentPosition(find('#r1-name')) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    await draw(rowsOf([row('r2', 1)]));
    expect(find('#r2-name') === input).to.equal(true);
    await draw(rowsOf([]));
    expect(find<HTMLElement>('.rows-empty').textContent).to.equal('Chưa có thành viên nào.');
  });

  it('buttons of rows name their row', async () => {
    const { root } = await page(rowsOf([row('r1', 1), { id: 'r2', title: 'Thành viên 2' }]));
    expect([...root.querySelectorAll<HTMLElement>('[data-row] button')].map(b => `${b.dataset['action']} ${b.dataset['id']} ${b.dataset['row']} ${b.getAttribute('aria-label')}`))
      .to.deep.equal(['row-up members r1 Chuyển lên thành viên 1', 'remove-row members r1 Xóa thành viên 1']);
  });

  it('"Sửa" says what it changes to those who cannot see its place', async () => {
    const { root } = await page(checked);
    expect([...root.querySelectorAll('button')].map(b => b.getAttribute('aria-label') ?? b.textContent)).to.deep.equal(['Sửa phần Trẻ', 'Sửa Họ tên']);
    expect(root.querySelector('.blank')?.textContent).to.equal(vi.empty);
  });
});

describe('the look', () => {
  it('does not follow the page: fonts, sizes, colours and spacing that it inherits or forces on every element', async () => {
    const look = (root: ShadowRoot) => [...root.querySelectorAll('.dvc *')].slice(0, 80).map(element => {
      const { font, color, letterSpacing, textTransform, textAlign, wordBreak, textIndent, direction, whiteSpace, width, height } = getComputedStyle(element);
      return [element.localName, font, color, letterSpacing, textTransform, textAlign, wordBreak, textIndent, direction, whiteSpace, width, height].join();
    });
    const content = () => html`${pageHeading('Ặ Ễ Ỗ')}${fieldView(field({ control: 'text', hint: 'h', error: 'e' }), vi)}${fieldView(field({ id: 'r', control: 'radio', options: [{ value: '1', label: 'Có' }] }), vi)}`;
    const calm = look((await page(content())).root);
    const hostile = new CSSStyleSheet();
    hostile.replaceSync(`html { font-size: 10px; } * { color: red !important; line-height: 1 !important; font-family: serif !important; letter-spacing: 3px !important;
      text-transform: uppercase !important; text-align: right !important; word-break: break-all !important; text-indent: 9px !important; white-space: nowrap !important; font-weight: 900 !important }
      input { width: 10px !important; height: 9px !important; } label { display: none !important; } fieldset { border: 9px solid red !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, hostile];
    try {
      expect(look((await page(content())).root)).to.deep.equal(calm);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== hostile);
    }
  });

  it('leaves room for stacked marks', async () => {
    const { root } = await page(everything());
    for (const element of root.querySelectorAll<HTMLElement>('h1, h2, h3, h4, p, label, legend, button, input, a, dt, dd, li, th, td')) {
      const { lineHeight, fontSize } = getComputedStyle(element);
      expect(parseFloat(lineHeight) / parseFloat(fontSize), `${element.localName}.${element.className}`).to.be.at.least(1.39);
    }
  });

  it('takes a portal\'s colours from outside', async () => {
    const { host, find } = await page(actions({ primary: { action: 'next', text: 'x' } }));
    const outside = new CSSStyleSheet();
    outside.replaceSync(':root { --dvc-color-action: rgb(10, 20, 120); }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, outside];
    expect(getComputedStyle(find('.primary')).backgroundColor).to.equal('rgb(10, 20, 120)');
    host.setAttribute('theme', 'dark');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== outside);
    await new Promise(resolve => setTimeout(resolve, 250));
    expect(getComputedStyle(find('.primary')).backgroundColor).to.equal('rgb(127, 212, 208)');
  });
});
