import { amount, format, type PaymentWords } from '@dvc/locale';
import { notice } from '@dvc/ui/chrome/notice.js';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from './buttons.js';
import { knowsView } from './knows-view.js';
import { quoteView } from './quote-view.js';
import type { News, PaymentScene } from './scene.js';
import { standView } from './stand-view.js';
import { dayText, momentText } from './times.js';

/** The whole of a payment; `refund`: the form that asks for the money back, once it is loaded. */
export function paymentView(scene: PaymentScene, refund: unknown): TemplateResult {
  const { view, words, doing } = scene;
  if (!view) return html`<h2>${words.titleBefore}</h2>${scene.news ? newsView(scene.news, scene) : html`<p role="status">${words.loading}</p>`}`;
  const { timing, dossierCode, about, agency, request } = view;
  return html`<header class="page-head"><h2 part="title">${timing === 'after' ? words.titleAfter : words.titleBefore}</h2>
      <dl class="about">${([[words.dossier, dossierCode], [words.procedure, about], [words.agency, agency]] as const).map(([label, value]) => (value ? html`<div><dt>${label}</dt><dd translate=${label === words.dossier ? 'no' : nothing}>${value}</dd></div>` : nothing))}</dl>
      ${request ? html`<div class="request">${request.text ? html`<p>${request.text}</p>` : nothing}<p class="hint">${format(words.requested, { date: dayText(request.at, words.lang) })}${request.due ? ` ${format(words.due, { date: dayText(request.due, words.lang) })}` : ''}</p></div>` : nothing}</header>
    <div class="news" aria-live="polite">${scene.news ? newsView(scene.news, scene) : nothing}</div>
    ${view.phase === 'quote' && doing !== 'choosing' && view.offers.length > 0 ? html`${quoteView(view, words)}<div class="actions">${button({ action: 'choose', text: words.go, primary: true })}</div>`
      : html`${doing === 'refunding' ? refund : standView(scene)}${knowsView(view, words)}${quoteView(view, words)}`}
    <slot name="hotline"></slot>`;
}

function newsView(news: News, scene: PaymentScene): TemplateResult | typeof nothing {
  const { words, view, readAt } = scene;
  const say = (kind: 'info' | 'warning', text: string, title?: string, more?: readonly string[], retry?: string) =>
    notice({ kind, text, ...(title ? { title } : {}), ...(more ? { more } : {}), ...(retry ? { actions: [{ action: retry, text: words.retry }] } : {}) });
  switch (news.kind) {
    case 'total': return say('warning', format(words.changedText, { shown: amount(news.shown, words.lang), now: amount(view?.total ?? 0, words.lang) }), words.changedTitle);
    case 'else': return say('info', words.changedElse);
    case 'looked': return say('info', words.looked);
    case 'bad-link': return say('warning', words.badLink);
    case 'missing': return nothing;
    case 'trouble': {
      const { text, more } = troubleOf(news, words, view && momentText(readAt, words.lang, Date.now()));
      // What was pressed is pressed again; what was only read is read again.
      return text === undefined ? nothing : say('warning', text, undefined, more, news.acting ? undefined : 'read');
    }
  }
}

/** What went wrong, what was kept, and what to do. @param known when what is on the page was so */
function troubleOf({ acting, reply }: Extract<News, { kind: 'trouble' }>, words: PaymentWords, known: string | undefined): { text?: string; more?: string[] } {
  if (reply.kind === 'refused') {
    switch (reply.reason) {
      case 'not-found': return { text: words.notFound };
      case 'gateway': return { text: words.gateway };
      case 'secret': return { text: words.refundSecretWrong };
      case 'attempts': return { text: words.refundAttempts };
      case 'malformed': return { text: words.server };
    }
  }
  const more = reply.incident ? [format(words.incident, { incident: reply.incident })] : [];
  if (reply.reason === 'offline' || reply.reason === 'timeout') {
    return { text: acting ? words.offlineAct : known === undefined ? words.offlineNone : format(words.offline, { time: known }), more };
  }
  return { text: reply.reason === 'busy' ? words.busy : words.server, more };
}
