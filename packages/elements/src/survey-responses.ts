// For a host that says where responses wait without a network, or that invites the people of a dossier.
export { createHttpSurveys, type HttpSurveys, type HttpSurveysOptions, type OutboxOptions } from '@dvc/client/surveys.js';
export { askInvitation, type InvitationOptions, type InvitationReply } from '@dvc/client/invitation.js';
