// What only some surveys have, so that only their pages load it.
import { orderOf } from './order.js';
import { piped } from './piping.js';
import type { SurveyMore } from './plan.js';

export const more: SurveyMore = { orderOf, piped };
