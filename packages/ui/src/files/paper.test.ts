import { loadMoreWords, vi } from '@dvc/locale';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement, type TemplateResult } from 'lit';
import { base } from '../base.styles.js';
import { controls } from '../controls.styles.js';
import { tokens } from '../tokens.js';
import type { PaperFile, PaperModel } from './model.js';
import { paperStyles } from './paper.styles.js';
import { paperView } from './paper.js';

const viMore = await loadMoreWords('vi');
const blank: PaperModel = {
  id: 'p1', title: 'Giấy chứng sinh', required: true, accept: ['application/pdf', 'image/jpeg'], typeNames: 'PDF hoặc JPG', maxBytes: 10485760, maxFiles: 3,
  files: [], disabled: false, readOnly: false,
};
const file = (state: PaperFile['state'], more: Partial<PaperFile> = {}): PaperFile => ({ key: state, name: `giay-chung-sinh-${state}.pdf`, size: 1572864, state, ...more });

class PaperHost extends LitElement {
  static override properties = { model: { attribute: false } };
  static override styles = [tokens, base, controls, paperStyles];
  declare model: PaperModel;
  override render(): TemplateResult { return html`<div class="dvc"><h2>${viMore.papersTitle}</h2>${paperView(this.model, vi, viMore)}</div>`; }
}
customElements.define('paper-host', PaperHost);

async function mount(model: Partial<PaperModel> = {}) {
  const host = await fixture<PaperHost>(html`<paper-host .model=${{ ...blank, ...model }}></paper-host>`);
  const root = host.renderRoot as ShadowRoot;
  return { host, root, input: root.querySelector('input') as HTMLInputElement, text: () => root.textContent?.replace(/\s+/g, ' ') ?? '' };
}
const dropped = (type: string, ...names: string[]) => {
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(['x'], name, { type: 'application/pdf' }));
  return new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
};

describe('paperView', () => {
  it('says types and size before anything is chosen, in what describes the control', async () => {
    const { host, root, input } = await mount({ hint: 'Do cơ sở y tế cấp', note: viMore.paperHeld, error: 'Chưa có giấy chứng sinh. Chọn tệp để đính kèm.' });
    const said = (input.getAttribute('aria-describedby') ?? '').split(' ').map(id => root.getElementById(id)?.textContent?.replace(/\s+/g, ' ').trim());
    expect(said).to.deep.equal([
      'Lỗi: Chưa có giấy chứng sinh. Chọn tệp để đính kèm.', 'Do cơ sở y tế cấp', viMore.paperHeld,
      'Nhận tệp PDF hoặc JPG, mỗi tệp tối đa 10 MB. Nộp tối đa 3 tệp.',
    ]);
    const name = (input.getAttribute('aria-labelledby') ?? '').split(' ').map(id => root.getElementById(id)?.textContent?.trim()).join(' ');
    expect(name).to.equal('Chọn tệp Giấy chứng sinh (bắt buộc)');
    expect([input.accept, input.multiple, input.getAttribute('aria-invalid')]).to.deep.equal(['application/pdf,image/jpeg', true, 'true']);
    await expect(host).to.be.accessible();
  });

  it('lists every state with size, progress and ways out', async () => {
    const { host, root, text } = await mount({
      maxFiles: 5,
      files: [file('checking'), file('uploading', { part: 0.42 }), file('uploaded', { sha256: 'ab12'.repeat(16) }), file('failed', { error: vi['paper-offline'], canRetry: true })],
    });
    expect(root.querySelectorAll('ul[aria-label="Tệp đã chọn cho Giấy chứng sinh"] > li')).to.have.length(4);
    const progress = root.querySelector('progress') as HTMLProgressElement;
    expect([progress.position, root.getElementById(progress.getAttribute('aria-labelledby') ?? '')?.textContent]).to.deep.equal([0.42, 'giay-chung-sinh-uploading.pdf']);
    for (const wanted of ['1,5 MB', 'Đang tải lên 42 %', 'Đã tải lên', 'Đang kiểm tra tệp…', 'Chưa tải lên được', 'ab12ab12', 'Chọn thêm tệp', vi['paper-offline']]) expect(text()).to.include(wanted);
    const buttons = [...root.querySelectorAll('button')].map(b => [b.dataset['action'], b.dataset['file'], b.ariaLabel]);
    expect(buttons).to.deep.include(['retry-file', 'failed', 'Thử lại với tệp giay-chung-sinh-failed.pdf']);
    expect(buttons.filter(([action]) => action === 'remove-file')).to.have.length(4);
    await expect(host).to.be.accessible();
  });

  it('is reached by keyboard, and the button shows the focus', async () => {
    const { root, input } = await mount();
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(input);
    expect(getComputedStyle(root.querySelector('.paper-choose label') as Element).outlineStyle).to.equal('solid');
  });

  it('turns a drop into the same native change; one file where one is allowed; never into a disabled input', async () => {
    const { host, root, input } = await mount();
    const zone = root.querySelector('.paper') as HTMLElement;
    const seen: string[][] = [];
    root.addEventListener('change', event => seen.push([...(event.target as HTMLInputElement).files ?? []].map(f => f.name)));
    const hover = dropped('dragover', 'a.pdf');
    zone.dispatchEvent(hover);
    expect([hover.defaultPrevented, zone.hasAttribute('data-over')]).to.deep.equal([true, true]);
    zone.dispatchEvent(dropped('drop', 'a.pdf', 'b.pdf'));
    expect(zone.hasAttribute('data-over')).to.equal(false);
    host.model = { ...blank, maxFiles: 1 }; await host.updateComplete;
    zone.dispatchEvent(dropped('drop', 'c.pdf', 'd.pdf'));
    host.model = { ...blank, disabled: true }; await host.updateComplete;
    zone.dispatchEvent(dropped('drop', 'e.pdf'));
    expect(seen).to.deep.equal([['a.pdf', 'b.pdf'], ['c.pdf']]);
    expect(input.disabled).to.equal(true);
    const text = new DragEvent('dragover', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true });
    zone.dispatchEvent(text);
    expect(text.defaultPrevented).to.equal(false);
  });

  it('when full, the list takes the place of the input for links; read-only it only lists', async () => {
    const full = await mount({ maxFiles: 1, files: [file('uploaded')] });
    expect([full.input, full.root.getElementById('p1')?.localName]).to.deep.equal([null, 'ul']);
    await expect(full.host).to.be.accessible();
    const read = await mount({ readOnly: true, files: [file('uploaded')] });
    expect(read.root.querySelectorAll('button, input')).to.have.length(0);
    expect((await mount({ readOnly: true })).text()).to.include('Chưa có tệp nào.');
  });
});
