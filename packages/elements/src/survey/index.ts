export { DvcSurvey, defineDvcSurvey } from './define.js';
export { SURVEY_CODES } from './errors.js';
export type { Invitation, InvitationPlace } from './survey.js';
export type { SurveyBackend, SurveyContext, SurveyReply, SurveyResponse } from '@dvc/core';
