import { finer } from './finer.js';
import { FINER, type Words } from './types.js';
import { viPlain } from './vi.js';
import { viRest } from './vi-rest.js';
import { viSending } from './vi-sending.js';

/** All sentences of a form and its fields, for tests and for programs that do not count bytes. */
export const vi: Words = { ...viPlain, ...viSending, ...viRest, [FINER]: finer };
