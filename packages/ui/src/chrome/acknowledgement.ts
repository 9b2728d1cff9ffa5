import { html, nothing, type TemplateResult } from 'lit';

export interface AcknowledgementModel {
  /** `Xác nhận đã nộp hồ sơ trực tuyến` */
  readonly title: string;
  /** `Hồ sơ đang chờ tiếp nhận; chưa có ngày hẹn trả kết quả.` */
  readonly state: string;
  readonly code: { readonly label: string; readonly value: string };
  readonly secret?: { readonly label: string; readonly value: string; readonly hint: string };
  readonly receivedAt: { readonly label: string; readonly value: string; /** ISO */ readonly instant: string };
  readonly next?: { readonly title: string; readonly items: readonly string[] };
  readonly papers: { readonly title: string; readonly none: string; readonly list: readonly PaperFiles[] };
  readonly hash: string;
}
export interface PaperFiles {
  readonly title: string;
  readonly files: readonly { readonly name: string; /** `1,2 MB` */ readonly size: string; readonly sha256: string }[];
}
export interface AcknowledgementWords { readonly copy: string; readonly print: string; readonly newDossier?: string }

const copy = (text: string, label: string, value: string) =>
  html`<button type="button" class="quiet small" part="button" data-action="copy" data-id=${value} aria-label=${`${text}: ${label}`}>${text}</button>`;

/**
 * That the dossier is stored, and how to ask for it. Buttons: `copy` (`data-id` is what to copy), `print`, `new-dossier`.
 * Focus the heading when it appears. Adopt `pages` (pages.styles) with it.
 */
export function acknowledgement(m: AcknowledgementModel, words: AcknowledgementWords, extra?: unknown): TemplateResult {
  return html`<div class="acknowledgement" part="acknowledgement">
    <div class="sent"><h2 id="dvc-sent-title" tabindex="-1">${m.title}</h2>
      <dl class="codes">
        <div><dt>${m.code.label}</dt><dd><span class="code" part="dossier-code" translate="no">${m.code.value}</span>${copy(words.copy, m.code.label, m.code.value)}</dd></div>
        ${m.secret ? html`<div><dt>${m.secret.label}</dt><dd><span class="code secret" part="lookup-secret" translate="no">${m.secret.value}</span>${copy(words.copy, m.secret.label, m.secret.value)}</dd></div>` : nothing}
        <div><dt>${m.receivedAt.label}</dt><dd><time datetime=${m.receivedAt.instant}>${m.receivedAt.value}</time></dd></div>
      </dl>
      ${m.secret ? html`<p>${m.secret.hint}</p>` : nothing}</div>
    <section class="next">${m.next ? html`<h3>${m.next.title}</h3>` : nothing}<p>${m.state}</p>
      ${m.next ? html`<ul>${m.next.items.map(line => html`<li>${line}</li>`)}</ul>` : nothing}</section>
    <section class="files"><h3>${m.papers.title}</h3>
      ${m.papers.list.length ? m.papers.list.map(({ title, files }) => html`<h4>${title}</h4><ul>${files.map(({ name, size, sha256 }) => html`<li>${name} <span class="hint">(${size})</span><span class="hash">${m.hash}: <code translate="no">${sha256}</code></span></li>`)}</ul>`) : html`<p>${m.papers.none}</p>`}</section>
    ${extra ?? nothing}
    <div class="actions"><button type="button" class="primary" part="button button-primary" data-action="print">${words.print}</button>
      ${words.newDossier ? html`<button type="button" part="button" data-action="new-dossier">${words.newDossier}</button>` : nothing}</div>
  </div>`;
}
