import { expect } from '@open-wc/testing';
import { mount, named } from './mount.test-helper.js';

const person = { type: 'object', title: 'Người thân', required: ['name'], properties: { name: { type: 'string', title: 'Tên', minLength: 1 }, children: { type: 'array', title: 'Con', items: { $ref: '#/$defs/person' } }, spouse: { $ref: '#/$defs/person', title: 'Vợ, chồng' } } };
const schema = {
  title: 'Phiếu thử', type: 'object',
  properties: {
    owner: { title: 'Chủ hồ sơ', oneOf: [
      { title: 'Cá nhân', type: 'object', properties: { kind: { const: 'person' }, fullName: { type: 'string', title: 'Họ và tên', minLength: 2 } }, required: ['kind', 'fullName'] },
      { title: 'Tổ chức', type: 'object', properties: { kind: { const: 'org' }, name: { type: 'string', title: 'Tên tổ chức' } }, required: ['kind', 'name'] },
    ] },
    contact: { title: 'Liên hệ', type: 'object', anyOf: [
      { title: 'Điện thoại', properties: { phone: { type: 'string', title: 'Số điện thoại' } }, required: ['phone'] },
      { title: 'Thư điện tử', properties: { mail: { type: 'string', title: 'Địa chỉ thư' } }, required: ['mail'] },
    ] },
    labels: { title: 'Nhãn', type: 'object', additionalProperties: { type: 'string', minLength: 2 }, propertyNames: { pattern: '^[a-z]+$' } },
    point: { title: 'Tọa độ', type: 'array', prefixItems: [{ type: 'number', title: 'Vĩ độ' }, { type: 'number', title: 'Kinh độ' }], items: { type: 'string' } },
    value: { title: 'Giá trị', type: ['string', 'boolean', 'object'], properties: { inner: { type: 'string', title: 'Bên trong' } } },
    family: { $ref: '#/$defs/person', title: 'Gia đình' },
  },
  $defs: { person }, additionalProperties: false,
};

describe('<dvc-form>: every shape of a plain schema', () => {
  it('branches that an answer tells apart: a choice, and the fields of the one that is chosen', async () => {
    const { hand, form } = await mount({ schema });
    const owner = hand.within('Chủ hồ sơ');
    expect(await owner.shows('Họ và tên')).to.equal(false);
    await owner.choose('Kind', 'Cá nhân');
    await owner.fill('Họ và tên', 'An');
    await owner.choose('Kind', 'Tổ chức');
    expect(await owner.shows('Họ và tên')).to.equal(false);
    await owner.fill('Tên tổ chức', 'Hội');
    expect((form.data as { owner: unknown }).owner).to.deep.equal({ kind: 'org', name: 'Hội' });
    await owner.choose('Kind', 'Cá nhân');
    expect(await owner.value('Họ và tên')).to.equal('An');
  });

  it('branches that a person chooses: the choice keeps the focus and is no answer', async () => {
    const { hand, form } = await mount({ schema });
    const contact = hand.within('Liên hệ');
    await contact.choose('Chọn trường hợp', 'Thư điện tử');
    expect(await hand.focus()).to.equal('Thư điện tử');
    await contact.fill('Địa chỉ thư', 'a@b.vn');
    expect((form.data as { contact: unknown }).contact).to.deep.equal({ mail: 'a@b.vn' });
  });

  it('entries: a name of its own, and what is wrong with it beside it', async () => {
    const { hand, form } = await mount({ schema, data: { labels: { mau: 'đỏ' } } } as never);
    await hand.press('Thêm mục');
    expect(await hand.focus()).to.equal('Mục 2');
    const entry = hand.within('Mục 2');
    await entry.fill('Tên mục', 'mau');
    expect(await hand.text()).to.contain('Đã có mục tên “mau”.');
    const boxes = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('.row input')];
    expect(boxes.map(({ value }) => value)).to.deep.equal(['đỏ', 'mau', '']);
  });

  it('renaming an entry keeps the focus in its name and what it holds', async () => {
    const { hand, form } = await mount({ schema, data: { labels: { mau: 'đỏ', co: 'lớn' } } } as never);
    await hand.press('Đổi tên co');
    expect(await hand.focus()).to.equal('Tên mục');
    await hand.within('co').type('Tên mục', 'x');
    expect(await hand.focus()).to.equal('Tên mục');
    await hand.leave();
    expect(await hand.shows('Tên mục')).to.equal(false);
    expect((form.data as { labels: unknown }).labels).to.deep.equal({ mau: 'đỏ', cox: 'lớn' });
    await hand.press('Xóa mau');
    expect((form.data as { labels: unknown }).labels).to.deep.equal({ cox: 'lớn' });
  });

  it('a part that may be nothing: its heading tells it from its like, nobody need fill it, and typing on in it keeps the focus', async () => {
    const name = { type: 'object', properties: { first: { type: ['string', 'null'] }, born: { type: ['string', 'null'], format: 'date', examples: ['1976-01-16'] } }, required: ['first', 'born'] };
    const { hand, form } = await mount({ schema: { type: 'object', properties: { applicant: { ...name }, dependent: { ...name, type: ['object', 'null'], additionalProperties: false } }, required: ['applicant', 'dependent'] } });
    expect(await hand.text()).to.contain('Ví dụ: 16/01/1976').and.not.contain('(bắt buộc)');
    expect(form.checkValidity()).to.equal(true);
    const dependent = hand.within('Dependent');
    await dependent.fill('First', 'An');
    expect(form.data).to.deep.equal({ applicant: { first: null, born: null }, dependent: { first: 'An', born: null } });
    expect(await dependent.value('First')).to.equal('An');
  });

  it('slots and what comes after them', async () => {
    const { hand, form } = await mount({ schema, data: { point: [1, 2, 'a'] } } as never);
    await hand.fill('Kinh độ', '105,8');
    await hand.within('Các mục thêm').press('Thêm mục');
    await hand.within('Mục 2').fill('Tọa độ', 'b');
    expect((form.data as { point: unknown }).point).to.deep.equal([1, 105.8, 'a', 'b']);
  });

  it('kinds of one answer: nothing until a kind is chosen, then its control', async () => {
    const { hand, form } = await mount({ schema });
    expect(await hand.shows('Bên trong')).to.equal(false);
    await hand.choose('Giá trị', 'Nhóm thông tin');
    await hand.fill('Bên trong', 'x');
    expect((form.data as { value: unknown }).value).to.deep.equal({ inner: 'x' });
    await hand.within('Giá trị').choose('Chọn trường hợp', 'Chữ');
    expect((form.data as { value?: unknown }).value).to.equal(undefined);
  });

  it('a schema without end is opened on demand, closed again, and holds what it is given', async () => {
    const { hand, form } = await mount({ schema, data: { family: { name: 'An', children: [{ name: 'Bình' }] } } } as never);
    expect(form.data).to.deep.equal({ family: { name: 'An', children: [{ name: 'Bình' }] } });
    const family = hand.within('Gia đình');
    await family.within('Mục 1').press('Thêm vợ, chồng');
    const spouse = family.within('Vợ, chồng');
    await spouse.fill('Tên', 'Chi');
    expect(form.data).to.deep.equal({ family: { name: 'An', children: [{ name: 'Bình', spouse: { name: 'Chi' } }] } });
    await spouse.press('Bỏ vợ, chồng');
    expect(form.data).to.deep.equal({ family: { name: 'An', children: [{ name: 'Bình' }] } });
  });

  it('what is wrong inside a nested part is in the summary, and leads there', async () => {
    const { hand, form } = await mount({ schema, data: { family: { name: 'An', spouse: {} } } } as never);
    expect(form.reportValidity()).to.equal(false);
    await hand.settled();
    const [line] = await hand.summary();
    expect(line).to.contain('Nhập tên.');
    await hand.press(line!);
    expect(await hand.focus()).to.equal('Tên');
    expect(await hand.within('Vợ, chồng').error('Tên')).to.equal('Nhập tên.');
  });

  it('given data of another kind are shown, not dropped, until something is entered or they are taken away', async () => {
    const { hand, form } = await mount({ schema, data: { contact: 'sai', labels: 7, foo: { bar: 1 } } } as never);
    expect(form.data).to.deep.equal({ contact: 'sai', labels: 7, foo: { bar: 1 } });
    expect(form.checkValidity()).to.equal(false);
    const text = await hand.text();
    for (const shown of ['sai', '7', 'Foo', '{"bar":1}']) expect(text).to.contain(shown);
    await hand.press('Xóa Foo');
    await hand.within('Liên hệ').press('Xóa nội dung này');
    expect(form.data).to.deep.equal({ labels: 7 });
  });

  it('a wrong value of a field stands in its control: a choice that is none, a tick that is none', async () => {
    const { hand, form } = await mount({ schema: { properties: { a: { enum: ['x', 'y'], title: 'A' }, b: { type: 'boolean', title: 'B' }, c: { type: 'integer', title: 'C' }, d: { type: 'array', items: { enum: ['x', 'y'] }, uniqueItems: true, title: 'D' } } }, data: { a: 'z', b: 'có', c: 'hai', d: ['x', 'q'] } } as never);
    expect(form.data).to.deep.equal({ a: 'z', b: 'có', c: 'hai', d: ['x', 'q'] });
    expect(await hand.value('A')).to.equal('z');
    expect(await hand.text()).to.contain('có');
    expect(await hand.value('C')).to.equal('hai');
    expect(await hand.value('D')).to.equal('x, q');
    await hand.choose('A', 'x');
    expect(await hand.value('A')).to.equal('x');
    await hand.choose('D', 'q');
    expect((form.data as { d: unknown }).d).to.deep.equal(['x']);
  });

  it('what cannot be followed is named on the page and in dvc-error, and the rest is filled', async () => {
    const { hand, form, heard } = await mount({ schema: { properties: { diaChi: { $ref: '#/$defs/nowhere' }, hoTen: { type: 'string' } } } });
    expect(named(heard, 'dvc-ready')).to.have.length(1);
    const [error] = named(heard, 'dvc-error');
    expect(error!.detail.code).to.equal('DVC-103');
    expect(error!.detail.problems[0].path).to.contain('diaChi');
    expect(await hand.text()).to.contain('Không hiển thị được một phần của biểu mẫu: Dia chi.');
    await hand.fill('Ho ten', 'An');
    expect(form.data).to.deep.equal({ hoTen: 'An' });
  });

  it('new data do not take away what is being typed, and say so', async () => {
    const { hand, form } = await mount({ schema: { properties: { a: { type: 'string', title: 'A' }, b: { type: 'string', title: 'B' } } } });
    await hand.type('A', 'đang');
    form.data = { a: 'mới', b: 'B' };
    await hand.settled();
    expect(form.data).to.deep.equal({ a: 'đang', b: 'B' });
    expect(await hand.value('A')).to.equal('đang');
    expect(await hand.value('B')).to.equal('B');
    await hand.leave();
    expect(await hand.text()).to.contain('Trang vừa gửi nội dung khác cho mục này: mới.');
  });

  it('is without axe violations, empty and filled, with its errors shown', async () => {
    const filled = { owner: { kind: 'org', name: '' }, contact: { mail: 'a' }, labels: { mau: 'đỏ', x: '1' }, point: [1, 'hai', 'ba'], value: true, family: { name: 'An', children: [{ name: 'B' }], spouse: {} }, foo: 1 };
    for (const data of [undefined, filled]) {
      const { form, hand } = await mount({ schema, ...(data ? { data } : {}) } as never);
      await expect(form).to.be.accessible();
      form.reportValidity();
      await hand.settled();
      await expect(form).to.be.accessible();
    }
  });

  for (const name of ['chosen', 'decided-by-an-answer', 'does-not-fit', 'entries', 'kinds', 'layout-hints', 'looks', 'part-missing', 'slots', 'without-end']) {
    it(`the example ${name}: data as given, every fault reachable, no axe violations`, async () => {
      const { default: example } = (await import(new URL(`../../../../stories/examples/shapes/${name}.json`, import.meta.url).href)) as { default: { schema: object; data: object } };
      const { form, hand } = await mount({ schema: example.schema, data: example.data } as never);
      expect(form.data).to.deep.equal(example.data);
      await expect(form).to.be.accessible();
      if (!form.reportValidity()) {
        await hand.settled();
        for (const line of await hand.summary()) {
          await hand.press(line);
          expect(form.shadowRoot!.activeElement, line).to.exist;
          expect(form.shadowRoot!.activeElement!.closest('[data-field]'), line).to.exist;
        }
        await expect(form).to.be.accessible();
      }
      const bare = await mount({ schema: example.schema });
      await expect(bare.form).to.be.accessible();
    });
  }

  it('a root that is no object: a number, a list, a choice, anything', async () => {
    const number = await mount({ schema: { type: 'integer', title: 'Số con', minimum: 1 } });
    expect(number.form.checkValidity()).to.equal(false);
    await number.hand.fill('Số con', '3');
    expect(number.form.data).to.equal(3);
    expect(number.form.checkValidity()).to.equal(true);
    const list = await mount({ schema: { type: 'array', title: 'Danh sách', items: { type: 'string' } }, data: ['a'] } as never);
    await list.hand.press('Thêm mục');
    await list.hand.within('Mục 2').fill('Danh sách', 'b');
    expect(list.form.data).to.deep.equal(['a', 'b']);
  });

  it('shows at 320 px and in English without anything cut off', async () => {
    const { form, hand } = await mount({ schema, locale: 'en', data: { labels: { mau: 'đỏ' }, family: { name: 'An', spouse: { name: 'B' } } } } as never);
    (form.parentElement as HTMLElement).style.width = '320px';
    await hand.settled();
    expect(form.scrollWidth).to.be.at.most(320);
    expect(await hand.text()).to.contain('Choose which applies').and.not.contain('undefined');
  });

  it('properties named like those of every object are ordinary', async () => {
    const { hand, form } = await mount({ schema: JSON.parse('{"properties":{"toString":{"type":"string"},"__proto__":{"type":"string"},"constructor":{"type":"object","properties":{"name":{"type":"string"}}},"submit":{"type":"string"},"style":{"type":"string"}},"required":["toString"]}') });
    await hand.fill('To string', 'a');
    await hand.fill('Proto', 'b');
    await hand.fill('Submit', 'c');
    expect(JSON.stringify(form.data)).to.equal('{"toString":"a","__proto__":"b","submit":"c"}');
    expect(({} as Record<string, unknown>).type).to.equal(undefined);
    expect(form.checkValidity()).to.equal(true);
  });
});
