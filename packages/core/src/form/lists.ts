import type { Action } from './actions.js';
import type { FormState } from './state.js';

/** Which edition of a code list the citizen saw. */
export function reduceLists(state: FormState, action: Action): FormState {
  if (action.type !== 'list-shown' || state.codeLists[action.id] === action.version) return state;
  return { ...state, codeLists: { ...state.codeLists, [action.id]: action.version } };
}
