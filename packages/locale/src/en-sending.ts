import type { SendingWords } from './types.js';

export const enSending: SendingWords = {
  offline: 'The connection was lost. There is no confirmation yet that the dossier arrived; when you are online again, press “Try again”: it will not be submitted twice.',
  waitingTitle: 'The dossier is waiting to be sent',
  needsYouTitle: 'The dossier needs you',
  sessionOver: 'Your session has ended, so the dossier was not sent. Log in again and press “Try again”: it will not be submitted twice.',
  login: 'Log in again',
  earlier: 'The dossier was received as you sent it the first time. What you changed after that is not in it; if something must be added, contact the office that received it.',
  waiting: 'It will be sent again in {n} {n:second|seconds}.',
  timeout: 'No reply has come, so it is not known whether the dossier arrived. Press “Try again”: it cannot be submitted twice.',
  busy: 'Many people are using the system. The dossier has not been sent.',
  incident: 'When you call for help, give the incident code {incident}.',
};
