// One chunk: who asks for one of them often asks for the other.
export { date } from './date.js';
export { partialDate } from './partial-date.js';
