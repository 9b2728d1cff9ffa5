import { expect } from '@open-wc/testing';
import { until } from '@dvc/testing/harness/page-hand.js';
import { codeList, documentOf, mount, named } from './mount.test-helper.js';

const address = documentOf({
  required: ['home'],
  properties: { home: {
    type: 'object', title: 'Nơi ở', required: ['province', 'commune'], 'x-dvc': { widget: 'address' },
    properties: {
      province: { type: 'string', title: 'Tỉnh, thành phố', 'x-dvc': { widget: 'combobox', codeList: { id: 'provinces' } } },
      commune: { type: 'string', title: 'Xã, phường', 'x-dvc': { widget: 'combobox', codeList: { id: 'communes', within: 'province' } } },
      detail: { type: 'string', title: 'Số nhà' },
    },
  } },
});

const conditional = documentOf({
  required: ['kind'],
  properties: { kind: { title: 'Loại', oneOf: [{ const: 'a', title: 'Một' }, { const: 'b', title: 'Hai' }] } },
  allOf: [
    { if: { properties: { kind: { const: 'a' } }, required: ['kind'] }, then: { required: ['why'], properties: { why: { type: 'string', title: 'Lý do', minLength: 1 } } } },
    { if: { properties: { kind: { const: 'b' } }, required: ['kind'] }, then: { properties: { more: { type: 'object', title: 'Thêm', required: ['when'], properties: { when: { type: 'string', format: 'date', title: 'Ngày' }, day: { type: 'string', title: 'Nơi' } } } } } },
  ],
});

describe('<dvc-form>: conditions and lists', () => {
  it('an answer that is hidden and shown again is back, and only what is asked is sent', async () => {
    const { hand, form } = await mount({ document: conditional });
    expect(await hand.shows('Lý do')).to.equal(false);
    await hand.choose('Loại', 'Một');
    await hand.fill('Lý do', 'vì vậy');
    await hand.choose('Loại', 'Hai');
    expect(await hand.shows('Lý do')).to.equal(false);
    expect(await hand.text()).to.contain('Thêm');
    expect(form.payload).to.deep.equal({ kind: 'b' });
    await hand.choose('Loại', 'Một');
    expect(await hand.value('Lý do')).to.equal('vì vậy');
    expect(form.payload).to.deep.equal({ kind: 'a', why: 'vì vậy' });
  });

  it('what appears is not red before anybody was there, and the choice keeps the focus', async () => {
    const { hand, form } = await mount({ document: conditional });
    await hand.choose('Loại', 'Một');
    expect(await hand.focus()).to.equal('Một');
    expect(await hand.error('Lý do')).to.equal('');
    await hand.type('Lý do', 'x');
    expect(form.data).to.deep.equal({ kind: 'a', why: 'x' });
  });

  it('errors of what is hidden do not stop, and are not listed', async () => {
    const { hand, form } = await mount({ document: conditional, data: { kind: 'a' } } as never);
    form.reportValidity();
    await hand.settled();
    expect(await hand.summary()).to.deep.equal(['Nhập lý do.']);
    await hand.choose('Loại', 'Hai');
    expect(form.checkValidity()).to.equal(true);
  });

  it('a group in which one part appears shows its heading once', async () => {
    const { hand, root } = await mount({ document: conditional, data: { kind: 'b' } } as never);
    await hand.date('Ngày', '1/1/2020');
    expect([...root.querySelectorAll('legend .heading')].map((each) => each.textContent)).to.deep.equal(['Thêm']);
  });

  it('communes are those of the province; another province empties the commune', async () => {
    const asked: string[] = [];
    const { hand, form, heard } = await mount({ document: address }, { codeList: (id, within) => { asked.push(`${id}/${within ?? ''}`); return codeList(id, within); } });
    const commune = () => hand.control('Xã, phường') as HTMLInputElement;
    expect(commune().disabled, 'no province, no communes').to.equal(true);
    await hand.pick('Tỉnh, thành phố', 'ha noi', 'Thành phố Hà Nội');
    expect(commune().disabled).to.equal(false);
    await hand.pick('Xã, phường', 'ba dinh', 'Phường Ba Đình');
    expect(form.data).to.deep.equal({ home: { province: '01', commune: '00004' } });
    await hand.pick('Tỉnh, thành phố', 'cao bang', 'Tỉnh Cao Bằng');
    expect(form.data).to.deep.equal({ home: { province: '04' } });
    expect(await hand.value('Xã, phường')).to.equal('');
    commune().focus();
    await until(() => asked.includes('communes/04'), () => asked.join());
    expect(asked.filter((each) => each === 'communes/01'), 'asked once').to.have.length(1);
    expect(named(heard, 'dvc-error')).to.have.length(0);
  });

  it('which version of a list was shown is sent with the dossier', async () => {
    const { hand, backend, form } = await mount({ document: address });
    await hand.pick('Tỉnh, thành phố', 'ha noi', 'Thành phố Hà Nội');
    await hand.pick('Xã, phường', 'ba dinh', 'Phường Ba Đình');
    form.submit();
    await hand.settled();
    expect(Object.keys(backend.submissions[0]!.codeLists).sort()).to.deep.equal(['communes', 'provinces']);
  });

  it('given codes are shown by their names', async () => {
    const { hand } = await mount({ document: address, data: { home: { province: '01', commune: '00004' } } } as never);
    await until(() => (hand.control('Xã, phường') as HTMLInputElement).value === 'Phường Ba Đình', () => (hand.control('Xã, phường') as HTMLInputElement).value);
    expect(await hand.value('Tỉnh, thành phố')).to.equal('Thành phố Hà Nội');
  });

  it('a list that cannot be had: typed freely and marked, never a dead form', async () => {
    const { hand, form } = await mount({ document: address }, { codeList: () => Promise.reject(new Error('x')) });
    await hand.fill('Tỉnh, thành phố', 'Hà Nội');
    expect(await hand.text()).to.contain('Không tải được danh sách; ông/bà có thể tự nhập.');
    await hand.fill('Xã, phường', 'Ba Đình');
    expect(form.data).to.deep.equal({ home: { province: 'Hà Nội', commune: 'Ba Đình' } });
    expect(form.checkValidity()).to.equal(true);
  });

  it('a list that fails once is asked for again', async () => {
    let tries = 0;
    const { hand } = await mount({ document: address }, { codeList: (id, within) => (tries++ === 0 ? Promise.reject(new Error('x')) : codeList(id, within)) });
    hand.control('Tỉnh, thành phố').focus();
    await until(() => hand.form.shadowRoot!.textContent!.includes('tự nhập'), () => 'not marked');
    await hand.leave();
    await hand.pick('Tỉnh, thành phố', 'ha noi', 'Thành phố Hà Nội');
    expect(tries).to.equal(2);
  });
});
