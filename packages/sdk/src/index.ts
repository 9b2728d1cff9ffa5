// Everything, registered. A second copy on the page changes nothing: the first one wins.
import './form.js';
import './payment.js';
import './status.js';
import './survey.js';
import './survey-results.js';

export * from './pure.js';
// Here alone: in `pure.js` it would be loaded with every form.
export { defineForm } from './define-form.js';
