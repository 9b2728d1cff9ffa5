import { bytes, format, type MoreWords, type Words } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import type { PaperFile, PaperModel } from './model.js';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

function over(event: DragEvent): void {
  if (!hasFiles(event)) return;
  event.preventDefault();
  (event.currentTarget as Element).toggleAttribute('data-over', event.type === 'dragover');
}

// A drop becomes what the input would have said: files in the input, one native `change`. Everything else stays the keyboard's way.
function drop(event: DragEvent): void {
  if (!hasFiles(event)) return;
  event.preventDefault();
  const zone = event.currentTarget as Element;
  zone.removeAttribute('data-over');
  const input = zone.querySelector<HTMLInputElement>('input[type=file]');
  const given = event.dataTransfer?.files;
  if (!input || input.disabled || !given?.length) return;
  let files = given;
  if (!input.multiple && given.length > 1) {
    const one = new DataTransfer();
    one.items.add(given[0] as File);
    files = one.files;
  }
  input.files = files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function fileView(file: PaperFile, paper: PaperModel, words: Words, more: MoreWords): TemplateResult {
  const id = `${paper.id}-${file.key}`;
  const percent = Math.round((file.part ?? 0) * 100);
  const state = file.state === 'uploading' ? format(more.fileUploading, { percent }, words.lang)
    : file.state === 'checking' ? more.fileChecking : file.state === 'uploaded' ? more.fileUploaded : more.fileFailed;
  const fixed = paper.readOnly || paper.disabled;
  const button = (action: string, label: string, name: string) => html`<button type="button" class="quiet" data-action=${action} data-file=${file.key} aria-label=${format(name, { name: file.name })}>${label}</button>`;
  return html`<li class=${`file ${file.state}`} part="file">
    <div class="file-what">
      <span class="file-name" id=${`${id}-name`}>${file.name}</span>
      <span class="file-size">${bytes(file.size, words.lang)}</span>
      <span class="file-state">${state}</span>
    </div>
    ${file.state === 'uploading' ? html`<progress max="1" value=${file.part ?? nothing} aria-labelledby=${`${id}-name`}></progress>` : nothing}
    ${file.error ? html`<p class="error" part="error"><span class="sr">${words.error} </span>${file.error}</p>` : nothing}
    ${file.sha256 ? html`<p class="file-sum"><span>${more.fingerprint}:</span> <code>${file.sha256}</code></p>` : nothing}
    ${fixed ? nothing : html`<div class="file-do">
      ${file.state === 'failed' && file.canRetry ? button('retry-file', words.retry, more.fileRetry) : nothing}
      ${button('remove-file', words.remove, more.fileRemove)}
    </div>`}
  </li>`;
}

/**
 * One dossier paper: what it is, what is accepted (said before choosing), the files chosen and how far they are.
 * The form hears the input's native `change` (`#id`, read `input.files`, then empty `input.value`), and clicks on
 * `[data-action="remove-file"|"retry-file"][data-file=key]`. When no more files may be chosen, `#id` is the list, so that a link to it still lands.
 */
export function paperView(paper: PaperModel, words: Words, more: MoreWords): TemplateResult {
  const { id, files, error } = paper;
  const closed = paper.readOnly || files.length >= paper.maxFiles;
  const action = files.length ? more.chooseMore : more.chooseFile;
  const described = [error && 'error', paper.hint && 'hint', paper.note && 'note', 'rules'].filter(Boolean).map(name => `${id}-${name}`).join(' ');
  const done = files.filter(file => file.state === 'uploaded').length;
  return html`<div class=${error ? 'field paper invalid' : 'field paper'} part="paper" data-field=${id} role="group" aria-labelledby=${`${id}-title`} @dragover=${over} @dragleave=${over} @drop=${drop}>
    <h3 class="paper-title" part="label" id=${`${id}-title`}>${paper.title}${paper.required ? html`${' '}<span class="need">${words.required}</span>` : nothing}</h3>
    ${paper.hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${paper.hint}</p>` : nothing}
    ${paper.note ? html`<p class="paper-note" id=${`${id}-note`}>${paper.note}</p>` : nothing}
    ${error ? html`<p class="error" part="error" id=${`${id}-error`}><span class="sr">${words.error} </span>${error}</p>` : nothing}
    ${files.length ? html`<ul class="files" id=${closed ? id : nothing} tabindex=${closed ? '-1' : nothing} aria-label=${format(more.fileList, { title: paper.title })}>${files.map(file => fileView(file, paper, words, more))}</ul>`
      : paper.readOnly ? html`<p class="hint">${more.fileNone}</p>` : nothing}
    ${paper.readOnly ? nothing : html`<p class="hint paper-rules" id=${`${id}-rules`}>
      ${format(more.paperRules, { types: paper.typeNames, size: bytes(paper.maxBytes, words.lang) })} ${paper.maxFiles > 1 ? format(more.paperFiles, { n: paper.maxFiles }, words.lang) : nothing}</p>`}
    ${closed ? nothing : html`<div class="paper-choose">
      <input class="sr" type="file" id=${id} part="control" accept=${paper.accept.join(',') || nothing} ?multiple=${paper.maxFiles - files.length > 1} ?disabled=${paper.disabled}
        aria-labelledby=${`${id}-choose ${id}-title`} aria-describedby=${described} aria-invalid=${error ? 'true' : nothing}>
      <label for=${id} id=${`${id}-choose`}>${action}</label>
      <span class="hint drop-hint" aria-hidden="true">${more.dropHere}</span>
    </div>`}
    <span class="sr" role="status">${files.length && done === files.length ? `${more.fileUploaded}: ${files.map(file => file.name).join(', ')}` : ''}</span>
  </div>`;
}
