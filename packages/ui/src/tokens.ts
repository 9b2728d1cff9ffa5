import { css } from 'lit';
import { colors } from './colors.js';

// Every public token is read through a private twin (`--dvc-i-*`), so that a portal may set the public one anywhere
// (`:root`, `dvc-form`, a class) and it reaches us by inheritance; a declaration of ours on :host would hide it.
// No light-dark(): Chrome 109 is the last one for Windows 7, which commune offices still run.

/** The design tokens with their defaults, light and dark. `theme="light|dark"` on the host overrules the system's choice. */
export const tokens = css`
  :host {
    ${colors('light')}
    --dvc-i-font: var(--dvc-font, 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif);
    --dvc-i-mono: var(--dvc-font-mono, ui-monospace, Consolas, 'Cascadia Mono', Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace);
    --dvc-i-size: var(--dvc-font-size, 18px);
    --dvc-i-leading: var(--dvc-line-height, 1.6);
    --dvc-i-space: var(--dvc-space, 8px);
    --dvc-i-radius: var(--dvc-radius, 8px);
    --dvc-i-control: var(--dvc-control-height, 48px);
    --dvc-i-measure: var(--dvc-measure, 720px);
    --dvc-i-ring: var(--dvc-focus-width, 3px);
  }
  @media (prefers-color-scheme: dark) { :host(:not([theme='light'])) { ${colors('dark')} } }
  :host([theme='dark']) { ${colors('dark')} }
`;
