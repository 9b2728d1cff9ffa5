import { expect } from '@open-wc/testing';
import { loadBesideWords } from '@dvc/locale';
import { IdleWatch } from './beside/idle.js';
import { faultsOf } from '@dvc/testing/harness/audit.js';
import type { Prefilled, Submission } from '@dvc/core';
import { documentOf, mount, named, threeSteps, type Mounted } from './mount.test-helper.js';

const until = async (what: () => unknown, ms = 4000): Promise<void> => {
  for (const end = Date.now() + ms; !what();) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what.toString()}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};
const text = ({ root }: Mounted) => root.textContent!.replace(/\s+/g, ' ');
const viBeside = await loadBesideWords('vi');
const AT = '2026-11-21T01:00:00Z';
const SOURCE = 'Cơ sở dữ liệu quốc gia về dân cư';
const said = (path: string, value: string, lock: Prefilled['lock']): Prefilled => ({ path, value, lock, source: SOURCE, at: AT });
const source = (prefilled: unknown, ms = 0) => ({ prefill: () => new Promise((resolve) => { setTimeout(() => resolve(prefilled), ms); }) });
const document = documentOf({ required: ['name'], properties: {
  name: { type: 'string', title: 'Họ và tên' }, phone: { type: 'string', title: 'Số điện thoại' }, note: { type: 'string', title: 'Ghi chú' },
} }, { steps: [{ id: 'a', title: 'Người khai', fields: ['/name', '/phone', '/note'] }, { id: 'b', title: 'Khác', fields: [] }].slice(0, 1) });

describe('<dvc-form>: what the State knows already', () => {
  it('stands in the form with its source and time, locked or to be checked, and goes along by its path', async () => {
    const mounted = await mount({ document, prefill: source([said('/name', 'Đặng Văn Ư', 'locked'), said('/phone', '0912345678', 'marked')]) } as never);
    expect(await mounted.hand.value('Họ và tên')).to.equal('Đặng Văn Ư');
    expect(text(mounted)).to.contain(`Lấy từ ${SOURCE} lúc 08:00 ngày 21/11/2026. Không sửa được ở đây`);
    await mounted.hand.fill('Số điện thoại', '0987654321');
    await until(() => /Ông\/bà đã sửa thông tin lấy từ .* \(trước đó: 0912345678\)/.test(text(mounted)));
    expect(faultsOf(mounted.root)).to.deep.equal([]);
    await expect(mounted.form).to.be.accessible();
    mounted.form.submit();
    const { provenance } = named(mounted.heard, 'dvc-submit')[0]!.detail as Submission;
    expect(provenance).to.deep.equal({ '/name': { source: SOURCE, at: AT, lock: 'locked' }, '/phone': { source: SOURCE, at: AT, lock: 'marked', changed: true } });
  });

  it('is read once more before sending, with its source', async () => {
    const mounted = await mount({ document: threeSteps(), prefill: source([said('/name', 'Đặng Văn Ư', 'marked')]) } as never);
    await mounted.hand.choose('Có con', 'Chưa có con');
    await mounted.hand.press('Tiếp tục');
    await mounted.hand.press('Xem lại hồ sơ');
    await until(() => /Lấy từ Cơ sở dữ liệu quốc gia về dân cư/.test(mounted.root.querySelector('[part~=review]')?.textContent ?? ''));
  });

  it('keeps nobody waiting for more than a second, and is only offered when it comes late', async () => {
    const began = performance.now();
    const mounted = await mount({ document, prefill: source([said('/name', 'Đặng Văn Ư', 'locked'), said('/phone', '0912345678', 'marked')], 2200) } as never);
    expect(performance.now() - began).to.be.below(2000);
    await mounted.hand.fill('Họ và tên', 'Ư');
    await until(() => /Đã có thêm thông tin/.test(text(mounted)));
    expect(mounted.form.data).to.deep.equal({ name: 'Ư' });
    const take = [...mounted.root.querySelectorAll<HTMLElement>('[data-action=source-take]')].find((each) => each.textContent!.includes('Số điện thoại'))!;
    take.click();
    await until(() => (mounted.form.data as { phone?: string }).phone === '0912345678');
    mounted.root.querySelector<HTMLElement>('[data-action=source-leave]')!.click();
    await until(() => !mounted.root.querySelector('[data-offers]'));
    expect(mounted.form.data).to.deep.equal({ name: 'Ư', phone: '0912345678' });
  });

  for (const [name, port] of [['rejects', { prefill: () => Promise.reject(new Error('x')) }], ['throws', { prefill: () => { throw new Error('x'); } }], ['says nonsense', source([{ path: 1 }])], ['names no time', source([{ path: '/name', value: 'X', source: 'x', at: 'hôm qua', lock: 'locked' }])], ['never answers', { prefill: () => new Promise(() => {}) }]] as const) {
    it(`a source that ${name} keeps nobody from filling in`, async () => {
      const mounted = await mount({ document, prefill: port } as never);
      await mounted.hand.fill('Họ và tên', 'An');
      expect(mounted.form.data).to.deep.equal({ name: 'An' });
      if (name !== 'never answers') expect(named(mounted.heard, 'dvc-error')[0]!.detail.code).to.equal('DVC-204');
    });
  }
});

describe('<dvc-form>: the session of the host', () => {
  it('is warned of before it ends, and extended by one press', async () => {
    let asked = 0;
    const extend = async () => { asked++; return { expiresAt: Date.now() + 3_600_000 }; };
    const mounted = await mount({ document, session: { expiresAt: Date.now() + 90_000, extend } } as never);
    await until(() => /Phiên làm việc sẽ kết thúc lúc \d\d:\d\d/.test(text(mounted)));
    expect(faultsOf(mounted.root)).to.deep.equal([]);
    await expect(mounted.form).to.be.accessible();
    await mounted.hand.press('Kéo dài phiên làm việc');
    await until(() => !/sẽ kết thúc/.test(text(mounted)));
    expect(asked).to.equal(1);
    expect(mounted.root.querySelector('#dvc-said')!.textContent).to.contain('Đã kéo dài phiên làm việc đến');
  });

  it('stays extended when the form begins anew', async () => {
    const mounted = await mount({ document, session: { expiresAt: Date.now() + 90_000, extend: async () => ({ expiresAt: Date.now() + 3_600_000 }) } } as never);
    await mounted.hand.press('Kéo dài phiên làm việc');
    await until(() => !/sẽ kết thúc/.test(text(mounted)));
    mounted.form.reset();
    await mounted.form.updateComplete;
    expect(text(mounted)).not.to.contain('sẽ kết thúc');
  });

  it('says what to do when it cannot be extended', async () => {
    const mounted = await mount({ document, session: { expiresAt: Date.now() + 90_000, extend: () => Promise.reject(new Error('x')) } } as never);
    await mounted.hand.press('Kéo dài phiên làm việc');
    await until(() => /Chưa kéo dài được phiên làm việc/.test(text(mounted)));
  });

  it('over, it takes nothing away: log in and go on', async () => {
    const mounted = await mount({ document, session: { expiresAt: Date.now() + 400 } } as never);
    await mounted.hand.fill('Họ và tên', 'An');
    await until(() => /Phiên làm việc đã kết thúc/.test(text(mounted)));
    await mounted.hand.fill('Ghi chú', 'vẫn điền được');
    mounted.form.session = { expiresAt: Date.now() + 3_600_000 };
    await until(() => !/Phiên làm việc đã kết thúc/.test(text(mounted)));
    expect(mounted.form.data).to.deep.equal({ name: 'An', note: 'vẫn điền được' });
  });

  it('over, on a shared computer, leaves nothing on the page', async () => {
    const mounted = await mount({ document, shared: true, session: { expiresAt: Date.now() + 600 } } as never);
    await mounted.hand.fill('Họ và tên', 'An');
    await until(() => Object.keys((mounted.form.data ?? {}) as object).length === 0);
    expect(text(mounted)).to.contain('đã được xóa khỏi máy dùng chung này');
  });
});

describe('<dvc-form>: a computer that many people use', () => {
  it('is wiped when nobody uses it, after a warning that any key takes back', async () => {
    let wiped = 0;
    const watch = new IdleWatch({ words: () => viBeside, lang: () => 'vi', changed: () => {}, wipe: () => { wiped++; } }, 400, 200);
    await until(() => watch.warns);
    dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect([watch.warns, wiped]).to.deep.equal([false, 0]);
    await until(() => watch.warns);
    await until(() => wiped === 1);
    watch.stop();
  });

  it('is left clean by one who says so, without a draft too', async () => {
    const mounted = await mount({ document, shared: true, data: { note: 'của người trước' } } as never);
    await mounted.hand.fill('Họ và tên', 'An');
    expect(mounted.root.querySelector('input')!.autocomplete).to.equal('off');
    await mounted.hand.press('Xóa khỏi máy này');
    await mounted.hand.press('Xóa bản nháp');
    await until(() => Object.keys((mounted.form.data ?? {}) as object).length === 0);
  });
});

describe('<dvc-form>: who helps', () => {
  it('is shown, and sent along', async () => {
    const assistance = { role: 'officer', name: 'Trần Thị B', unit: 'Bộ phận Một cửa', onBehalfOf: 'bà Lê Thị Ánh' } as const;
    const mounted = await mount({ document, assistance } as never);
    expect(text(mounted)).to.contain('Trần Thị B (Bộ phận Một cửa) đang giúp bà Lê Thị Ánh điền tờ khai này.');
    await mounted.hand.fill('Họ và tên', 'Lê Thị Ánh');
    mounted.form.submit();
    expect((named(mounted.heard, 'dvc-submit')[0]!.detail as Submission).assistance).to.deep.equal(assistance);
  });

  it('speaks English too', async () => {
    const mounted = await mount({ document, locale: 'en', assistance: { role: 'relative', name: 'B', onBehalfOf: 'A' } } as never);
    expect(text(mounted)).to.contain('B (a relative) is helping A to fill in this form.');
    mounted.form.locale = 'vi';
    await until(() => /B \(người thân\) đang giúp A/.test(text(mounted)));
  });
});
