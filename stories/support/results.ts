import { fakeResults, type FakeResults, type FakeResultsOptions, type KeptResponse } from '@dvc/testing/fake-results.js';
import { seeded } from '@dvc/testing/random/random.js';
import { randomResponses, type Population } from '@dvc/testing/random/survey-responses.js';
import type { FormDocument } from '@dvc/schema';
import { DvcSurveyResults, defineDvcSurveyResults } from '@dvc/elements/survey-results';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import afterService from '../../schemas/surveys/khao-sat/sau-dich-vu/1.0.0.json' with { type: 'json' };
import business from '../../schemas/surveys/khao-sat/doanh-nghiep/1.0.0.json' with { type: 'json' };
import decision from '../../schemas/surveys/khao-sat/qd-766/1.0.0.json' with { type: 'json' };
import oneStop from '../../schemas/surveys/khao-sat/mot-cua/1.0.0.json' with { type: 'json' };
import sipas from '../../schemas/surveys/khao-sat/sipas/1.0.0.json' with { type: 'json' };
import thirty from '../../schemas/surveys/khao-sat/ba-muoi-cau/1.0.0.json' with { type: 'json' };

defineDvcSurveyResults();

export const surveys = { afterService, business, decision, oneStop, sipas, thirty } as unknown as Record<'afterService' | 'business' | 'decision' | 'oneStop' | 'sipas' | 'thirty', FormDocument>;

/** The figures of the agency, for the indices that need them. */
export const given = { 'total-time': 2, 'unit-time': 1, 'one-stop': 2, publicity: 2, attitude: 1, feedback: 2, 'online-quality': 1, progress: 17.5, online: 9, payment: 6.25, digitisation: 15, 'satisfaction-other': 9 };
/** A host's own: its quarters close on the 14th. */
export const periods = [
  { id: 'q4-2025', title: 'Quý IV/2025', from: '2025-09-15', to: '2025-12-14' }, { id: 'q1-2026', title: 'Quý I/2026', from: '2025-12-15', to: '2026-03-14' }, { id: 'q2-2026', title: 'Quý II/2026', from: '2026-03-15', to: '2026-06-14' },
  { id: 'q3-2026', title: 'Quý III/2026', from: '2026-06-15', to: '2026-09-14' }, { id: 'q4-2026', title: 'Quý IV/2026', from: '2026-09-15', to: '2026-12-14' },
];
const DAYS = ['2025-11-03', '2026-01-20', '2026-02-10', '2026-04-22', '2026-05-12', '2026-07-08', '2026-08-26', '2026-10-06', '2026-11-17'];
const NAMES = ['Xã Tân Lập', 'Xã Yên Sơn', 'Phường Hòa Bình', 'Xã Đồng Tâm', 'Phường Minh Khai', 'Xã Phú Lương'];
/** Fictional communes. */
export const agencies = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `H99.${String(i + 1).padStart(2, '0')}`, title: `${NAMES[i % NAMES.length]!}${i >= NAMES.length ? ` ${Math.floor(i / NAMES.length) + 1}` : ''}` }));
const procedures = [{ id: '1.001193', title: 'Đăng ký khai sinh' }, { id: '1.004194', title: 'Đăng ký tạm trú' }];

export interface ResultsStory extends FakeResultsOptions { readonly n?: number; readonly seed?: number; readonly communes?: number; /** in place of those that nobody gave */ readonly kept?: readonly KeptResponse[]; readonly population?: Partial<Population> }

/** People of one commune are more content than those of another, and of one quarter more than before. */
export function keeper(document: FormDocument, { n = 240, seed = 20261125, communes = 6, kept, population, ...options }: ResultsStory = {}): FakeResults {
  const places = agencies(communes), moods = new Map(places.map(({ id }, i) => [id, 0.25 + seeded(seed + i * 7919)() * 0.7]));
  const all = kept ?? randomResponses(document, { n, seed, days: DAYS, agencies: places.map(({ id }) => id), procedures: procedures.map(({ id }) => id), mood: (agency, day) => (moods.get(agency ?? '') ?? 0.6) * (0.7 + DAYS.indexOf(day) * 0.05), ...population });
  return fakeResults(document, all, { periods, agencies: places, procedures, given: { ...given, publicity: document.id.endsWith('766') ? 16 : 2 }, invited: n * 2, ...options });
}

const fakes = new WeakMap<Element, FakeResults>();
/** The fake behind a story's results. */
export const keeperOf = (element: Element): FakeResults => fakes.get(element)!;

export function resultsStory(name: keyof typeof surveys, options: ResultsStory = {}, own: Partial<DvcSurveyResults> = {}): TemplateResult {
  const document = surveys[name], fake = keeper(document, options);
  const dress = (element?: Element) => {
    if (!(element instanceof DvcSurveyResults) || fakes.has(element)) return;
    fakes.set(element, fake);
    Object.assign(element, { backend: fake, survey: document.id, periods, ...own });
  };
  return html`<dvc-survey-results ${ref(dress)}></dvc-survey-results>`;
}
