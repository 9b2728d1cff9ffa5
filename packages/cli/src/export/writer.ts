import type { FormDocument, JsonSchemaObject, Path } from '@dvc/schema';
import type { Loss } from '../import/loss.js';
import { textsOf, type Localized } from './texts.js';

export interface Writer {
  readonly root: JsonSchemaObject;
  readonly losses: Loss[];
  text(text: string, at: Path, made?: (text: string) => string): Localized;
  /** What SurveyJS has no word for. */
  lose(path: Path, reason: Loss['reason'], what: string, component?: string): void;
}

export function writerOf(document: FormDocument): Writer {
  const losses: Loss[] = [];
  return { root: document.schema, losses, text: textsOf(document), lose(path, reason, what, component = '') { losses.push({ path, component: component || path.split('/').at(-1)!, what, reason, about: what }); } };
}
