import { unsafeCSS } from 'lit';
import type { Tone } from './scene.js';

/** name, light, dark. Of the answers of a scale each is told from the page by 3 : 1, and its text from it by 4.5 : 1. */
const TONES = `
  ink var(--dvc-i-ink) var(--dvc-i-ink)
  muted var(--dvc-i-muted) var(--dvc-i-muted)
  line var(--dvc-i-line) var(--dvc-i-line)
  track var(--dvc-i-raised) var(--dvc-i-raised)
  surface var(--dvc-i-surface) var(--dvc-i-surface)
  bar var(--dvc-i-action) var(--dvc-i-action)
  s1 #07434d #9fe3de
  s2 #4a9da3 #3f9096
  s3 #8d9794 #7d888a
  s4 #c47a17 #d9953a
  s5 #b1241c #ff9d91
  on1 #ffffff #05292d
  on2 #10201f #0b1416
  on3 #151c1c #0b1113
  on4 #1d1405 #1d1405
  on5 #ffffff #2b0a07
`;
const rows = TONES.trim().split(/\s*\n\s*/).map((line) => line.split(' ') as [Tone, string, string]);
export const ALL_TONES: readonly Tone[] = rows.map(([name]) => name);
/** What is drawn upon it: the lines of its pattern. */
export const onTone = (tone: Tone): Tone => (/^s\d$/.test(tone) ? `on${tone.slice(1)}` as Tone : 'muted');

export const toneColors = (scheme: 'light' | 'dark') => unsafeCSS(rows.map(([name, light, dark]) => `--dvc-c-${name}: ${scheme === 'dark' ? dark : light};`).join(' '));
/** A class for each use of each: `f-` filled with it, `l-` drawn as a line, `e-` its edge, `h-` behind letters. */
export const toneClasses = unsafeCSS(rows.map(([name]) => `.f-${name}{fill:var(--dvc-c-${name})}.l-${name}{stroke:var(--dvc-c-${name})}.e-${name}{stroke:var(--dvc-c-${name})}.h-${name}{stroke:var(--dvc-c-${name})}[data-on=${name}]{color:var(--dvc-c-${onTone(name)})}`).join(''));
