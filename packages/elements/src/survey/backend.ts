// Over HTTP: loaded when the first response goes out. A kiosk stays where it is, so what cannot go waits in the memory of its page; elsewhere nothing waits without a host that says where (`backend`).
import type { HeadersSource } from '@dvc/client/http.js';
import { createHttpSurveys } from '@dvc/client/surveys.js';
import type { SurveyBackend } from '@dvc/core';

interface Where { readonly api: string | undefined; readonly headers: HeadersSource | undefined; readonly kiosk?: number | undefined }

export const surveysAt = ({ api, headers, kiosk }: Where): SurveyBackend => createHttpSurveys({ ...(api === undefined ? {} : { api }), ...(headers ? { headers } : {}), ...(kiosk ? { outbox: 'page' as const } : {}) });
