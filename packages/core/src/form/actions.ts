import type { Issue, Json } from '@dvc/schema';
import type { Acknowledgement, Change, Prefilled } from '../ports.js';
import type { Phase, Upload } from './state.js';

/** All that can happen to a form. `id` is a place's stable id, or the handle of its chooser or of an entry's name; `paper` a paper's key. */
export type Action =
  | { readonly type: 'typed'; readonly id: string; readonly text: string }
  | { readonly type: 'chosen'; readonly id: string; readonly chosen: readonly string[] }
  | { readonly type: 'left'; readonly id: string }
  | { readonly type: 'row-added'; readonly id: string; readonly value?: Json }
  | { readonly type: 'row-removed'; readonly id: string }
  | { readonly type: 'row-moved'; readonly id: string; /** rows up (−) or down (+) */ readonly by: number }
  | { readonly type: 'naming'; /** an entry */ readonly id: string }
  | { readonly type: 'opened'; readonly id: string }
  | { readonly type: 'closed'; readonly id: string }
  | { readonly type: 'cleared'; readonly id: string }
  | { readonly type: 'extra-removed'; readonly id: string; readonly key: string }
  | { readonly type: 'went'; readonly to: string }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'editing'; /** from the review: the page to mend, to which "next" then returns */ readonly page: string }
  | { readonly type: 'checked' }
  | { readonly type: 'submitted'; /** as it was sent before: what is on the page now is not looked at */ readonly again?: true }
  | { readonly type: 'refused'; readonly issues: readonly Issue[] }
  | { readonly type: 'changed'; readonly changes: readonly Change[]; readonly today: string }
  | { readonly type: 'failed'; readonly phase: Extract<Phase, { kind: 'failed' }> }
  | { readonly type: 'acknowledged'; readonly acknowledgement: Acknowledgement; readonly earlier?: true }
  | { readonly type: 'resumed' }
  | { readonly type: 'loaded'; readonly data: Json | undefined }
  | { readonly type: 'upload'; readonly paper: string; readonly upload: Upload }
  | { readonly type: 'upload-removed'; readonly paper: string; readonly key: string }
  | { readonly type: 'list-shown'; readonly id: string; readonly version: string }
  | { readonly type: 'prefilled'; readonly prefilled: readonly Prefilled[]; /** the form is being filled already: nothing is put in, all is offered */ readonly late?: boolean }
  | { readonly type: 'suggestion-taken'; readonly id: string }
  /** All of them, where it is still empty. */
  | { readonly type: 'suggestions-taken' }
  | { readonly type: 'suggestion-left'; readonly id: string }
  | { readonly type: 'read-only'; readonly readOnly: boolean };
