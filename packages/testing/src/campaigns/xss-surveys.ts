// Surveys and their results under attack: opened, answered, sent, refused. Runs in the page.
import type { SurveyReply } from '@dvc/core/survey/ports.js';
import type { JsonObject } from '@dvc/schema';
import { fakeSurveys } from '../fake-surveys.js';
import { openAll, settled, until, type Form } from './xss-press.js';
import { filled } from './xss-slots.js';
import { RESULTS, RESULTS_INCIDENT, RESULTS_PERIODS, SURVEY, SURVEY_ANSWERS, SURVEY_INCIDENT, SURVEY_ISSUES, SURVEY_SOUND } from './xss-survey-forms.js';

/** Puts an element on the page and looks. */
export type Mount = (name: string, about: object, tag: string) => Promise<Form>;

export async function surveys(payload: string, mounted: Mount, look: (stage: string) => void): Promise<void> {
  const [document, answers, sound] = [SURVEY, SURVEY_ANSWERS, SURVEY_SOUND].map((each) => filled(each, payload)) as [JsonObject, JsonObject, JsonObject];
  const survey = (name: string, about: object) => mounted(name, { document, backend: fakeSurveys(), ...about }, 'dvc-survey');
  const press = async (element: Form, action: string, done: (root: ShadowRoot) => boolean, name: string) => {
    element.shadowRoot!.querySelector<HTMLElement>(`[data-action=${action}]`)?.click();
    await until(element, done);
    look(name);
  };
  const ended = (root: ShadowRoot) => root.querySelector('[part=end]') !== null;

  const first = await survey('survey', { answers });
  await openAll(first, look, payload);
  await press(first, 'next', (root) => root.querySelector('[part=summary]') !== null, 'survey, to be mended');
  for (const way of [{ mode: 'one' }, { locale: 'en', preview: true }, { show: 'dialog' }, { show: 'corner' }] as const) {
    const other = await survey(`survey, ${Object.values(way)[0]}`, { answers, ...way });
    if (!('show' in way)) continue;
    await (other as unknown as { open(): Promise<void> }).open();
    look(`survey, ${way.show}, opened`);
  }
  await press(await survey('survey', { answers: { ...sound, out: true } }), 'next', ended, 'survey, screened out');
  await press(await survey('survey', { answers: sound }), 'next', ended, 'survey, thanks');
  const troubles = [{ kind: 'issues', issues: SURVEY_ISSUES }, SURVEY_INCIDENT, { kind: 'refused', reason: 'closed' }, { kind: 'queued' }];
  for (const trouble of troubles.map((each) => filled(each, payload) as Exclude<SurveyReply, { kind: 'kept' }>)) {
    const sent = await survey(`survey, ${trouble.kind}`, { answers: { ...sound, area: 'x' }, backend: fakeSurveys({ trouble }) });
    await press(sent, 'next', (root) => ended(root) || root.querySelector('[part=summary], .news .notice') !== null, `survey, ${trouble.kind}`);
  }
  await results(payload, mounted, look);
}

async function results(payload: string, mounted: Mount, look: (stage: string) => void): Promise<void> {
  const about = { results: filled(RESULTS, payload), periods: filled(RESULTS_PERIODS, payload) };
  for (const locale of ['vi', 'en']) {
    const shown = await mounted(`results, ${locale}`, { ...about, locale }, 'dvc-survey-results');
    await openAll(shown, look, payload);
  }
  const backend = { results: async () => ({ kind: 'results', results: about.results }) };
  const asked = await mounted('results of a back end', { survey: 'a', backend, periods: about.periods }, 'dvc-survey-results');
  for (const select of asked.shadowRoot!.querySelectorAll('select')) select.value = select.options[select.options.length - 1]!.value;
  asked.shadowRoot!.querySelector<HTMLElement>('[data-action=apply]')?.click();
  await settled(asked);
  for (const search of asked.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=search]')) {
    search.value = payload.slice(0, 6);
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(asked);
  }
  look('results, asked again');
  await mounted('results, refused', { survey: 'a', backend: { results: async () => filled(RESULTS_INCIDENT, payload) } }, 'dvc-survey-results');
}
