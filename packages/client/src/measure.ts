// Counts what happens on a page, without knowing who does it: no cookie, no id, no answer. Nothing runs unless a host calls it.
import { apiOf } from './http.js';

export interface MeasureOptions {
  /** The back end: `<api>/api/v1/counters`. */
  api?: string;
  /** Agency code, when a site serves several. */
  agency?: string;
  fetch?: typeof fetch;
}

/** What a page counts, once per form: seen, begun, a page of it reached, left without being sent; and that a procedure was rated, by the code of the procedure alone. What was sent and paid the back end knows itself. */
export type Counted = 'view' | 'start' | 'step' | 'abandon' | 'rate';
interface Count { readonly what: Counted; readonly document?: string; readonly procedure?: string; readonly step?: string; readonly agency?: string }

/**
 * Listens to the events of our elements in `root` and adds each to the back end's counters of the day.
 * @returns ends it
 */
export function measure(root: EventTarget, { api = '', agency, fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given) }: MeasureOptions = {}): () => void {
  const address = `${apiOf(api)}/counters`;
  const forms = new Map<EventTarget, { document: string; told: Set<string>; sent: boolean }>();

  function count(what: Counted, about: { document: string } | { procedure: string }, step?: string): void {
    const one: Count = { what, ...about, ...(step === undefined ? {} : { step }), ...(agency === undefined ? {} : { agency }) };
    // A counter that cannot be reached is not worth an error on a citizen's page.
    void send(address, { method: 'POST', keepalive: true, credentials: 'omit', headers: { 'Content-Type': 'application/json', 'X-DVC': '1' }, body: JSON.stringify(one) }).catch(() => undefined);
  }
  function once(form: EventTarget, what: Counted, step?: string): void {
    const known = forms.get(form);
    const name = `${what} ${step ?? ''}`;
    if (!known || known.told.has(name)) return;
    known.told.add(name);
    count(what, { document: known.document }, step);
  }

  const heard = (event: Event): void => {
    const { type, target } = event;
    const detail = (event as CustomEvent<Record<string, string>>).detail;
    if (!target) return;
    if (type === 'dvc-ready' && typeof detail?.['id'] === 'string') {
      forms.set(target, { document: detail['id'], told: new Set(), sent: false });
      once(target, 'view');
    } else if (type === 'dvc-change') once(target, 'start');
    else if (type === 'dvc-step') once(target, 'step', detail?.['step']);
    else if (type === 'dvc-submitted') {
      // A survey's answers are kept where no dossier is; that there was one is counted here.
      if (detail?.['survey'] !== undefined && typeof detail['procedure'] === 'string') count('rate', { procedure: detail['procedure'] });
      const known = forms.get(target);
      if (known) known.sent = true;
    }
  };
  const left = (): void => {
    for (const [form, { told, sent }] of forms) if (!sent && told.has('start ')) once(form, 'abandon');
  };

  const types = ['dvc-ready', 'dvc-change', 'dvc-step', 'dvc-submitted'];
  for (const type of types) root.addEventListener(type, heard);
  addEventListener('pagehide', left);
  return () => {
    for (const type of types) root.removeEventListener(type, heard);
    removeEventListener('pagehide', left);
  };
}
