import { format } from './format.js';
import type { SurveyWords } from './types.js';

/** What a sentence needs of a question. */
export interface QuestionLike { readonly widget: string; readonly many: boolean; readonly format?: string | undefined }

const BOXES = /^(text|textarea|number|date|contact|address|combobox)$/;
const LEVELS = /^(rating|stars|faces|scale|nps|slider|matrix)$/;

/** What is wrong with an answer, and what to do. The author's own sentence wins. */
export function surveySentence(issue: { readonly code: string; readonly params: Readonly<Record<string, unknown>>; readonly message?: string | undefined }, { widget, many, format: kind }: QuestionLike, words: SurveyWords): string {
  if (issue.message) return issue.message;
  const { code, params } = issue;
  const limit = params['limit'] ?? params[code];
  const key = widget === 'consent' ? 'faultConsent'
    : code === 'required' || (code === 'minLength' && limit === 1) || (code === 'minItems' && limit === 1) ? (widget === 'file' ? 'faultFile' : widget === 'ranking' ? 'faultRanking' : BOXES.test(widget) ? 'faultText' : LEVELS.test(widget) ? 'faultLevel' : many ? 'faultMany' : 'faultOne')
    : code === 'format' ? (kind === 'email' || kind === 'phone' || kind === 'date' ? `fault-${kind}` as const : 'fault')
    : code === 'type' && widget === 'number' ? 'faultNumber'
    : code === 'minItems' || code === 'maxItems' || code === 'minLength' || code === 'maxLength' || code === 'minimum' || code === 'maximum' ? `fault-${code}` as const : 'fault';
  return format(words[key], { limit: typeof limit === 'number' ? limit : '' }, words.lang);
}
