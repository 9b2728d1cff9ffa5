import type { Assistance, Backend, DraftStore, Prefill } from '@dvc/core';
import { DvcForm, defineDvcForm } from '@dvc/elements/form';
import { fakeBackend, type FakeBackend, type FakeOptions } from '@dvc/testing/fake-backend.js';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import birth from '../../schemas/forms/ho-tich/dang-ky-khai-sinh/1.0.0.json' with { type: 'json' };
import birthScenarios from '../../schemas/forms/ho-tich/dang-ky-khai-sinh/1.0.0.scenarios.json' with { type: 'json' };
import residence from '../../schemas/forms/cu-tru/thay-doi-thong-tin-cu-tru/1.0.0.json' with { type: 'json' };
import residenceScenarios from '../../schemas/forms/cu-tru/thay-doi-thong-tin-cu-tru/1.0.0.scenarios.json' with { type: 'json' };
import { codeList } from './schemas.js';

defineDvcForm();

export { birth, residence };

const answersOf = (file: { scenarios: readonly { name: string; answers: object }[] }, name: string): object => {
  const found = file.scenarios.find((each) => each.name === name);
  if (!found) throw new Error(`there is no scenario “${name}”`);
  return found.answers;
};
/** Answers without a fault, from the scenarios that the engine's tests run. */
export const birthAnswers = answersOf(birthScenarios, 'both parents known, registered on time, nothing missing');
export const residenceAnswers = answersOf(residenceScenarios, 'temporary residence by list: per person, the applicant counts too');

export interface FormStory {
  document?: unknown;
  schema?: unknown;
  uiSchema?: unknown;
  data?: unknown;
  src?: string;
  mode?: 'steps' | 'single';
  readonly?: boolean;
  identity?: Record<string, string>;
  locale?: 'vi' | 'en';
  autosave?: 'device';
  drafts?: DraftStore;
  shared?: boolean;
  session?: DvcForm['session'];
  prefill?: Prefill;
  assistance?: Assistance;
  backend?: FakeOptions;
  hotline?: boolean;
}

const backends = new WeakMap<Element, FakeBackend>();
/** The fake behind a story's form. */
export const backendOf = (form: Element): FakeBackend => backends.get(form)!;

const hotline = html`<p slot="hotline">Tổng đài hỗ trợ: <a href="tel:19000000">1900 0000</a> (7 giờ 30 – 17 giờ, ngày làm việc)</p>`;

/** A form as a portal would set it up, before it is on the page; its back end answers at once and never leaves the page. */
export function formStory({ backend, hotline: supported, ...properties }: FormStory): TemplateResult {
  const fake = fakeBackend({ codeList, ...backend });
  const dress = (form?: Element) => {
    if (!(form instanceof DvcForm) || backends.has(form)) return;
    backends.set(form, fake);
    Object.assign(form, { backend: fake satisfies Backend, ...properties });
  };
  return html`<dvc-form ${ref(dress)}>${supported ? hotline : ''}</dvc-form>`;
}

