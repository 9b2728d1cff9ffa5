import type { Path } from '@dvc/schema';
import type { Lang } from '../lang.js';
import { reasons, type Reason } from './reasons.js';

/** Something of the source that the form does not have, or has in another way. */
export interface Loss {
  /** Place in the source: a JSON pointer, or sheet and cell. */
  path: string;
  /** Which question, as people know it. */
  component: string;
  /** What was there. */
  what: string;
  reason: Reason;
  /** What the sentences name. */
  about?: string;
  /** Where the form has a question for it, to be marked there. */
  at?: Path;
}

/** A loss as it is reported. */
export interface Reported { path: string; component: string; what: string; why: string; instead: string }

export function reported({ path, component, what, reason, about = '' }: Loss, lang: Lang): Reported {
  const [why, instead] = reasons[reason][lang].map((sentence) => sentence.replaceAll('{}', about)) as [string, string];
  return { path, component, what, why, instead };
}
