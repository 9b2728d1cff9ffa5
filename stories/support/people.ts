import type { DvcForm } from '@dvc/elements/form';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { descriptionOf } from './inside.js';

/** What a person does and sees in a form, by roles and names. */
export interface Person {
  readonly form: DvcForm;
  readonly root: ShadowRoot;
  /** Everything in the form, now. */
  view(): ReturnType<typeof within>;
  press(name: string | RegExp): Promise<void>;
  type(label: RegExp, text: string): Promise<void>;
  attach(label: RegExp, name: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** Waits for the heading of this page, and that it is said where one is. */
  arrivesAt(heading: string | RegExp): Promise<void>;
}

/** The smallest thing that is a PDF by its first bytes. */
const pdf = (name: string) => new File(['%PDF-1.7\n%DVC\n', new Uint8Array(1400)], name, { type: 'application/pdf' });

/** The person before the form of a story, once it can be filled. */
export async function personAt(canvas: HTMLElement): Promise<Person> {
  const form = canvas.querySelector('dvc-form')!;
  await form.updateComplete;
  const root = form.shadowRoot!;
  const view = () => within(root.querySelector<HTMLElement>('.dvc')!);
  const pause = async () => { await form.updateComplete; };
  return {
    form, root, view,
    async press(name) { await userEvent.click(await view().findByRole('button', { name })); await pause(); },
    async type(label, text) { await userEvent.type(await view().findByRole('textbox', { name: label }), text); await pause(); },
    async attach(label, name) { await userEvent.upload(await view().findByLabelText(label, { selector: 'input' }), pdf(name)); await pause(); },
    async sees(text) { await waitFor(() => expect(root.querySelector('.dvc')).toHaveTextContent(text)); },
    async arrivesAt(heading) {
      // A group on the page may bear the same name.
      const found = await view().findByRole('heading', { name: heading, level: 2 });
      await waitFor(() => expect(found.contains(root.activeElement) || root.activeElement?.contains(found), 'the focus is where one is').toBe(true));
    },
  };
}

/**
 * Every invalid control says so, is described by a sentence, and has its line in the summary; and each line leads to a field.
 * @returns how many lines the summary has
 */
export async function seesEveryError({ root }: Person): Promise<number> {
  const summary = await waitFor(() => {
    const found = root.querySelector<HTMLElement>('[part~=summary]');
    expect(found).not.toBeNull();
    expect(root.activeElement, 'the summary has the focus').toBe(found);
    return found!;
  });
  const links = within(summary).getAllByRole('link');
  const ids = links.map((link) => link.dataset['id']);
  for (const invalid of root.querySelectorAll('[aria-invalid=true]')) {
    const own = descriptionOf(invalid);
    const described = own || descriptionOf(invalid.closest('fieldset') ?? invalid);
    await expect(described, 'an invalid control is described by its error').toMatch(/Lỗi:|Error:/);
    const field = invalid.closest<HTMLElement>('[data-field]')!;
    await expect(ids, `the summary leads to ${field.textContent}`).toContain(field.dataset['field']);
  }
  await userEvent.click(links[0]!);
  await waitFor(() => expect(root.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe(ids[0]));
  await expect(location.hash).toBe('');
  return links.length;
}
