import type { NoticePlan } from '@dvc/schema';
import { isTrue, payloadOf } from './select.js';
import type { FormState } from './state.js';

/** What the citizen should know for these answers. */
export const noticesOf = (state: FormState, at: 'start' | 'review'): NoticePlan[] => state.plan.notices.filter((notice) => notice.at === at && isTrue(notice.when, payloadOf(state)));
