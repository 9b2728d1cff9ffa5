// What is shown of many responses. Made by the keeper of the responses, in SQL; `indices.ts` reckons the indices from the counts.
import type { Path } from '@dvc/schema';

export interface ResultsFilter {
  /** `YYYY-MM-DD`, both included */
  readonly from?: string;
  readonly to?: string;
  readonly agency?: string;
  readonly procedure?: string;
  readonly channel?: string;
}

/** A period of reports, as the host has them: a quarter may close on the 14th. */
export interface ReportPeriod { readonly id: string; readonly title: string; /** `YYYY-MM-DD`, both included */ readonly from: string; readonly to: string }

/** How often one choice was given. `count` is null where so few people answered that it would tell who. */
export interface ChoiceCount { readonly value: string; readonly title: string; readonly count: number | null; /** of a scale: what the choice is worth */ readonly score?: number }

/** One question, over the responses that the filter leaves. `n`: how many answered it; null when fewer than `minSample`, and then nothing else is told. */
export interface QuestionResult {
  readonly path: Path;
  readonly title: string;
  /** `choice`: one of them; `many`: any of them; `scale`: one of them, in order, with scores; `number`: integers, as choices when few; `ranking`: places; `matrix`: rows of the same choices; `text`: words */
  readonly kind: 'choice' | 'many' | 'scale' | 'nps' | 'number' | 'ranking' | 'matrix' | 'text';
  readonly n: number | null;
  readonly counts?: readonly ChoiceCount[];
  /** of numbers, of scores and of places; two decimals, half up */
  readonly mean?: number | null;
  readonly median?: number | null;
  readonly minimum?: number | null;
  readonly maximum?: number | null;
  /** of a matrix: one for each row; of a ranking: the mean place of each choice */
  readonly rows?: readonly QuestionResult[];
  /** of words: shown in an order that tells nothing, the newest not first */
  readonly texts?: readonly string[];
}

export interface IndexResult {
  readonly id: string;
  readonly title: string;
  /** null: no answers, or too few to be shown */
  readonly value: number | null;
  readonly unit: 'percent' | 'score' | 'points' | 'nps';
  /** answers that it was reckoned from */
  readonly n: number | null;
  readonly max?: number;
  /** The exact formula with its numbers, in words: `100 × (12 + 7) / 25 = 76,00`. */
  readonly formula: string;
  /** Its name in the class of points: `Tốt`. */
  readonly class?: string;
  /** Parts that nobody gave, so that there is no value. */
  readonly missing?: readonly string[];
  readonly sources?: readonly string[];
  readonly confidence?: 'high' | 'medium' | 'low';
  readonly note?: string;
}

/** One bar of a comparison: an agency, or a period. */
export interface ResultsGroup { readonly id: string; readonly title: string; readonly responses: number | null; readonly indices: readonly Pick<IndexResult, 'id' | 'value' | 'n'>[] }

export interface SurveyResults {
  readonly survey: { readonly id: string; readonly title: string; readonly versions: readonly string[] };
  readonly filter: ResultsFilter;
  /** Nothing is told of fewer responses. */
  readonly minSample: number;
  /** `invited`: how many could have answered, where the host says it. */
  readonly responses: { readonly complete: number | null; readonly partial: number | null; readonly screenedOut: number | null; readonly invited?: number; /** percent, two decimals */ readonly rate?: number | null };
  readonly questions: readonly QuestionResult[];
  readonly indices: readonly IndexResult[];
  readonly periods: readonly ResultsGroup[];
  readonly agencies: readonly ResultsGroup[];
  /** What the filter offers; codes with their titles. */
  readonly offers: { readonly agencies: readonly { readonly id: string; readonly title: string }[]; readonly procedures: readonly { readonly id: string; readonly title: string }[]; readonly channels: readonly string[] };
  /** ms since 1970 */
  readonly at: number;
}
