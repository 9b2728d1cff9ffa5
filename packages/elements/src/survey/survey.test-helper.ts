import { fixture, waitUntil } from '@open-wc/testing';
import { fakeSurveys, type FakeSurveyOptions, type FakeSurveys } from '@dvc/testing/fake-surveys.js';
import type { JsonObject } from '@dvc/schema';
import { html } from 'lit';
import { defineDvcSurvey, type DvcSurvey } from './define.js';

defineDvcSurvey();

const read = async (name: string): Promise<JsonObject> => ((await import(new URL(`../../../../stories/examples/survey/${name}.json`, import.meta.url).href)) as { default: JsonObject }).default;
export const afterService = await read('after-service');
export const everyType = await read('every-type');

const HEARD = ['dvc-ready', 'dvc-change', 'dvc-step', 'dvc-submit', 'dvc-submitted', 'dvc-dismissed', 'dvc-error'];

/** A small survey of what is put into it. */
export const surveyOf = (properties: JsonObject, more: JsonObject = {}, schema: JsonObject = {}): JsonObject =>
  ({ kind: 'survey', id: 'thu/nho', version: '1.0.0', title: 'Thử', schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties, ...schema }, ...more });

export interface Shown {
  readonly element: DvcSurvey;
  readonly fake: FakeSurveys;
  readonly holder: HTMLElement;
  readonly root: ShadowRoot;
  events(name: string): Record<string, unknown>[];
  text(): string;
  sees(text: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Takes the choice of this name, of the question of this title. */
  choose(title: string, choice: string): Promise<void>;
  type(label: string, text: string): Promise<void>;
  settled(): Promise<void>;
  focus(): HTMLElement | null;
}

export async function show(document: unknown, { attributes = {}, given = {}, fake: options = {}, width }: { attributes?: Record<string, string>; given?: object; fake?: FakeSurveyOptions; width?: number } = {}, known?: FakeSurveys): Promise<Shown> {
  const fake = known ?? fakeSurveys(options);
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  if (width) holder.style.width = `${width}px`;
  const element = globalThis.document.createElement('dvc-survey');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const heard: CustomEvent[] = [];
  for (const name of HEARD) element.addEventListener(name, (event) => { heard.push(event as CustomEvent); });
  Object.assign(element, { document, backend: fake, ...given });
  holder.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const text = () => plain(root.textContent);
  const settled = async () => {
    for (let i = 0; i < 3; i++) {
      await element.updateComplete;
      await new Promise((done) => { setTimeout(done, 10); });
    }
  };
  const labelled = (within: ParentNode, name: string) => [...within.querySelectorAll('label')].find((each) => plain(each.textContent).startsWith(name));
  return {
    element, fake, holder, root, text, settled,
    events: (name) => heard.filter(({ type }) => type === name).map(({ detail }) => detail as Record<string, unknown>),
    sees: (wanted) => waitUntil(() => text().includes(wanted), `“${wanted}” in: ${text()}`),
    async press(name) {
      const found = [...root.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? plain(each.textContent)) === name);
      if (!found) throw new Error(`no button “${name}”, only: ${[...root.querySelectorAll('button')].map((each) => plain(each.textContent)).join(' | ')}`);
      found.click();
      await settled();
    },
    async choose(title, choice) {
      const question = [...root.querySelectorAll<HTMLElement>('[data-field]')].find((each) => plain(each.querySelector(':scope > legend, :scope > .m-title')?.textContent).startsWith(title));
      const label = question && labelled(question, choice);
      if (!label) throw new Error(`no “${choice}” of “${title}” in: ${text()}`);
      root.getElementById(label.htmlFor)!.click();
      await settled();
    },
    async type(label, typed) {
      const box = root.getElementById(labelled(root, label)?.htmlFor ?? '') as HTMLInputElement | null;
      if (!box) throw new Error(`no box “${label}” in: ${text()}`);
      box.focus();
      box.value = typed;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled();
    },
    focus: () => root.activeElement as HTMLElement | null,
  };
}

/** What a page developer is told, kept from the console. */
export async function quietly(work: () => Promise<void>): Promise<string[]> {
  const { error } = console;
  const lines: string[] = [];
  console.error = (line: string) => { lines.push(line); };
  try { await work(); } finally { console.error = error; }
  return lines;
}
