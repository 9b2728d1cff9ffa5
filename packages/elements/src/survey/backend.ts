// The keeper of the responses over HTTP, with what waits until there is a connection: loaded when the first response goes out.
import { createHttpSurveys, type HttpSurveys } from '@dvc/client/surveys.js';
import { askInvitation } from '@dvc/client/invitation.js';
import type { SurveyPlan } from '@dvc/core';
import { surveyFacts } from './facts.js';
import type { DvcSurvey } from './survey.js';

type Place = Pick<DvcSurvey, 'api' | 'headers' | 'kiosk' | 'keys' | 'dossier' | 'invitation'>;

const made = new WeakMap<object, HttpSurveys & { readonly at: string }>();

/** One for each element, whoever comes next: what waits lies in this page, or on the device, sealed, where the host has keys; at a kiosk never on the device. */
export function surveysAt(element: Place): HttpSurveys {
  const { api = '', kiosk, keys } = element;
  let keeper = made.get(element);
  if (keeper?.at !== api) made.set(element, keeper = { at: api, ...createHttpSurveys({ api, headers: () => element.headers?.() ?? {}, outbox: keys && !kiosk ? { keys } : 'page' }) });
  return keeper;
}

/** The token that shows that this person may answer: as the host gave it, or asked for with the dossier, blinded, so that nobody can tell whose it is. */
export async function invitationOf({ api, headers, dossier, invitation }: Place, plan: SurveyPlan): Promise<string | undefined> {
  const given = typeof invitation === 'function' ? await invitation() : invitation;
  if (typeof given === 'string') return given;
  const { eligibility = 'open' } = surveyFacts({ plan });
  if (eligibility === 'open' || !dossier || (api === undefined && given?.api === undefined)) return undefined;
  const reply = await askInvitation({ api: given?.api ?? api ?? '', surveys: api ?? '', survey: plan.document.id, dossier, ...(given?.access === undefined ? {} : { access: given.access }), ...(headers ? { headers } : {}) });
  return reply.kind === 'invited' ? reply.invitation : undefined;
}
