// A text of the survey for SurveyJS: alone, or with its translations beside it.
import type { FormDocument, Path } from '@dvc/schema';

export type Localized = string | Record<string, string>;

/** `made`: what is done to each of them. */
export function textsOf({ translations }: FormDocument): (text: string, at: Path, made?: (text: string) => string) => Localized {
  return (text, at, made = (same) => same) => {
    const others = Object.entries(translations ?? {}).flatMap(([language, texts]): [string, string][] => { const found = Object.hasOwn(texts, at) ? texts[at] : undefined; return found && found.of === text ? [[language, made(found.text)]] : []; });
    return others.length > 0 ? Object.fromEntries([['default', made(text)], ...others]) : made(text);
  };
}

/** SurveyJS takes its texts for HTML in some places, and `{name}` for an answer everywhere. */
export const asHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
