import { unsafeCSS } from 'lit';

/** name, light, dark: `--dvc-color-<name>` */
const COLORS = `
  ink #1c2626 #f0ede7
  muted #566160 #b9bdb8
  surface #ffffff #15191b
  raised #f8f6f2 #1e2426
  line #dfdad1 #394144
  border #77807d #8d9894
  action #0b5a66 #7fd4d0
  action-strong #07434d #a8e6e2
  action-soft #e6f2f1 #183538
  on-action #ffffff #05292d
  error #b1241c #ffa79c
  error-soft #fdf2f0 #3a1f1d
  warning #7d4b00 #f0c26b
  warning-soft #fdf5e3 #352b16
  success #1c6740 #8ad8a6
  success-soft #eaf5ee #17321f
  focus #3a3ad0 #ffcf66
`;

/** The private twins of the colours, in one scheme. In a file of its own because the minifier leaves alone what holds `unsafeCSS`. */
export const colors = (scheme: 'light' | 'dark') => unsafeCSS(`${COLORS.trim().split(/\s*\n\s*/).map((line) => {
  const [name, light, dark] = line.split(' ');
  return `--dvc-i-${name}: var(--dvc-color-${name}, ${scheme === 'dark' ? dark : light});`;
}).join('\n')} color-scheme: ${scheme};`);
