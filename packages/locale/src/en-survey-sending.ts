import type { SurveySendingWords } from './types.js';

export const enSurveySending: SurveySendingWords = {
  summary: '{n} {n:question needs|questions need} another look', soft: 'You have not answered this question. Please answer, or press “{next}” again to skip it.',
  thanksTitle: 'Thank you for your feedback', thanks: 'Your answers have been received.',
  queuedTitle: 'Your answers are waiting to be sent', queued: 'There is no network connection. Your answers will be sent by themselves when it is back; you need not do anything.', queuedOpen: 'Please leave this page open until then.',
  screenedTitle: 'Thank you for your interest', screened: 'This survey is meant for other cases, so there is nothing more to answer.',
  withdraw: 'Withdraw my answers', withdrawHint: 'If you change your mind, withdraw them on this page, before you leave it.', withdrawFailed: 'Your answers are not withdrawn yet. Check your connection and press “Withdraw my answers” again.',
  withdrawnTitle: 'Your answers are withdrawn', withdrawnDone: 'Your answers are deleted and are not counted in the results.',
  offline: 'There is no network connection, so nothing was sent. Your answers are still here; press “Send” again, it will not count twice.',
  busy: 'Many people are using the service. Wait a few minutes and press “Send” again; it will not count twice.',
  server: 'Something went wrong and nothing was sent. Your answers are still here; please try again in a few minutes.',
  incident: 'If you call support, please give them the code {incident}.',
  spent: 'There is feedback for this dossier already. Each dossier gives it once; thank you.',
  notEligible: 'This survey is for people who have submitted a dossier. Open it from the page of your dossier, or from the link you were sent.',
  withdrawn: 'This response was withdrawn and takes no more answers.',
  attempts: 'Too many responses came from here. Please try again in a few minutes.',
  fault: 'Check this answer.', faultOne: 'Choose an answer.', faultMany: 'Choose at least one.', faultLevel: 'Choose a level.', faultText: 'Enter an answer.', faultRanking: 'Put these in order, or press “Keep this order”.',
  faultFile: 'Choose a file.', faultNumber: 'Enter a number, such as 12.', faultConsent: 'Tick this box to continue.',
  'fault-minItems': 'Choose at least {limit}.', 'fault-maxItems': 'Choose at most {limit}; please take some away.', 'fault-minLength': 'Write at least {limit} characters.', 'fault-maxLength': 'Shorten this to at most {limit} characters.',
  'fault-minimum': 'Enter {limit} or more.', 'fault-maximum': 'Enter {limit} or less.',
  'fault-email': 'Enter the whole e-mail address, such as name@example.vn.', 'fault-phone': 'Enter the phone number with its 10 digits, beginning with 0.', 'fault-date': 'Enter day, month and year, such as 05/09/2026.',
};
