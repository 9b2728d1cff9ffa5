export { findSuite, readSuite } from './read-suite.js';
export { judge } from './judge-suite.js';
export { ajvAsItComes, cfworkerAsItComes } from './peers.js';
export { scoresOf } from './results.js';
