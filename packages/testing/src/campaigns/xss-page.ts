// Puts payloads into forms, opens everything there is to open, and looks. Runs in the page; scripts/campaign.mjs bundles it.
import type { JsonObject } from '@dvc/schema';
import { fakeBackend, type FakeBackend } from '../fake-backend.js';
import * as forms from './xss-forms.js';
import { attackPage, openAll, settled, until, type Form } from './xss-press.js';
import { filled, plainly, slotsOf, written, type Shown } from './xss-slots.js';
import * as surveyForms from './xss-survey-forms.js';
import { surveys } from './xss-surveys.js';
import { statusAndPayment, tracking } from './xss-tracking.js';
import { Watch, watchCalls, type Finding, type Read } from './xss-watch.js';

export interface Attack { number: number; payload: string }
export interface Report { findings: Finding[]; /** slot → whether it was seen */ seen: Record<string, boolean>; /** what the page was told to fetch */ asked: string[] }
export interface InPage { learn(): Promise<Report>; attack(attacks: Attack[]): Promise<Report>; look(stage: string): Report; slots: string[] }

const { DOCUMENT, ODD, SOUND, IDENTITY, LIST, ISSUES, CHANGES, INCIDENT, SENT, FILE, REFUSED_FILE, SCHEMA, REMOTE, UI, PLAIN_DATA, REFUSED } = forms;
const SRC = '\uE000quiet|src\uE001';
const slots = slotsOf([...Object.values(surveyForms), ...tracking, DOCUMENT, ODD, SOUND, IDENTITY, LIST, ISSUES, CHANGES, INCIDENT, SENT, FILE, REFUSED_FILE, SCHEMA, REMOTE, UI, PLAIN_DATA, REFUSED, SRC]);
/** A number that every signature accepts. */
const PDF = '%PDF-1.7\n';

const stage = document.querySelector('#stage')!;
const watches = { form: new Watch(), others: new Watch(['img', 'svg']) };
let watch = watches.form;
let findings: Finding[] = [];
let asked: string[] = [];
let now = { payload: -1, stage: '' };
let read: Record<Exclude<Shown, 'quiet'>, string> = { text: '', value: '', attribute: '' };
/** Once for each payload: what stands there stays there at every look. */
const found = (what: Finding['what'], text: string) => {
  // The address is the host's own; that it cannot be fetched is for the host to know.
  if (now.stage === 'src' && what === 'policy' && text.startsWith('connect-src ')) return;
  if (!findings.some((each) => each.payload === now.payload && each.what === what && each.text === text.slice(0, 400))) findings.push({ ...now, what, text: text.slice(0, 400) });
};
watchCalls(found);

function look(name: string): void {
  now.stage = name;
  const { text, values, attributes }: Read = watch.look(found);
  read = { text: `${read.text}\n${text}`, value: `${read.value}\n${values}`, attribute: `${read.attribute}\n${attributes}` };
}

async function mounted(name: string, about: object, tag = 'dvc-form'): Promise<Form> {
  now.stage = name;
  const form = document.createElement(tag) as Form;
  Object.assign(form, about);
  stage.replaceChildren(form);
  await settled(form);
  look(name);
  return form;
}

/** Every page of the document with answers that do not fit, then with answers that are sent. */
async function wholeDocument(payload: string): Promise<void> {
  const [document, odd, sound, identity, list] = [DOCUMENT, ODD, SOUND, IDENTITY, LIST].map((each) => filled(each, payload)) as [JsonObject, JsonObject, JsonObject, JsonObject, typeof LIST];
  const backend: FakeBackend = fakeBackend({ codeList: async (id, within) => ({ ...list, id, ...(within === undefined ? {} : { within }) }), upload: { steps: [1] } });
  const form = await mounted('steps', { document, identity, backend, mode: 'steps' });
  const step = (document['steps'] as JsonObject[])[1]!['id'] as string;
  for (const page of ['first', step]) await attackPage(form, page, look, payload);
  form.data = odd;
  for (const page of ['first', step]) await attackPage(form, page, look, payload);
  form.goTo('papers');
  await settled(form);
  await giveFiles(form, payload);
  form.goTo('review');
  await settled(form);
  look('review');
  form.submit();
  await settled(form);
  look('refused by the form');
  await submits(form, backend, sound, payload);
  for (const way of [{ mode: 'single' }, { mode: 'single', readonly: true, locale: 'en' }] as const) {
    const other = await mounted(`single${'readonly' in way ? ', read-only' : ''}`, { document, identity, data: odd, backend, ...way });
    other.reportValidity();
    await settled(other);
    look('single, checked');
  }
}

/** One file that is taken, one that is refused. */
async function giveFiles(form: Form, payload: string, done: (root: ShadowRoot) => boolean = (root) => root.querySelectorAll('.file.uploaded, .file.failed').length > 1): Promise<void> {
  const inputs = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=file]')];
  for (const [at, input] of inputs.entries()) {
    const given = new DataTransfer();
    const [name, head] = at === 0 ? [FILE, PDF] : [REFUSED_FILE, 'GIF89a'];
    given.items.add(new File([head], filled(name, payload)));
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }
  await until(form, done);
  look('papers');
  await openAll(form, look, payload);
}

/** What a back end can say, one after the other. */
async function submits(form: Form, backend: FakeBackend, sound: JsonObject, payload: string): Promise<void> {
  const replies = [{ kind: 'refused', issues: ISSUES }, { kind: 'changed', changes: CHANGES, today: '2026-11-22' }, INCIDENT, { kind: 'acknowledged', acknowledgement: SENT }] as const;
  for (const reply of replies) {
    // The required paper would stop it, and the check that never holds.
    const document = structuredClone(filled(DOCUMENT, payload)) as { papers: { required?: boolean }[]; rules: { checks: unknown[] } };
    document.papers[1]!.required = false;
    document.rules.checks = [];
    form.document = document;
    form.data = sound;
    await settled(form);
    backend.answer(filled(reply, payload) as never);
    form.goTo('review');
    await settled(form);
    form.submit();
    await until(form, (root) => root.querySelector('[data-news], [part~=summary]') !== null);
    look(reply.kind);
    for (const page of ['first', 'papers']) if (reply.kind === 'refused') { form.goTo(page); await settled(form); look(`${reply.kind}, ${page}`); }
  }
}

/** A schema with no document around it; what is refused; and an address. */
async function otherForms(payload: string): Promise<void> {
  const [schema, uiSchema, data] = [SCHEMA, UI, PLAIN_DATA].map((each) => filled(each, payload));
  for (const readonly of [false, true]) {
    const form = await mounted(readonly ? 'plain schema, read-only' : 'plain schema', { schema, readonly, ...(readonly ? { data } : { uiSchema }) });
    if (readonly) continue;
    await openAll(form, look, payload);
    form.data = data as never;
    await settled(form);
    await openAll(form, look, payload);
    form.reportValidity();
    await settled(form);
    look('plain schema, checked');
  }
  await mounted('remote part', { schema: filled(REMOTE, payload) });
  for (const document of REFUSED) await mounted('refused document', { document: filled(document, payload) });
  // Where the host itself would send the form elsewhere, it goes there: that is no attack of a document.
  if (isOurs(payload)) await fromSrc(payload);
}

async function fromSrc(src: string): Promise<void> {
  const { origin, pathname, search } = new URL(src, location.href);
  if (origin === location.origin && pathname + search !== '/') asked.push(pathname + search);
  await mounted('src', { src });
}

const isOurs = (address: string): boolean => {
  try {
    const { protocol, origin } = new URL(address, location.href);
    return !/^https?:$|^wss?:$|^ftp:$/.test(protocol) || origin === location.origin;
  } catch { return false; }
};

function report(payload: string): Report {
  const plain = { text: plainly(read.text), value: plainly(read.value), attribute: plainly(read.attribute) };
  const seen = Object.fromEntries(slots.filter(({ shown }) => shown !== 'quiet').map(({ name, shown }) =>
    [name, [false, true].some((isName) => plain[shown as 'text'].includes(plainly(shownAs(written(payload, name, isName), shown))))]));
  const result = { findings, seen, asked };
  findings = [];
  asked = [];
  read = { text: '', value: '', attribute: '' };
  return result;
}

/** A box of one line has no line breaks. */
const shownAs = (given: string, shown: Shown): string => (shown === 'value' ? given.replace(/[\r\n]/g, '') : given);

/** What stands on a page only for a moment, for the watch to know it: files and lists on their way, a submission under way, no connection. */
async function passing(): Promise<void> {
  for (const [upload, codeList, state] of [[{ stops: true }, () => new Promise<never>(() => undefined), '.file.uploading progress'], [{ refuse: 'server' }, () => Promise.reject(new Error()), '.file.failed [data-action=retry-file]']] as const) {
    const form = await mounted('passing', { document: filled(DOCUMENT, 'x'), backend: fakeBackend({ upload, codeList }), data: { listed: 'a' }, mode: 'steps' });
    form.goTo('papers');
    await settled(form);
    await giveFiles(form, 'x', (root) => root.querySelector(state) !== null);
    form.goTo('x ¤step id¤');
    await settled(form);
    for (const input of form.shadowRoot!.querySelectorAll<HTMLElement>('[role=combobox]')) {
      input.focus();
      input.click();
      await settled(form);
      look('passing');
    }
  }
  const document = { kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { a: { type: 'string' } } } };
  for (const submit of ['never', 'busy', 'offline', 'server', 'key-conflict', 'unexpected'] as const) {
    const form = await mounted('passing', { document, backend: fakeBackend({ submit }), mode: 'steps' });
    form.submit();
    await settled(form);
    look('passing');
    if (submit !== 'never') await until(form, (root) => root.querySelector('[data-news]') !== null);
    look('passing');
  }
  await fromSrc('/nowhere');
}

async function attack({ number, payload }: Attack): Promise<Report> {
  now = { payload: number, stage: '' };
  try {
    watch = watches.form;
    await wholeDocument(payload);
    await otherForms(payload);
    watch = watches.others;
    // The one picture stands beside the page.
    asked.push(...Array.from({ length: 20 }, () => '/hinh.svg'));
    await surveys(payload, mounted, look);
    await statusAndPayment(payload, mounted, look);
  } catch (error) {
    found('thrown', `${now.stage}: ${String((error as Error).stack ?? error)}`);
  }
  stage.replaceChildren();
  watch.after(found);
  return report(payload);
}

const world = window as unknown as { xss: InPage };
world.xss = {
  slots: slots.map(({ name }) => name),
  async learn() {
    await passing().catch((error: unknown) => found('thrown', String(error)));
    const learned = await attack({ number: -1, payload: 'Chữ thường' });
    for (const each of Object.values(watches)) each.learned();
    return learned;
  },
  async attack(attacks) {
    const all: Report = { findings: [], seen: {}, asked: [] };
    for (const each of attacks) {
      const { findings: more, seen, asked: told } = await attack(each);
      all.findings.push(...more);
      all.asked.push(...told);
      for (const [slot, was] of Object.entries(seen)) {
        all.seen[slot] = (all.seen[slot] ?? true) && was;
        if (!was) all.findings.push({ payload: each.number, stage: '', what: 'unseen', text: `not shown as a text: ${slot}` });
      }
    }
    return all;
  },
  look(name) {
    look(name);
    return report('');
  },
};
