// Papers are asked by some forms only: one chunk, reached by a dynamic import.
export { paperView } from './paper.js';
export { paperStyles } from './paper.styles.js';
