import type { SurveyReply } from '@dvc/core/survey/ports.js';

/** Neither is it kept nor will it never be: worth another attempt later. */
export const mayCome = (reply: SurveyReply): boolean => reply.kind === 'failed' || (reply.kind === 'refused' && reply.reason === 'attempts');
