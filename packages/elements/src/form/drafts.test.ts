import { expect } from '@open-wc/testing';
import { createDraftStore, fromSecret } from '@dvc/client/drafts/index.js';
import type { DraftStore, Submission } from '@dvc/core';
import { documentOf, mount, named, threeSteps, type Mounted } from './mount.test-helper.js';

let number = 0;
const SECRET = 'bí mật của phiên làm việc này';
/** A device of its own for each test; another store on it is another window, or the same one after a reload. */
function device(): { window(secret?: string): DraftStore; databaseName: string } {
  const databaseName = `dvc-test-${Date.now()}-${number++}`;
  return { databaseName, window: (secret = SECRET) => createDraftStore({ keys: fromSecret(secret), databaseName }) };
}

const until = async (what: () => unknown, ms = 4000): Promise<void> => {
  for (const end = Date.now() + ms; !what();) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what.toString()}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};
const text = ({ root }: Mounted) => root.textContent!.replace(/\s+/g, ' ');
const saved = (mounted: Mounted) => until(() => mounted.root.querySelector('[data-draft=saved]'));
const open = (drafts: DraftStore, more: object = {}, fake: object = {}) => mount({ document: threeSteps(), autosave: 'device', drafts, ...more } as never, fake);

describe('<dvc-form>: a draft on this device', () => {
  it('says that it is saved only when it is, and is there again after a reload: answers, page, key', async () => {
    const here = device();
    const before = await open(here.window());
    expect(text(before)).to.contain('Bản nháp sẽ được lưu trên máy này khi ông/bà bắt đầu nhập.');
    await before.hand.fill('Họ và tên', 'Đặng Văn Ư');
    await before.hand.choose('Có con', 'Đã có con');
    await before.hand.press('Tiếp tục');
    await before.hand.fill('Số con', '2');
    await saved(before);
    expect(text(before)).to.match(/Đã lưu nháp trên máy này lúc \d\d:\d\d\./);
    const { idempotencyKey } = before.form.scene!.store.state;
    before.form.remove();

    const after = await open(here.window());
    expect(after.form.data).to.deep.equal({ name: 'Đặng Văn Ư', kids: 'yes', count: 2 });
    expect(after.form.scene!.store.state).to.include({ page: 'family', idempotencyKey });
    expect(text(after)).to.contain('Đã mở lại bản nháp lưu lúc');
  });

  it('is off unless the host asks', async () => {
    const { root, hand } = await mount({ document: threeSteps() } as never);
    await hand.fill('Họ và tên', 'An');
    expect(root.querySelector('[data-draft]')).to.equal(null);
  });

  it('is finished under the document that it was begun with', async () => {
    const here = device();
    const before = await open(here.window(), { document: documentOf({ properties: { old: { type: 'string', title: 'Mục cũ' } } }) });
    await before.hand.fill('Mục cũ', 'x');
    await saved(before);
    before.form.remove();
    const after = await open(here.window(), { document: documentOf({ properties: { fresh: { type: 'string', title: 'Mục mới' } } }, { version: '2.0.0' }) });
    expect(await after.hand.value('Mục cũ')).to.equal('x');
    await after.hand.press('Nộp hồ sơ');
    expect((named(after.heard, 'dvc-submit')[0]!.detail as Submission).document).to.deep.equal({ id: 'thu/mau', version: '1.0.0' });
    await until(() => after.form.scene!.store.state.phase.kind === 'acknowledged');
    // The next dossier is begun with what is in force now.
    await until(() => after.root.querySelector('[data-action=new-dossier]'));
    after.root.querySelector<HTMLElement>('[data-action=new-dossier]')!.click();
    await until(() => after.form.scene?.plan.document.version === '2.0.0');
  });

  it('is there a day before it ends, even if its document was first kept long before', async () => {
    const databaseName = `dvc-test-${Date.now()}-${number++}`;
    const onDay = (day: number) => createDraftStore({ keys: fromSecret(SECRET), databaseName, now: () => Date.now() + day * 86_400_000 });
    for (const [day, name] of [[0, 'An'], [5, 'Bình'], [10, 'Châu']] as const) {
      const mounted = await open(onDay(day));
      if (day > 0) expect(mounted.form.data, `day ${day}`).to.have.property('name');
      await mounted.hand.fill('Họ và tên', name);
      await saved(mounted);
      mounted.form.remove();
    }
    expect((await open(onDay(16))).form.data).to.deep.equal({ name: 'Châu' });
  });

  it('keeps its own document when another window begins with the next version', async () => {
    const here = device();
    const version = (n: number) => ({ document: documentOf({ properties: { [`v${n}`]: { type: 'string', title: `Mục ${n}` } } }, { version: `${n}.0.0` }) });
    const [old, next] = [await open(here.window(), version(1)), await open(here.window(), version(2))];
    await old.hand.fill('Mục 1', 'x');
    await saved(old);
    await next.hand.fill('Mục 2', 'y');
    await until(() => next.root.querySelector('[data-draft-conflict]'));
    old.form.remove();
    expect((await open(here.window(), version(2))).form.data).to.deep.equal({ v1: 'x' });
    await next.hand.press('Giữ bản ở cửa sổ kia');
    await until(() => (next.form.data as { v1?: string } | undefined)?.v1 === 'x');
  });

  it('goes on when the page takes the form away and puts it back', async () => {
    const mounted = await open(device().window());
    const { form } = mounted;
    const holder = form.parentElement!;
    form.remove();
    holder.append(form);
    await mounted.hand.fill('Họ và tên', 'An');
    await saved(mounted);
  });

  it('keeps a plain schema too', async () => {
    const here = device();
    const props = { document: undefined, draft: 'don', schema: { type: 'object', properties: { any: { oneOf: [{ type: 'string', title: 'Chữ' }, { type: 'object', title: 'Phần', properties: { a: { type: 'string', title: 'A' } } }] } } } };
    const before = await open(here.window(), props);
    before.form.data = { any: { a: 'x' }, other: [1] };
    before.form.answered('');
    await saved(before);
    before.form.remove();
    expect((await open(here.window(), props)).form.data).to.deep.equal({ any: { a: 'x' }, other: [1] });
  });

  it('shows two windows to each other and overwrites nothing', async () => {
    const here = device();
    const [one, two] = [await open(here.window()), await open(here.window())];
    await one.hand.fill('Họ và tên', 'Ở cửa sổ một');
    await saved(one);
    await until(() => /vừa được sửa ở cửa sổ khác/.test(text(two)));
    await two.hand.fill('Họ và tên', 'Ở cửa sổ hai');
    await until(() => two.root.querySelector('[data-draft-conflict]'));
    expect(text(two)).to.contain('Ở cửa sổ một').and.to.contain('Ở cửa sổ hai');
    await two.hand.press('Giữ bản ở cửa sổ kia');
    await until(() => (two.form.data as { name: string }).name === 'Ở cửa sổ một');

    await one.hand.fill('Họ và tên', 'Một nữa');
    await until(() => /vừa được sửa ở cửa sổ khác/.test(text(two)));
    await two.hand.fill('Họ và tên', 'Hai thắng');
    await until(() => two.root.querySelector('[data-draft-conflict]'));
    await two.hand.press('Giữ bản ở đây');
    await saved(two);
    expect((await open(here.window())).form.data).to.deep.equal({ name: 'Hai thắng' });
  });

  it('stays usable, and says so, when nothing can be kept', async () => {
    const blocked: DraftStore = { open: async () => ({ kind: 'failed', reason: 'blocked' }), save: async () => ({ kind: 'failed', reason: 'blocked' }), remove: async () => {}, clear: async () => {}, watch: () => () => {} };
    const mounted = await open(blocked);
    expect(text(mounted)).to.contain('Trình duyệt không cho lưu bản nháp trên máy này.');
    await mounted.hand.fill('Họ và tên', 'An');
    await mounted.hand.choose('Có con', 'Chưa có con');
    mounted.form.submit();
    await until(() => mounted.form.scene!.store.state.phase.kind === 'acknowledged');
  });

  it('says that the device is full', async () => {
    const full: DraftStore = { open: async () => ({ kind: 'opened', draft: undefined }), save: async () => ({ kind: 'failed', reason: 'full' }), remove: async () => {}, clear: async () => {}, watch: () => () => {} };
    const mounted = await open(full);
    await mounted.hand.fill('Họ và tên', 'An');
    await until(() => /đã hết chỗ lưu/.test(text(mounted)));
  });

  it('cannot be read in another session', async () => {
    const here = device();
    const before = await open(here.window());
    await before.hand.fill('Họ và tên', 'Bí mật');
    await saved(before);
    before.form.remove();
    const after = await open(here.window('bí mật của một phiên khác hẳn'));
    expect(after.form.data ?? {}).to.deep.equal({});
    expect(text(after)).to.contain('không mở được');
    await after.hand.fill('Họ và tên', 'Người sau');
    await saved(after);
  });

  it('is erased when the citizen says so, after asking', async () => {
    const here = device();
    const mounted = await open(here.window());
    await mounted.hand.fill('Họ và tên', 'An');
    await saved(mounted);
    await mounted.hand.press('Xóa khỏi máy này');
    expect(text(mounted)).to.contain('Những gì đã nhập trong tờ khai này sẽ bị xóa');
    await mounted.hand.press('Giữ lại');
    expect(mounted.form.data).to.deep.equal({ name: 'An' });
    await mounted.hand.press('Xóa khỏi máy này');
    await mounted.hand.press('Xóa bản nháp');
    await until(() => Object.keys((mounted.form.data ?? {}) as object).length === 0);
    expect(await here.window().open('thu/mau')).to.deep.equal({ kind: 'opened', draft: undefined });
  });
});

describe('<dvc-form>: what was on its way when the page went', () => {
  const filled = async (mounted: Mounted) => {
    await mounted.hand.fill('Họ và tên', 'Đặng Văn Ư');
    await mounted.hand.choose('Có con', 'Chưa có con');
    await saved(mounted);
  };

  it('is asked for again with the same key and the same words, and acknowledged once', async () => {
    const here = device();
    const before = await open(here.window(), {}, { submit: 'never' });
    await filled(before);
    before.form.submit();
    await until(() => before.backend.submissions.length === 1);
    before.form.remove();

    const after = await open(here.window());
    await until(() => after.form.scene!.store.state.phase.kind === 'acknowledged');
    expect(after.backend.submissions).to.deep.equal(before.backend.submissions);
    await until(() => /Xác nhận đã nộp hồ sơ trực tuyến/.test(text(after)));
    after.form.remove();
    // The acknowledgement is there until the citizen begins another dossier.
    const later = await open(here.window());
    expect(text(later)).to.contain('H99.01-261121-0001').and.to.contain('Xác nhận này được giữ trên máy này').and.not.to.contain('bản nháp');
    expect(later.backend.submissions).to.have.length(0);
    later.form.reset();
    await until(() => later.form.scene!.store.state.phase.kind === 'editing');
    expect((await open(here.window())).form.data ?? {}).to.deep.equal({});
  });

  it('leaves nothing on a shared computer once it is acknowledged', async () => {
    const here = device();
    const mounted = await open(here.window(), { shared: true });
    expect(text(mounted)).to.contain('Máy dùng chung');
    await filled(mounted);
    mounted.form.submit();
    await until(() => mounted.form.scene!.store.state.phase.kind === 'acknowledged');
    const other = here.window();
    for (let reply = await other.open('thu/mau'); reply.kind === 'opened' && reply.draft; reply = await other.open('thu/mau')) await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(await other.open('thu/mau')).to.deep.equal({ kind: 'opened', draft: undefined });
    expect(mounted.root.querySelector('[data-draft]')).to.equal(null);
  });

  it('finds the acknowledgement of what was sent first when its reply was lost and the answers were changed', async () => {
    const mounted = await mount({ document: threeSteps() } as never, { submit: ['timeout', 'key-conflict', 'acknowledged'] });
    await mounted.hand.fill('Họ và tên', 'Lần đầu');
    await mounted.hand.choose('Có con', 'Chưa có con');
    mounted.form.submit();
    await until(() => mounted.form.scene!.store.state.phase.kind === 'failed');
    expect(text(mounted)).to.contain('Hồ sơ đang chờ gửi');
    await mounted.hand.fill('Họ và tên', 'Lần hai');
    mounted.form.submit();
    await until(() => mounted.form.scene!.store.state.phase.kind === 'acknowledged');
    await until(() => /theo nội dung gửi lần trước/.test(text(mounted)));
    expect(mounted.backend.submissions.map(({ answers }) => answers['name'])).to.deep.equal(['Lần đầu', 'Lần hai', 'Lần đầu']);
  });

  it('sends again what the citizen sent last, not what was sent before the answers were changed', async () => {
    const mounted = await mount({ document: threeSteps() } as never, { submit: ['timeout', 'timeout', 'acknowledged'] });
    await mounted.hand.fill('Họ và tên', 'Lần đầu');
    await mounted.hand.choose('Có con', 'Chưa có con');
    mounted.form.submit();
    await until(() => mounted.form.scene!.store.state.phase.kind === 'failed');
    await mounted.hand.fill('Họ và tên', 'Lần hai');
    mounted.form.submit();
    await until(() => mounted.form.scene!.store.state.phase.kind === 'failed' && mounted.backend.submissions.length === 2);
    mounted.form.submit();
    await until(() => mounted.form.scene!.store.state.phase.kind === 'acknowledged');
    expect(mounted.backend.submissions.map(({ answers }) => answers['name'])).to.deep.equal(['Lần đầu', 'Lần hai', 'Lần hai']);
    expect(text(mounted)).not.to.contain('theo nội dung gửi lần trước');
  });

  it('waits for a session that is over, and is sent when there is one again', async () => {
    const mounted = await mount({ document: threeSteps(), session: { expiresAt: Date.now() + 3_600_000 } } as never, { submit: [{ kind: 'failed', reason: 'session' }, 'acknowledged'] });
    let asked = 0;
    mounted.form.addEventListener('dvc-login', () => { asked++; });
    await mounted.hand.fill('Họ và tên', 'An');
    await mounted.hand.choose('Có con', 'Chưa có con');
    mounted.form.submit();
    await until(() => /Hồ sơ cần ông\/bà xử lý tiếp/.test(text(mounted)));
    mounted.form.session = null;
    await until(() => /Phiên làm việc đã kết thúc\. Những gì/.test(text(mounted)));
    await mounted.hand.press('Đăng nhập lại');
    expect(asked).to.equal(1);
    mounted.form.session = { expiresAt: Date.now() + 3_600_000 };
    await until(() => mounted.form.scene!.store.state.phase.kind === 'acknowledged');
  });
});
