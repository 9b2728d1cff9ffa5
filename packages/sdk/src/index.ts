// Everything, registered. A second copy on the page changes nothing: the first one wins.
import './form.js';

export * from './pure.js';
