import { expect } from '@open-wc/testing';
import { documentOf, mount, named } from './mount.test-helper.js';

const people = (more: object = {}) => documentOf({ properties: {
  people: { type: 'array', title: 'Những người cùng đi', maxItems: 3, items: { type: 'object', title: 'Người đi cùng', required: ['name'], properties: { name: { type: 'string', title: 'Tên', minLength: 1 }, born: { type: 'string', format: 'date', title: 'Ngày sinh' } } }, ...more },
} });
const three = { people: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] };

describe('<dvc-form>: rows', () => {
  it('an empty list says so; a new row has the focus on its heading and is told', async () => {
    const { hand, form, heard } = await mount({ document: people() });
    expect(await hand.text()).to.contain('Chưa có người đi cùng nào.');
    await hand.press('Thêm người đi cùng');
    expect(await hand.focus()).to.equal('Người đi cùng 1');
    expect(form.shadowRoot!.querySelector('#dvc-said')!.textContent).to.equal('Đã thêm người đi cùng 1.');
    await hand.within('Người đi cùng 1').fill('Tên', 'An');
    expect(form.data).to.deep.equal({ people: [{ name: 'An' }] });
    expect(named(heard, 'dvc-change').map(({ detail }) => detail.path)).to.include('/people');
  });

  it('removing one: the next heading has the focus, or the last, or that of the list', async () => {
    const { hand, form } = await mount({ document: people(), data: three } as never);
    await hand.press('Xóa người đi cùng 1');
    expect(form.data).to.deep.equal({ people: [{ name: 'B' }, { name: 'C' }] });
    expect(await hand.focus()).to.equal('Người đi cùng 1');
    expect(form.shadowRoot!.querySelector('#dvc-said')!.textContent).to.equal('Đã xóa người đi cùng 1.');
    await hand.press('Xóa người đi cùng 2');
    expect(await hand.focus()).to.equal('Người đi cùng 1');
    await hand.press('Xóa người đi cùng 1');
    expect(await hand.focus()).to.equal('Những người cùng đi');
    expect(form.payload, 'an optional list without rows is absent').to.deep.equal({});
  });

  it('moving one: the focus goes with it, and so does what is half typed', async () => {
    const { hand, form } = await mount({ document: people(), data: three } as never);
    await hand.within('Người đi cùng 1').type('Tên', 'nh ');
    await hand.press('Chuyển xuống người đi cùng 1');
    expect(await hand.focus()).to.equal('Người đi cùng 2');
    expect(form.shadowRoot!.querySelector('#dvc-said')!.textContent).to.equal('Đã chuyển người đi cùng đến vị trí 2.');
    expect(await hand.within('Người đi cùng 2').value('Tên')).to.contain('Anh');
    expect(form.data).to.deep.equal({ people: [{ name: 'B' }, { name: 'Anh' }, { name: 'C' }] });
    await hand.press('Chuyển lên người đi cùng 2');
    expect(await hand.focus()).to.equal('Người đi cùng 1');
  });

  it('the first cannot go up, the last not down, and a full list takes no more', async () => {
    const { root } = await mount({ document: people(), data: three } as never);
    const names = [...root.querySelectorAll('button')].map((each) => each.getAttribute('aria-label') ?? each.textContent!.trim());
    expect(names).not.to.include.members(['Chuyển lên người đi cùng 1']);
    expect(names).not.to.include.members(['Chuyển xuống người đi cùng 3']);
    expect(names).not.to.include.members(['Thêm người đi cùng']);
    expect(names).to.include.members(['Chuyển lên người đi cùng 2', 'Xóa người đi cùng 3']);
  });

  it('errors stay with their row when rows move, and the summary names the row', async () => {
    const { hand, form } = await mount({ document: people(), data: { people: [{ name: 'A' }, {}] } } as never);
    form.reportValidity();
    await hand.settled();
    expect(await hand.summary()).to.deep.equal(['Người đi cùng 2: Nhập tên.']);
    await hand.press('Chuyển lên người đi cùng 2');
    expect(await hand.within('Người đi cùng 1').error('Tên')).to.equal('Nhập tên.');
    expect(await hand.within('Người đi cùng 2').error('Tên')).to.equal('');
    form.reportValidity();
    await hand.settled();
    await hand.press('Người đi cùng 1: Nhập tên.');
    expect(hand.within('Người đi cùng 1').field('Tên').contains(form.shadowRoot!.activeElement)).to.equal(true);
  });

  it('too few rows: the list has a sentence, and the link leads to it', async () => {
    const { hand, form, root } = await mount({ document: people({ minItems: 2 }), data: { people: [{ name: 'A' }] } } as never);
    form.reportValidity();
    await hand.settled();
    const [line] = await hand.summary();
    expect(line).to.contain('những người cùng đi');
    await hand.press(line!);
    expect(hand.field('Tên').closest('.rows')!.contains(root.activeElement)).to.equal(true);
  });

  it('read-only: no buttons', async () => {
    const { root } = await mount({ document: people(), data: three, readonly: true } as never);
    expect(root.querySelectorAll('button')).to.have.length(0);
  });

  it('names of rows and buttons follow the language', async () => {
    const { hand, form } = await mount({ document: people(), data: three } as never);
    form.locale = 'en';
    await hand.settled();
    expect(await hand.text()).to.contain('Move up').and.contain('Remove');
  });
});
