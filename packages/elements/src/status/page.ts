import { format } from '@dvc/locale';
import { notice } from '@dvc/ui/chrome/notice.js';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../payment/buttons.js';
import { fullText, momentText } from '../payment/times.js';
import { dueLine, dueText } from './due-text.js';
import { factsView } from './facts-view.js';
import { historyView } from './history-view.js';
import { headline, labelOf, toneOf } from './now-text.js';
import { nowView } from './now-view.js';
import { papersView } from './papers-view.js';
import { backendNow, type News, type Opened, type StatusScene } from './scene.js';

/** The whole. `door`: the look-up or the list, `inside`: what was opened, each once it is loaded. */
export function statusView(scene: StatusScene, door: ((scene: StatusScene, news: unknown) => unknown) | undefined, inside: unknown, back: boolean): TemplateResult {
  const { words, page } = scene;
  if ((page === 'look-up' || page === 'list') && door) return html`${door(scene, newsView(scene))}`;
  if (!scene.view || !scene.facts) return html`<div class="page-head"><h2 part="title">${words.title}</h2></div><div class="news" aria-live="polite">${scene.news ? newsView(scene) : html`<p>${words.loading}</p>`}</div>`;
  if (scene.form === 'card') return cardView(scene);
  const { about, dossierCode } = scene.facts;
  const above = scene.opened === 'supplement' || scene.opened === 'pay';
  return html`<div class="page-head">${back ? button({ action: 'back', text: words.listBack, quiet: true }) : nothing}<h2 part="title">${about}</h2><p class="code"><span>${words.dossier}</span> <b translate="no">${dossierCode}</b></p></div>
    <div class="news" aria-live="polite">${newsView(scene)}</div>
    ${nowView(scene, above ? inside : nothing)}
    ${factsView(scene)}${papersView(scene)}${historyView(scene)}${aboutView(scene)}${moreView(scene, above ? nothing : inside)}
    <slot name="hotline"></slot>`;
}

/** The status in a few lines, for a page that shows other things too. */
function cardView(scene: StatusScene): TemplateResult {
  const { facts, view, words } = scene;
  const due = dueText(scene);
  return html`<article class=${`card card-${toneOf(view!)}`} part="card"><h2 part="title">${facts!.about}</h2><p class="sub" translate="no">${facts!.dossierCode}</p>
    <p class="first" id="dvc-now" tabindex="-1">${headline(view!, words)}</p>
    <p><span class="label">${labelOf(view!, words)}</span></p>${due ? html`<p class=${due.tag?.tone === 'late' ? 'sub late-text' : 'sub'}>${dueLine(due)}</p>` : nothing}
    ${scene.lost ? html`<p class="sub">${format(words.offline, { time: heardText(scene) })}</p>` : nothing}<slot></slot></article>`;
}

const aboutView = (scene: StatusScene): TemplateResult => {
  const { facts, words } = scene;
  const { agency, submittedAt, channel, delivery } = facts!;
  const when = fullText(submittedAt, words.lang);
  const rows: [string, string | undefined][] = [
    [words.submitted, channel ? format({ online: words.submittedOnline, counter: words.submittedCounter, post: words.submittedPost }[channel], { time: when }) : when], [words.agency, agency], [words.delivery, delivery],
  ];
  return html`<dl class="about" part="about">${rows.map(([label, value]) => (value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing))}</dl>`;
};

/** What is wanted now and then: each opens below its button. */
function moreView(scene: StatusScene, inside: unknown): TemplateResult {
  const { words, facts, view, opened } = scene;
  const owner = facts!.owner === true;
  const names: readonly (readonly [Opened, string, boolean])[] = [
    ['channels', words.channelsOpen, owner], ['notifications', words.notificationsOpen, owner], ['complain', words.complainOpen, owner], ['qr', words.qrOpen, true], ['withdraw', words.withdrawOpen, view!.mayWithdraw],
  ];
  return html`<section class="more" part="more" aria-labelledby="dvc-more"><h3 id="dvc-more">${words.more}</h3>
    <ul>${names.filter(([, , is]) => is).map(([name, text]) => html`<li><button type="button" class="opener" part="button" data-action="open" data-id=${name} aria-expanded=${name === opened ? 'true' : 'false'} aria-controls=${name === opened ? 'dvc-opened' : nothing}>${text}</button>
      ${name === opened ? html`<div id="dvc-opened" class="opened">${inside}</div>` : nothing}</li>`)}
      <li><button type="button" class="opener plain" part="button" data-action="print">${words.printPage}</button></li><li><button type="button" class="opener plain" part="button" data-action="other">${words.other}</button></li></ul></section>`;
}

const heardText = (scene: StatusScene): string => momentText(scene.heardAt + scene.ahead, scene.words.lang, backendNow(scene));

function newsView(scene: StatusScene): unknown {
  const { words, news, view, lost } = scene;
  // What was done stays said for long; that nothing is heard any more must not wait behind it.
  if (news && news.kind !== 'done') return oneNews(news, scene);
  const stale = lost ? notice({ kind: 'info', text: format(words.offline, { time: heardText(scene) }), actions: [{ action: 'read', text: words.retry }] }) : view?.gap ? notice({ kind: 'info', text: words.gap }) : nothing;
  return news ? html`${oneNews(news, scene)}${stale}` : stale;
}

function oneNews(news: News, scene: StatusScene): TemplateResult {
  const { words } = scene;
  switch (news.kind) {
    case 'done': return notice({ kind: 'success', text: news.text });
    case 'expired': return notice({ kind: 'info', text: news.host ? words.expiredHost : words.expired, ...(news.host ? { actions: [{ action: 'login', text: words.login }] } : {}) });
    case 'part': return notice({ kind: 'warning', text: words.part, actions: [{ action: 'read', text: words.retry }] });
    case 'trouble': return notice({ kind: 'warning', ...troubleOf(news, scene), ...(news.acting ? {} : { actions: [{ action: 'read', text: words.retry }] }) });
  }
}

function troubleOf({ acting, reply }: Extract<News, { kind: 'trouble' }>, scene: StatusScene): { text: string; more?: string[] } {
  const { words } = scene;
  if (reply.kind === 'refused') {
    switch (reply.reason) {
      case 'unknown': return { text: words.wrong };
      case 'attempts': {
        if (!reply.retryAfterMs) return { text: words.attemptsNoTime };
        return { text: format(words.attempts, { minutes: Math.max(1, Math.ceil(reply.retryAfterMs / 60_000)), time: momentText(backendNow(scene) + reply.retryAfterMs, words.lang, backendNow(scene)) }) };
      }
      case 'expired': return { text: words.expired };
      case 'refused': return { text: words.notNow };
      case 'malformed': return { text: words.server };
    }
  }
  const more = reply.incident ? { more: [format(words.incident, { incident: reply.incident })] } : {};
  if (reply.reason === 'offline' || reply.reason === 'timeout') return { text: acting ? words.offlineAct : words.offlineNone, ...more };
  return { text: reply.reason === 'busy' ? words.busy : words.server, ...more };
}
