// A citizen without a mouse: Tab, arrows, typing, Space and Enter. What to answer is looked up by what the label says.
import type { Page } from 'playwright-core';

/** label, with as many of the groups and the heading around it as it takes to be clear: `Người mẹ › Số định danh cá nhân` → what to type or choose. A list: boxes to tick. */
export type Answers = Record<string, string | readonly string[]>;

export interface Spot {
  inForm: boolean;
  kind: 'text' | 'combobox' | 'select' | 'radio' | 'checkbox' | 'checkboxes' | 'date' | 'file' | 'button' | 'other';
  /** heading, groups and label, joined by › */
  name: string;
  /** of a radio, a box of several, a part of a date; the action of a button */
  own: string;
  options: string[];
  /** index of what is chosen, −1 */
  chosen: number;
  checked: boolean;
  heading: string;
}

/** Where the focus is, in the words that stand there. */
export function spot(page: Page): Promise<Spot> {
  return page.evaluate(() => {
    let inForm = false;
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) { inForm ||= at.localName === 'dvc-form'; at = at.shadowRoot.activeElement; }
    const found = { inForm, kind: 'other', name: '', own: '', options: [] as string[], chosen: -1, checked: false, heading: '' };
    if (!at || !inForm) return found;
    const root = at.getRootNode() as ShadowRoot;
    const say = (element: Element | null | undefined) => {
      const copy = element?.cloneNode(true) as Element | undefined;
      copy?.querySelectorAll('.need, .hint, .sr').forEach((each) => each.remove());
      return copy?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    };
    found.heading = say(root.querySelector('[id=dvc-step-title]'));
    const groups: string[] = [];
    for (let up = at.parentElement; up; up = up.parentElement) {
      if (up.matches('fieldset.group')) groups.unshift(say(up.querySelector(':scope > legend')));
      else if (up.matches('.row')) groups.unshift(say(up.querySelector(':scope > .row-head .heading')));
    }
    const input = at as HTMLInputElement;
    const field = at.closest('[data-field]');
    const ownLabel = say(root.querySelector(`label[for="${input.id}"]`));
    let label = ownLabel;
    if (at.localName === 'button') { found.kind = 'button'; found.own = at.getAttribute('data-action') ?? ''; label = say(at); }
    else if (at.matches('[role=combobox]')) found.kind = 'combobox';
    else if (at.localName === 'select') { found.kind = 'select'; found.options = [...(at as HTMLSelectElement).options].map((option) => option.text.trim()); found.chosen = (at as HTMLSelectElement).selectedIndex; }
    else if (at.matches('[type=file]')) { found.kind = 'file'; label = say(field?.querySelector('.paper-title')); }
    else if (field?.matches('[data-reader$=date]')) { found.kind = 'date'; found.own = ownLabel; label = say(field.querySelector('legend')); }
    else if (at.matches('[type=radio], [type=checkbox]')) {
      const all = [...(field?.querySelectorAll<HTMLInputElement>('input') ?? [])];
      const several = field?.localName === 'fieldset';
      found.kind = input.type === 'radio' ? 'radio' : several ? 'checkboxes' : 'checkbox';
      found.checked = input.checked;
      if (several) {
        found.options = all.map((each) => say(root.querySelector(`label[for="${each.id}"]`)));
        found.chosen = all.findIndex((each) => each.checked);
        found.own = ownLabel;
        label = say(field.querySelector('legend'));
      }
    } else if (at.matches('input, textarea')) found.kind = 'text';
    found.name = [found.heading, ...groups, label].join(' › ');
    return found;
  }) as Promise<Spot>;
}

/** The answer whose label fits best: the longest one. */
export function answerTo(answers: Answers, name: string): [string, string | readonly string[]] | undefined {
  const keys = Object.keys(answers).filter((key) => name === key || name.endsWith(` › ${key}`)).sort((a, b) => b.length - a.length);
  return keys[0] === undefined ? undefined : [keys[0], answers[keys[0]]!];
}

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
}

async function combobox(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.waitForFunction(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-expanded') === 'true' && (at.getRootNode() as ShadowRoot).querySelector(`[id="${at.getAttribute('aria-controls')}"] [role=option]`) !== null;
  });
  await press(page, 'ArrowDown');
  await press(page, 'Enter');
}

async function answer(page: Page, at: Spot, given: string | readonly string[], files: Record<string, string>): Promise<void> {
  const text = typeof given === 'string' ? given : '';
  const need = (index: number) => { if (index < 0) throw new Error(`${at.name}: there is no ${text} among ${at.options.join(', ')}`); return index; };
  switch (at.kind) {
    case 'text': await page.keyboard.type(text); return;
    case 'combobox': await combobox(page, text); return;
    case 'select': await press(page, 'ArrowDown', need(at.options.indexOf(text)) - at.chosen); return;
    case 'radio': {
      if (at.chosen >= 0) return;
      const index = need(at.options.indexOf(text));
      if (index === 0) await press(page, 'Space'); else await press(page, 'ArrowDown', index);
      return;
    }
    case 'checkbox': if (!at.checked) await press(page, 'Space'); return;
    case 'checkboxes': if (given.includes(at.own) && !at.checked) await press(page, 'Space'); return;
    case 'date': {
      const part = text.split('/').reverse()[{ Năm: 0, Tháng: 1, Ngày: 2 }[at.own] ?? 3];
      if (part) await page.keyboard.type(part);
      return;
    }
    case 'file': {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Space')]);
      await chooser.setFiles(files[text] ?? text);
      await page.locator('dvc-form .file.uploaded', { hasText: text }).waitFor();
      return;
    }
    default:
  }
}

/**
 * From where the focus is, through all fields of the page shown, to its main button, and presses it.
 * @param used gets the labels whose answers were given
 * @param options `files`: name → path; `rows`: how many rows to add to the list of the page
 * @returns the heading of the page
 */
export async function walkPage(page: Page, answers: Answers, used: Set<string>, { files = {}, rows = 0 }: { files?: Record<string, string>; rows?: number } = {}): Promise<string> {
  let toAdd = rows;
  for (let i = 0; i < 300; i += 1) {
    await press(page, 'Tab');
    const at = await spot(page);
    if (!at.inForm) continue;
    if (at.own === 'add-row' && toAdd > 0) { toAdd -= 1; await press(page, 'Enter'); continue; }
    if (at.kind === 'button') {
      if (at.own !== 'next' && at.own !== 'submit') continue;
      await press(page, 'Enter');
      return at.heading;
    }
    const known = answerTo(answers, at.name);
    if (!known || (used.has(known[0]) && at.kind === 'file')) continue;
    await answer(page, at, known[1], files);
    used.add(known[0]);
  }
  throw new Error('300 times Tab, and no main button');
}

/**
 * Waits until another heading stands there and has the focus.
 * @throws Error with the error summary, when that came instead
 */
export async function nextPage(page: Page, before: string): Promise<Spot> {
  const came = await page.waitForFunction((heading) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at?.matches('[part~=summary]')) return (at as HTMLElement).innerText;
    return at?.id === 'dvc-step-title' && at.textContent?.trim() !== heading ? '#' : false;
  }, before);
  const news = (await came.jsonValue()) as string;
  if (news !== '#') throw new Error(`“${before}” was not left: ${news}`);
  return spot(page);
}

/** The name of what has the focus, as it is read out; a part of a form too. */
export const focused = (page: Page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at) return '';
  const root = at.getRootNode() as ShadowRoot;
  const say = (element: Element | null | undefined) => {
    const copy = element?.cloneNode(true) as Element | undefined;
    copy?.querySelectorAll('.need, .hint, .sr').forEach((each) => each.remove());
    return copy?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  };
  if (at.matches('[type=file]')) return say(at.closest('[data-field], [data-paper]')?.querySelector('.paper-title'));
  return at.getAttribute('aria-label') ?? say(at.matches('input, select, textarea') ? root.querySelector(`label[for="${at.id}"]`) : at);
});
/** With Tab to what is called so. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    seen.push(now);
  }
  throw new Error(`Tab does not lead to ${name}; it leads to ${[...new Set(seen)].join(' | ')}`);
}
export async function pressTo(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
