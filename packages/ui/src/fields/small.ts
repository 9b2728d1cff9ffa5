import { checkboxesView } from './checkboxes.js';
import { moneyView } from './money.js';
import { readonlyView } from './readonly.js';
import { timeView } from './time.js';

/** One chunk: rarer views that are not worth a request each. */
export const views = { checkboxes: checkboxesView, money: moneyView, readonly: readonlyView, time: timeView };
