import { papersOf, paperIssuesOf, type PaperState } from '@dvc/core';
import type { Issue } from '@dvc/schema';
import { fileTypes, paperSentence as sentence } from '@dvc/locale';
import { paperView } from '@dvc/ui/files/paper.js';
import type { PaperFile } from '@dvc/ui/files/model.js';
import { html, type TemplateResult } from 'lit';
import { paperId, type FormScene } from './page.js';

export function papersView(scene: FormScene): unknown {
  return papersOf(scene.store.state).map((paper) => onePaper(scene, paper));
}

/** The papers as a part of a single page. */
export function papersSection(scene: FormScene): TemplateResult {
  const { more } = scene.parts;
  const papers = papersOf(scene.store.state);
  return html`<section class="page" part="step" aria-labelledby="dvc-papers-title"><h2 id="dvc-papers-title">${more!.papersTitle}</h2>
    ${papers.length > 0 ? papers.map((paper) => onePaper(scene, paper)) : html`<p>${more!.papersNone}</p>`}</section>`;
}

function onePaper(scene: FormScene, paper: PaperState): unknown {
  const { state } = scene.store;
  const { words, say } = scene.models.texts;
  const more = scene.parts.more!;
  const issue = state.summary !== 'none' || state.attempted ? paperIssuesOf(state).find((each) => each.path === `/papers/${paper.key}`) : undefined;
  const id = paperId(paper.key);
  const view = paperView({
    id, title: say(paper.plan.title), required: paper.required, accept: paper.plan.types, typeNames: fileTypes(paper.plan.types, words.lang),
    maxBytes: paper.plan.maxBytes, maxFiles: paper.plan.maxFiles, disabled: state.phase.kind === 'submitting', readOnly: state.readOnly,
    ...(paper.plan.hint ? { hint: say(paper.plan.hint) } : {}),
    // A paper that must be sent cannot at once be said to be held already.
    ...(paper.plan.sourceDb && !paper.required ? { note: `${say(paper.plan.sourceDb)}: ${more.paperHeld}` } : {}),
    ...(issue && issue.code !== 'paper-failed' ? { error: paperSentence(scene, issue) } : {}),
    files: (state.uploads[paper.key] ?? []).map((file): PaperFile => ({
      key: file.key, name: file.name, size: file.size, state: file.status, part: file.part,
      ...(file.file ? { sha256: file.file.sha256 } : {}),
      ...(file.status === 'failed' ? { error: fileSentence(scene, paper, file.error ?? 'server'), canRetry: file.error === 'server' || file.error === 'offline' } : {}),
    })),
  }, words, more);
  return html`<div data-field=${id} data-paper=${paper.key}>${view}</div>`;
}

function fileSentence(scene: FormScene, { plan }: PaperState, error: string): string {
  const { words } = scene.models.texts;
  return sentence({ code: `paper-${error}`, params: { types: [...plan.types], limit: error === 'count' ? plan.maxFiles : plan.maxBytes } }, '', words);
}

/** The sentence of a paper's issue. */
export function paperSentence(scene: FormScene, issue: Issue): string {
  const { words, say } = scene.models.texts;
  const paper = papersOf(scene.store.state).find((each) => `/papers/${each.key}` === issue.path);
  return sentence(issue, say(paper?.plan.title), words);
}
