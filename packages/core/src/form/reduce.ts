import type { Action } from './actions.js';
import { reduceAnswers } from './answers.js';
import { reducePages } from './flow.js';
import { reduceLists } from './lists.js';
import { reducePrefill } from './prefill.js';
import { reduceReplies } from './replies.js';
import { reduceRows } from './rows.js';
import { reduceShapes } from './shapes.js';
import type { FormState } from './state.js';

/** The next state, as far as one part knows the action. Pure: what did not change keeps its identity, and an action that does not fit changes nothing. */
export type Reducer = (state: FormState, action: Action) => FormState;

/** The next state. Each action is known to one of the parts. */
export const reduce: Reducer = (state, action) => [reduceAnswers, reduceLists, reduceRows, reduceShapes, reduceReplies, reducePages, reducePrefill].reduce((now, part) => part(now, action), state);
