import { DvcSurvey, defineDvcSurvey } from '@dvc/elements/survey';
import { fakeSurveys, type FakeSurveyOptions, type FakeSurveys } from '@dvc/testing/fake-surveys.js';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import afterService from '../examples/survey/after-service.json' with { type: 'json' };
import everyType from '../examples/survey/every-type.json' with { type: 'json' };

defineDvcSurvey();

/** Half a minute after a service; and one of each type of question, with pages, branches and an early end. */
export const surveys = { afterService, everyType } as const;

const fakes = new WeakMap<Element, FakeSurveys>();
/** The keeper behind a story's survey. */
export const keeperOf = (element: Element): FakeSurveys => fakes.get(element)!;

/** A survey whose responses go no further than the story. Nothing that another story has left on this device counts. */
export function surveyStory(document: unknown, properties: Partial<DvcSurvey> = {}, options: FakeSurveyOptions = {}): TemplateResult {
  const dress = (element?: Element) => {
    if (!(element instanceof DvcSurvey) || fakes.has(element)) return;
    localStorage.clear();
    const fake = fakeSurveys(options);
    fakes.set(element, fake);
    Object.assign(element, { document, backend: fake, ...properties });
  };
  return html`<dvc-survey ${ref(dress)}></dvc-survey>`;
}
