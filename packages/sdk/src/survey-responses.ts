// For a host that says where responses wait without a network (`dvc-survey.backend = createHttpSurveys({ … })`), or that invites the people of a dossier (`askInvitation`). The arithmetic of a blind signature comes when it is needed.
export { askInvitation, createHttpSurveys } from '@dvc/elements/survey-responses.js';
export type { HttpSurveys, HttpSurveysOptions, InvitationOptions, InvitationReply, OutboxOptions } from '@dvc/elements/survey-responses.js';
