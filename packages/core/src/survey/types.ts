// What a survey sends and what comes of it. The questions themselves are a form document of `kind: "survey"`.
import type { Json, JsonObject, Path } from '@dvc/schema';

/** Where a survey is answered and about what: given by the host, never asked, part of no answer. Codes, not names. */
export interface SurveyContext {
  /** code of the procedure */
  readonly procedure?: string;
  /** code of the agency */
  readonly agency?: string;
  readonly channel?: 'portal' | 'counter' | 'kiosk' | 'link' | 'message';
  /** Only where the survey is not anonymous: whoever keeps an anonymous one refuses it by name. */
  readonly dossier?: string;
}

/** What is sent, once or more often: the newest `revision` of an `id` is the response. */
export interface SurveyResponse {
  /** 128 random bits in base64url, made with the first answer: it is the key of the response, so that no repetition is a second one. */
  readonly id: string;
  /** 1, 2, 3 …: of a response that is sent in parts. */
  readonly revision: number;
  readonly document: { readonly id: string; readonly version: string };
  /** Pruned: what was shown. */
  readonly answers: JsonObject;
  /** `complete`: sent by the person; `partial`: left on the way; `screened-out`: it is not for this person. */
  readonly outcome: 'complete' | 'partial' | 'screened-out';
  /** What was shuffled, as it was shown: path of a question → keys of its choices; id of a step → paths of its questions. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
  readonly context?: SurveyContext;
  readonly locale: string;
}

/** One question as a page shows it. */
export interface SurveyQuestion {
  readonly path: Path;
  readonly widget: SurveyWidget;
  readonly title: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  readonly softRequired: boolean;
  /** In the order in which they are shown. */
  readonly choices: readonly SurveyChoice[];
  /** Any number of the choices, or all of them in an order. */
  readonly many: boolean;
  /** of a matrix, a contact block or an address: one for each row or box */
  readonly rows: readonly SurveyQuestion[];
  /** Words at the low and the high end of a scale. */
  readonly ends: readonly [string, string] | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly step: number | undefined;
  readonly minItems: number;
  readonly maxItems: number | undefined;
  readonly maxLength: number | undefined;
  /** The text box of "khác", shown inside of this question while that choice is taken. */
  readonly other: { readonly choice: string; readonly question: SurveyQuestion } | undefined;
  /** Choices that stand alone: "không có". */
  readonly exclusive: readonly string[];
  readonly format: string | undefined;
  readonly autocomplete: string | undefined;
  readonly codeList: { readonly id: string; readonly version?: string; readonly within?: string } | undefined;
}
export interface SurveyChoice { /** what a control carries */ readonly key: string; readonly value: Json; readonly title: string; readonly hint: string | undefined; readonly image: { readonly src: string; readonly alt: string } | undefined; /** what the choice is worth: of the best level the most */ readonly score?: number }

export type SurveyWidget =
  | 'radio' | 'checkboxes' | 'yes-no' | 'select' | 'rating' | 'stars' | 'faces' | 'scale' | 'nps' | 'matrix' | 'ranking' | 'images' | 'slider'
  | 'text' | 'textarea' | 'number' | 'date' | 'file' | 'contact' | 'consent' | 'address' | 'combobox';
