import type { PlainSurveyWords } from './types.js';

export const enSurvey: PlainSurveyWords = {
  lang: 'en',
  required: '(required)', error: 'Error:', yes: 'Yes', no: 'No', stars: 'stars',

  loading: 'Loading the survey…',
  unreadable: 'The survey could not be opened. Please reload the page. This does not affect your dossier.',
  notOpen: 'This survey opens on {date}.', closed: 'This survey is closed. Thank you for your interest.',
  partMissing: 'A part of this page could not be loaded, so some questions look simpler. You can still answer them.',
  lost: 'There is no network connection. Your answers are still here; press again when it is back.',
  preview: 'Preview: answers are not sent.',

  next: 'Continue', back: 'Back', send: 'Send', sending: 'Sending…',
  progress: 'Progress', page: 'Page {at} of {of}', question: 'Question {at} of {of}',
  atLeast: 'Choose at least {n}.', atMost: 'Choose at most {n}.', between: 'Choose {from} to {n}.', exactly: 'Choose {n}.',

  anonymous: 'This survey does not ask your name and is not linked to your dossier.',
};
