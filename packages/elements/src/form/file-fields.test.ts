import { vi } from '@dvc/locale';
import { MOST_BYTES } from '@dvc/ui/fields/file.js';
import { fieldView, loadViews } from '@dvc/ui/fields/index.js';
import type { FieldModel } from '@dvc/ui/model.js';
import { expect, fixture } from '@open-wc/testing';
import { chooseFiles } from '@dvc/testing/harness/gestures.js';
import { html, render } from 'lit';
import { takeFile } from './file-fields.js';

before(() => loadViews(['file']));

/** The field in a root of its own, and what it answers. */
async function drawn(model: Partial<FieldModel> = {}, encoding?: string) {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  render(fieldView({ id: 'f1', control: 'file', label: 'Ảnh', text: '', required: false, readOnly: false, disabled: false, ...model }, vi), root);
  const input = root.querySelector('input')!;
  const answers: string[] = [];
  const said = () => root.querySelector('[role=alert]')!.textContent!;
  const choose = async (...files: File[]) => {
    const done: Promise<void>[] = [];
    const take = () => { done.push(takeFile(input, { encoding, words: vi, answer: (text) => { answers.push(text); } })); };
    input.addEventListener('change', take);
    for (const file of files) chooseFiles(input, [file]);
    input.removeEventListener('change', take);
    await Promise.all(done);
  };
  return { root, input, answers, said, choose };
}
const bytes = (...all: number[]) => new Uint8Array(all);
const JPG = bytes(0xff, 0xd8, 0xff, 0xe0);

describe('a file inside the answers', () => {
  it('is a data URL with its kind and name', async () => {
    const { answers, choose, input } = await drawn();
    await choose(new File(['xin chào'], 'giấy khai sinh; số 1.txt', { type: 'text/plain' }));
    expect(answers).to.deep.equal(['data:text/plain;name=gi%E1%BA%A5y%20khai%20sinh%3B%20s%E1%BB%91%201.txt;base64,eGluIGNow6Bv']);
    expect(await (await fetch(answers[0]!)).text()).to.equal('xin chào');
    expect(input.value).to.equal('');
  });

  it('or bare base64, of any byte', async () => {
    const { answers, choose } = await drawn({}, 'base64');
    const all = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256);
    await choose(new File([all], 'a.bin'));
    expect(Uint8Array.from(atob(answers[0]!), (char) => char.charCodeAt(0))).to.deep.equal(all);
  });

  it('what is in it says its kind, not its name', async () => {
    const { answers, choose } = await drawn({ accept: 'image/jpeg' });
    await choose(new File([JPG], 'anh.png', { type: 'image/png' }));
    expect(answers[0]).to.match(/^data:image\/jpeg;name=anh\.png;base64,/);
    const unknown = await drawn();
    await unknown.choose(new File(['?'], 'tep'));
    expect(unknown.answers[0]).to.match(/^data:application\/octet-stream;name=tep;/);
  });

  it('another kind, an empty and a large one are not taken, with a sentence; the answer stays', async () => {
    const { answers, choose, said } = await drawn({ accept: 'image/jpeg,image/png' });
    await choose(new File(['%PDF-1.7'], 'anh.jpg', { type: 'image/jpeg' }));
    expect(said()).to.equal('Tệp không đúng loại. Chọn tệp JPG hoặc PNG.');
    await choose(new File([], 'anh.jpg', { type: 'image/jpeg' }));
    expect(said()).to.equal(vi['paper-empty']);
    await choose(new File([JPG, new Uint8Array(MOST_BYTES)], 'anh.jpg', { type: 'image/jpeg' }));
    expect(said()).to.contain('5 MB');
    expect(answers).to.deep.equal([]);
    await choose(new File([JPG], 'anh.jpg', { type: 'image/jpeg' }));
    expect([said(), answers.length]).to.deep.equal(['', 1]);
  });

  it('takes the whole of a kind, and endings', async () => {
    for (const [accept, name, type] of [['image/*', 'a.gif', 'image/gif'], ['.docx', 'Đơn.DOCX', ''], ['application/json', 'a.json', 'application/json']] as const) {
      const { answers, choose } = await drawn({ accept });
      await choose(new File(['x'], name, { type }));
      expect(answers.length, accept).to.equal(1);
    }
  });

  it('of two chosen one after the other, the last one counts', async () => {
    const { answers, choose } = await drawn({}, 'base64');
    await choose(new File([new Uint8Array(3_000_000)], 'lớn'), new File(['b'], 'nhỏ'));
    expect(answers).to.deep.equal(['Yg==']);
  });

  it('one that cannot be read is said so, and the field is ready again', async () => {
    const { root, choose, said, answers } = await drawn();
    const gone = new File(['x'], 'a.txt');
    const { readAsDataURL } = FileReader.prototype;
    FileReader.prototype.readAsDataURL = function () { queueMicrotask(() => this.onerror?.(new ProgressEvent('error') as never)); };
    try { await choose(gone); } finally { FileReader.prototype.readAsDataURL = readAsDataURL; }
    expect([said(), answers, root.querySelector('[aria-busy]')]).to.deep.equal([vi.fileUnreadable, [], null]);
  });
});
