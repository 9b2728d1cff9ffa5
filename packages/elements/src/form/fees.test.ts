import { expect } from '@open-wc/testing';
import { changed } from '@dvc/testing/fake-backend.js';
import { documentOf, mount } from './mount.test-helper.js';

const poor = { properties: { poor: { const: true } }, required: ['poor'] };
const document = (more: object = {}) => documentOf({
  required: ['name'], properties: { name: { type: 'string', title: 'Họ và tên' }, copies: { type: 'integer', title: 'Số bản sao', minimum: 0 }, poor: { type: 'boolean', title: 'Thuộc hộ nghèo' } },
}, {
  fees: [
    { id: 'copies', kind: 'fee', title: 'Phí cấp bản sao', amount: 8000, quantity: { var: '/copies' }, unit: 'bản', reductions: [{ id: 'poor', title: 'Người thuộc hộ nghèo', when: poor, percent: 50 }] },
    { id: 'register', kind: 'charge', title: 'Lệ phí đăng ký', amount: 20000, reductions: [{ id: 'poor', title: 'Miễn lệ phí cho người thuộc hộ nghèo', when: poor, percent: 100 }] },
    { id: 'card', kind: 'charge', title: 'Lệ phí cấp thẻ', amount: 6000 },
  ],
  translations: { en: { '/fees/0/unit': { of: 'bản', text: 'copies' } } },
  ...more,
});
/** title → what stands beside it, hidden words included */
const rows = (root: ShadowRoot) => Object.fromEntries([...root.querySelectorAll('.fees dl > div')].map((row) => [row.querySelector('dt')!.textContent, row.querySelector('dd')!.textContent]));

describe('<dvc-form>: what is to be paid', () => {
  it('per copy, each kind apart, the total in figures and in words', async () => {
    const { root } = await mount({ document: document(), data: { name: 'An', copies: 3 } } as never);
    expect(rows(root)).to.deep.equal({
      'Phí cấp bản sao': '8.000 đồng × 3 bản = 24.000 đồng', 'Lệ phí đăng ký': '20.000 đồng', 'Lệ phí cấp thẻ': '6.000 đồng',
      'Cộng phí': '24.000 đồng', 'Cộng lệ phí': '26.000 đồng', 'Tổng cộng': '50.000 đồng', 'Bằng chữ': 'Năm mươi nghìn đồng.',
    });
  });

  it('less, or nothing: the full price struck through and said, and why', async () => {
    const { root } = await mount({ document: document(), data: { name: 'An', copies: 3, poor: true } } as never);
    expect(rows(root)).to.include({
      'Phí cấp bản sao': 'Mức thu chung: 8.000 đồng × 3 bản = 24.000 đồngPhải nộp: 12.000 đồngLý do: Người thuộc hộ nghèo',
      'Lệ phí đăng ký': 'Mức thu chung: 20.000 đồngPhải nộp: Miễn lệ phíLý do: Miễn lệ phí cho người thuộc hộ nghèo',
      'Bằng chữ': 'Mười tám nghìn đồng.',
    });
    expect([...root.querySelectorAll('.fees del')].map((each) => each.textContent)).to.deep.equal(['8.000 đồng × 3 bản = 24.000 đồng', '20.000 đồng']);
  });

  it('in English', async () => {
    const { root } = await mount({ document: document(), locale: 'en', data: { name: 'An', copies: 2 } } as never);
    expect(rows(root)).to.include({ 'Fee: Phí cấp bản sao': '8,000 đồng × 2 copies = 16,000 đồng', 'In words': 'Forty-two thousand dong.' });
  });

  it('none of the copies: no line, and no sum', async () => {
    const { root } = await mount({ document: document(), data: { name: 'An', copies: 0 } } as never);
    expect(Object.keys(rows(root))).to.deep.equal(['Lệ phí đăng ký', 'Lệ phí cấp thẻ', 'Tổng cộng', 'Bằng chữ']);
  });

  it('what cannot be reckoned yet says so, is not sent, and is there with the answer', async () => {
    const { root, hand, backend } = await mount({ document: document(), data: { name: 'An' } } as never);
    expect(rows(root)).to.deep.equal({ 'Phí cấp bản sao': 'Chưa tính được', 'Lệ phí đăng ký': '20.000 đồng', 'Lệ phí cấp thẻ': '6.000 đồng', 'Tổng cộng': 'Chưa tính được' });
    await hand.press('Nộp hồ sơ');
    expect(await hand.summary()).to.deep.equal(['Chưa tính được khoản “Phí cấp bản sao” nên hồ sơ chưa được gửi. Kiểm tra lại các mục dùng để tính khoản này hoặc liên hệ cơ quan tiếp nhận.']);
    expect(backend.submissions).to.have.length(0);
    await hand.fill('Số bản sao', '1');
    expect(rows(root)).to.include({ 'Phí cấp bản sao': '8.000 đồng × 1 bản = 8.000 đồng', 'Tổng cộng': '34.000 đồng' });
    await hand.press('Nộp hồ sơ');
    expect(backend.submissions.map(({ fees }) => fees)).to.deep.equal([[{ id: 'copies', amount: 8000 }, { id: 'register', amount: 20000 }, { id: 'card', amount: 6000 }]]);
  });

  it('a back end with another table: nothing is sent, both amounts stand beside each other', async () => {
    const { hand } = await mount({ document: document(), data: { name: 'An', copies: 1 } } as never, { submit: [changed('2026-11-21', { path: '/fees/register', kind: 'fee', shown: 20000, now: 0, title: 'Lệ phí đăng ký' })] });
    await hand.press('Nộp hồ sơ');
    for (const each of ['Hồ sơ chưa được gửi.', 'Lệ phí đăng ký', '20.000 đồng', 'Miễn']) expect(await hand.text()).to.contain(each);
  });
});
