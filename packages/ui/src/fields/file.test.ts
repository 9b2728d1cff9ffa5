import { vi } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { field, onePage, type Page } from '../page.test-helper.js';
import { tellFile } from './file.js';
import { heldFile } from './held-file.js';
import { fieldView, loadViews } from './index.js';

before(() => loadViews(['file', 'readonly']));
const URL_TEXT = 'data:application/pdf;name=gi%E1%BA%A5y%20khai%20sinh.pdf;base64,JVBERi0xLjQ=';
const about = ({ root, find }: Page) => (find('input').getAttribute('aria-describedby') ?? '').split(' ').map(id => root.getElementById(id)?.textContent.trim() ?? `(no ${id})`).filter(Boolean).join(' | ');

describe('file', () => {
  it('says what is taken before anything is chosen', async () => {
    const on = await onePage({ control: 'file', label: 'Ảnh chân dung', hint: 'Chụp trong sáu tháng gần đây', accept: 'image/jpeg,image/png' });
    expect([on.find('input').type, on.find('input').accept]).to.deep.equal(['file', 'image/jpeg,image/png']);
    expect(about(on)).to.equal('Chụp trong sáu tháng gần đây | Tệp JPG hoặc PNG, tối đa 5 MB.');
    expect([...on.find('input').labels!].map(label => label.textContent)).to.deep.equal([`Ảnh chân dung ${vi.required}`, vi.fileChoose]);
    expect(on.root.querySelector<HTMLElement>('.file-held')!.hidden).to.equal(true);
    for (const model of [{}, { accept: 'application/octet-stream' }]) expect(about(await onePage({ control: 'file', ...model }))).to.equal('Tệp tối đa 5 MB.');
  });

  it('shows name and size of what is held, also to who cannot see it', async () => {
    const on = await onePage({ control: 'file', text: URL_TEXT });
    expect(on.root.querySelector('.file-held p')?.textContent).to.equal('giấy khai sinh.pdf 8 B');
    expect(about(on)).to.contain('giấy khai sinh.pdf 8 B');
    expect(on.find('button').ariaLabel).to.equal('Xóa tệp ở mục Họ, chữ đệm, tên');
    expect([...on.find('input').labels!][1]?.textContent).to.equal(vi.fileChooseOther);
    await expect(on.host).to.be.accessible();
    await on.draw(fieldView(field({ control: 'file' }), vi));
    expect([about(on), on.root.querySelector<HTMLElement>('.file-held')!.hidden]).to.deep.equal(['Tệp tối đa 5 MB.', true]);
  });

  it('reads what a value tells of its file', () => {
    expect(heldFile('')).to.equal(undefined);
    expect(heldFile('JVBERi0xLjQ=')).to.deep.equal({ name: '', size: 8 });
    expect(heldFile('data:;base64,')).to.deep.equal({ name: '', size: 0 });
    expect(heldFile('data:text/plain,abc')).to.deep.equal({ name: '', size: 3 });
    expect(heldFile('data:a/b;name=%E1%;base64,QQ==')).to.deep.equal({ name: '%E1%', size: 1 });
    // A name that turns the reading direction would show another ending.
    expect(heldFile(`data:a/b;name=${encodeURIComponent('anh\u202egpj.exe')};base64,QQ==`)?.name).to.equal('anhgpj.exe');
    expect(heldFile('Zq3')?.size).to.equal(2);
    expect(heldFile(`data:a/b;base64,${'A'.repeat(4_000_000)}`)?.size).to.equal(3_000_000);
  });

  it('is cleared by its own button, and the focus stays in the field', async () => {
    const { find, heard, root } = await onePage({ control: 'file', text: URL_TEXT });
    find('button').focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal([{ id: 'f1', text: '' }]);
    expect(root.activeElement).to.equal(find('input'));
  });

  it('is reached by keyboard, and its button shows the focus', async () => {
    const { find, root } = await onePage({ control: 'file' });
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(find('input'));
    expect(getComputedStyle(root.querySelector('.file-box > label')!).outlineStyle).to.equal('solid');
  });

  it('says why a file was not taken until another one is, and that one is being read', async () => {
    const on = await onePage({ control: 'file' });
    const root = on.root.querySelector('.field')!;
    tellFile(root, { busy: vi.fileReading });
    expect([root.querySelector('[role=status]')?.textContent, root.querySelector('[aria-busy=true]')?.className]).to.deep.equal([vi.fileReading, 'file-box']);
    tellFile(root, { trouble: vi['paper-empty'] });
    expect(about(on)).to.contain(vi['paper-empty']);
    expect(root.querySelector('[aria-busy]')).to.equal(null);
    await expect(on.host).to.be.accessible();
    await on.draw(fieldView(field({ control: 'file', text: URL_TEXT }), vi));
    expect(about(on)).not.to.contain(vi['paper-empty']);
  });

  it('is read as its name and size, never as its letters', async () => {
    const { find } = await onePage({ control: 'file', text: URL_TEXT, readOnly: true });
    expect(find<HTMLElement>('#f1').textContent).to.equal('giấy khai sinh.pdf, 8 B');
    expect((await onePage({ control: 'file', text: 'QQ==', readOnly: true })).find<HTMLElement>('#f1').textContent).to.equal(`${vi.fileHeld}, 1 B`);
    expect((await onePage({ control: 'file', readOnly: true })).find<HTMLElement>('#f1').textContent).to.equal(vi.empty);
  });
});
