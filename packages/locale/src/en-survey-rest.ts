import type { SurveyRestWords } from './types.js';

export const enSurveyRest: SurveyRestWords = {
  choose: 'Choose…', end: '{n} – {text}',
  matrixHow: 'Left and right arrow keys choose within a row. Up and down arrow keys go to another row.',
  invite: 'Your opinion helps us serve you better.', join: 'Give feedback', later: 'Later', never: 'Do not ask again', close: 'Close',
  notChosen: 'Not chosen yet', clear: 'Clear',
  rankHow: 'Drag to put in order, or press “Up” and “Down”. With the keyboard: Space takes, arrows move, Space puts, Escape returns.',
  rankUp: 'Up', rankDown: 'Down', rankKeep: 'Keep this order',
  rankPlace: 'place {place} of {of}', rankOpen: 'no place yet',
  rankTaken: 'Took {title}, now at place {place} of {of}.', rankPut: 'Put {title} at place {place} of {of}.', rankBack: 'Returned {title} to place {place} of {of}.',
  idleTitle: 'Are you still answering?', idleText: 'In {n} seconds the answers on this device will be cleared and the survey starts again.', idleStay: 'I am still answering',
  nextPerson: 'Next person, please', nextSoon: 'A new survey opens in {n} seconds.',
};
