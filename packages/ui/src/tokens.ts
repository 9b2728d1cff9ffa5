import { css } from 'lit';

// Every public token is read through a private twin (`--dvc-i-*`), so that a portal may set the public one anywhere
// (`:root`, `dvc-form`, a class) and it reaches us by inheritance; a declaration of ours on :host would hide it.
// No light-dark(): Chrome 109 is the last one for Windows 7, which commune offices still run.
const dark = css`
  --dvc-i-ink: var(--dvc-color-ink, #f0ede7);
  --dvc-i-muted: var(--dvc-color-muted, #b9bdb8);
  --dvc-i-surface: var(--dvc-color-surface, #15191b);
  --dvc-i-raised: var(--dvc-color-raised, #1e2426);
  --dvc-i-line: var(--dvc-color-line, #394144);
  --dvc-i-border: var(--dvc-color-border, #8d9894);
  --dvc-i-action: var(--dvc-color-action, #7fd4d0);
  --dvc-i-action-strong: var(--dvc-color-action-strong, #a8e6e2);
  --dvc-i-action-soft: var(--dvc-color-action-soft, #183538);
  --dvc-i-on-action: var(--dvc-color-on-action, #05292d);
  --dvc-i-error: var(--dvc-color-error, #ffa79c);
  --dvc-i-error-soft: var(--dvc-color-error-soft, #3a1f1d);
  --dvc-i-warning: var(--dvc-color-warning, #f0c26b);
  --dvc-i-warning-soft: var(--dvc-color-warning-soft, #352b16);
  --dvc-i-success: var(--dvc-color-success, #8ad8a6);
  --dvc-i-success-soft: var(--dvc-color-success-soft, #17321f);
  --dvc-i-focus: var(--dvc-color-focus, #ffcf66);
  color-scheme: dark;
`;

/** The design tokens with their defaults, light and dark. `theme="light|dark"` on the host overrules the system's choice. */
export const tokens = css`
  :host {
    --dvc-i-ink: var(--dvc-color-ink, #1c2626);
    --dvc-i-muted: var(--dvc-color-muted, #566160);
    --dvc-i-surface: var(--dvc-color-surface, #ffffff);
    --dvc-i-raised: var(--dvc-color-raised, #f8f6f2);
    --dvc-i-line: var(--dvc-color-line, #dfdad1);
    --dvc-i-border: var(--dvc-color-border, #77807d);
    --dvc-i-action: var(--dvc-color-action, #0b5a66);
    --dvc-i-action-strong: var(--dvc-color-action-strong, #07434d);
    --dvc-i-action-soft: var(--dvc-color-action-soft, #e6f2f1);
    --dvc-i-on-action: var(--dvc-color-on-action, #ffffff);
    --dvc-i-error: var(--dvc-color-error, #b1241c);
    --dvc-i-error-soft: var(--dvc-color-error-soft, #fdf2f0);
    --dvc-i-warning: var(--dvc-color-warning, #7d4b00);
    --dvc-i-warning-soft: var(--dvc-color-warning-soft, #fdf5e3);
    --dvc-i-success: var(--dvc-color-success, #1c6740);
    --dvc-i-success-soft: var(--dvc-color-success-soft, #eaf5ee);
    --dvc-i-focus: var(--dvc-color-focus, #3a3ad0);
    --dvc-i-font: var(--dvc-font, 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif);
    --dvc-i-mono: var(--dvc-font-mono, ui-monospace, Consolas, 'Cascadia Mono', Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace);
    --dvc-i-size: var(--dvc-font-size, 18px);
    --dvc-i-leading: var(--dvc-line-height, 1.6);
    --dvc-i-space: var(--dvc-space, 8px);
    --dvc-i-radius: var(--dvc-radius, 8px);
    --dvc-i-control: var(--dvc-control-height, 48px);
    --dvc-i-measure: var(--dvc-measure, 720px);
    --dvc-i-ring: var(--dvc-focus-width, 3px);
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) { :host(:not([theme='light'])) { ${dark} } }
  :host([theme='dark']) { ${dark} }
`;
