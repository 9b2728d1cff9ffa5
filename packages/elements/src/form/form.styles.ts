import { base, chrome, controls, print, tokens } from '@dvc/ui';

/** What every form wears; rarer pages bring their own sheets (`adopt`). */
export const formSheets = [tokens, base, controls, chrome, print];

/** Adds sheets to a shadow root once; constructable only, since the page's policy refuses `<style>`. */
export function adopt(root: ShadowRoot, sheets: readonly CSSStyleSheet[]): void {
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
