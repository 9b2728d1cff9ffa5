import { vi } from '@dvc/locale';
import { fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { base } from './base.styles.js';
import { chrome } from './chrome.styles.js';
import { controls } from './controls.styles.js';
import { fieldView } from './fields/index.js';
import type { ControlChange, FieldModel } from './model.js';
import { pages } from './pages.styles.js';
import { print } from './print.styles.js';
import { readControl } from './read-control.js';
import { tokens } from './tokens.js';

export const field = (model: Partial<FieldModel> & Pick<FieldModel, 'control'>): FieldModel =>
  ({ id: 'f1', label: 'Họ, chữ đệm, tên', text: '', required: true, readOnly: false, disabled: false, ...model });

export interface Page {
  host: HTMLElement;
  root: ShadowRoot;
  heard: ControlChange[];
  /** Renders something else in the same place; resolves when inner elements have followed. */
  draw(content: unknown): Promise<void>;
  find<T extends HTMLElement = HTMLInputElement>(selector: string): T;
}

/** A shadow root as the form has it: the sheets, and one listener for all events. */
export async function page(content: unknown, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const host = await fixture<HTMLElement>(html`<div theme=${theme}></div>`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, base, controls, chrome, pages, print].map(sheet => sheet.styleSheet!);
  const heard: ControlChange[] = [];
  for (const type of ['input', 'change', 'focusout', 'click', 'paste', 'compositionstart', 'compositionend']) {
    root.addEventListener(type, event => {
      const change = readControl(event);
      if (change) heard.push(change);
    });
  }
  const draw = async (inside: unknown) => {
    render(html`<div class="dvc" lang="vi">${inside}</div>`, root);
    await Promise.all([...root.querySelectorAll<HTMLElement & { updateComplete?: Promise<unknown> }>('dvc-combobox')].map(element => element.updateComplete));
  };
  await draw(content);
  return { host, root, heard, draw, find: <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector)! };
}

/** A page with one field. */
export const onePage = (model: Partial<FieldModel> & Pick<FieldModel, 'control'>, theme?: 'light' | 'dark'): Promise<Page> => page(fieldView(field(model), vi), theme);
