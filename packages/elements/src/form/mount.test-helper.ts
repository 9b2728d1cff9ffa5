import { fixture } from '@open-wc/testing';
import type { CodeList } from '@dvc/core';
import type { Json, JsonObject } from '@dvc/schema';
import { fakeBackend, type FakeBackend, type FakeOptions } from '@dvc/testing/fake-backend.js';
import { PageHand } from '@dvc/testing/harness/page-hand.js';
import { html } from 'lit';
import { defineDvcForm, type DvcForm } from './define.js';

defineDvcForm();

export const EVENTS = ['dvc-ready', 'dvc-change', 'dvc-step', 'dvc-submit', 'dvc-submitted', 'dvc-error'] as const;
export interface Mounted { form: DvcForm; hand: PageHand; heard: CustomEvent[]; backend: FakeBackend; root: ShadowRoot }

/** A JSON file of `schemas`; the test server turns JSON into modules. */
const load = async (name: string) => ((await import(new URL(`../../../../schemas/${name}.json`, import.meta.url).href)) as { default: any }).default;

/** The code lists as they lie in the repository. */
export const codeList = (id: string, within?: string): Promise<CodeList> => load(`code-lists/${within === undefined ? id : `${id}/${within}`}`);

/** A form in the page with a fake back end, once it can be filled. `heard`: its events, in order. */
export async function mount(props: Partial<DvcForm>, fake: FakeOptions = {}): Promise<Mounted> {
  const backend = fakeBackend({ codeList, ...fake });
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const form = document.createElement('dvc-form');
  const heard = listen(form);
  Object.assign(form, { backend }, props);
  holder.append(form);
  await form.updateComplete;
  return { form, hand: new PageHand(form), heard, backend, root: form.shadowRoot! };
}

export function listen(target: EventTarget): CustomEvent[] {
  const heard: CustomEvent[] = [];
  for (const name of EVENTS) target.addEventListener(name, (event) => { heard.push(event as CustomEvent); });
  return heard;
}

export const named = (heard: readonly CustomEvent[], name: typeof EVENTS[number]): CustomEvent[] => heard.filter(({ type }) => type === name);

/** A form document around a data schema. Without steps all is one page. */
export const documentOf = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  kind: 'form', id: 'thu/mau', version: '1.0.0', title: 'Tờ khai thử', schema: { type: 'object', ...schema }, ...more,
});

/** Three steps: a person, what is asked only of parents, and an address with narrowed communes. */
export const threeSteps = (more: JsonObject = {}): JsonObject => documentOf({
  required: ['name', 'kids'],
  properties: {
    name: { type: 'string', title: 'Họ và tên', format: 'person-name', minLength: 1 },
    birth: { type: 'string', title: 'Ngày sinh', format: 'date' },
    kids: { title: 'Có con', oneOf: [{ const: 'yes', title: 'Đã có con' }, { const: 'no', title: 'Chưa có con' }] },
    phone: { type: 'string', title: 'Số điện thoại', format: 'phone' },
  },
  allOf: [{ if: { properties: { kids: { const: 'yes' } }, required: ['kids'] }, then: { required: ['count'], properties: { count: { type: 'integer', title: 'Số con', minimum: 1 } } } }],
}, {
  steps: [{ id: 'who', title: 'Người khai', fields: ['/name', '/birth', '/kids'] }, { id: 'family', title: 'Gia đình', fields: ['/count'] }, { id: 'contact', title: 'Liên hệ', fields: ['/phone'] }],
  ...more,
});

/** One page with nothing but a required name and an optional note. */
export const onePage = (more: JsonObject = {}): JsonObject => documentOf({
  required: ['name'], properties: { name: { type: 'string', title: 'Họ và tên', minLength: 1 }, note: { type: 'string', title: 'Ghi chú' } },
}, more);

export const dataUrl = (value: Json): string => `data:application/json,${encodeURIComponent(JSON.stringify(value))}`;

/** A real form of the repository. */
export async function realForm(name: 'ho-tich/dang-ky-khai-sinh' | 'cu-tru/thay-doi-thong-tin-cu-tru'): Promise<{ document: JsonObject; answers: JsonObject; today: string }> {
  const [document, file] = await Promise.all(['', '.scenarios'].map(async (part) => load(`forms/${name}/1.0.0${part}`)));
  return { document, answers: file.scenarios[0].answers, today: file.today };
}

/** What the console said while `work` ran, without saying it. */
export async function quietly(work: () => unknown): Promise<string[]> {
  const lines: string[] = [];
  const { error, warn } = console;
  console.error = console.warn = (...given: unknown[]) => { lines.push(given.map(String).join(' ')); };
  try { await work(); } finally { Object.assign(console, { error, warn }); }
  return lines;
}
