import type { FieldModel } from '@dvc/ui';
import { expect, type within } from 'storybook/test';
import { modelOf, type FieldExample, type State } from '../examples/fields.js';
import { field, hosted } from './host.js';
import { descriptionOf, inside } from './inside.js';
import { say } from './text.js';

/** How a control is asked for: by role, as a screen reader lists it. */
const ROLES = {
  text: 'textbox', number: 'textbox', money: 'textbox', textarea: 'textbox', checkbox: 'checkbox', radio: 'radiogroup', checkboxes: 'group', select: 'combobox', combobox: 'combobox', date: 'group', 'partial-date': 'group', 'date-time': 'group', time: 'textbox',
} as const;

export interface StoryOf { name?: string; render: () => unknown; play?: (context: { canvasElement: HTMLElement }) => Promise<void>; globals?: Record<string, string> }

/** Makes the story of each state of a control, with what a person must observe in it. */
export const statesOf = (example: FieldExample) => (state: State, globals?: Record<string, string>): StoryOf => {
  const model = modelOf(example, state);
  return {
    render: () => hosted((spoken) => field(say(model, spoken.lang) as FieldModel, spoken)),
    async play({ canvasElement }) {
      const { element, root, view } = await inside(canvasElement);
      const lang = element.getAttribute('locale') ?? 'vi';
      const m = say(model, lang) as FieldModel;
      await expect(element.scrollWidth, 'nothing is wider than its column').toBeLessThanOrEqual(element.clientWidth);
      if (m.readOnly) {
        await expect(view.getByText(m.label)).toBeVisible();
        await expect(root.querySelectorAll('input, select, textarea, button')).toHaveLength(0);
        return;
      }
      await seesField(m, view, lang);
    },
    ...(globals ? { globals } : {}),
  };
};

/** A box for files has no role, and its name ends in what its button says. */
const FILE = { vi: 'Chọn tệp', en: 'Choose' };

async function seesField(m: FieldModel, view: ReturnType<typeof within>, lang: string): Promise<void> {
  const name = m.required ? `${m.label} ${lang === 'en' ? '(required)' : '(bắt buộc)'}` : m.label;
  const control = m.control === 'file' ? view.getByLabelText(FILE[lang as 'vi' | 'en'], { exact: false }) : view.getByRole(ROLES[m.control], { name });
  const boxes = control.matches('input, select, textarea') ? [control] : [...control.querySelectorAll('input')];
  for (const box of boxes) await (m.disabled ? expect(box).toBeDisabled() : expect(box).toBeEnabled());
  const said = descriptionOf(control);
  for (const note of [m.hint, m.error, m.warning]) if (note) await expect(said).toContain(note);
  const wrong = boxes.filter((box) => box.getAttribute('aria-invalid') === 'true').length + Number(control.getAttribute('aria-invalid') === 'true');
  await (m.error ? expect(wrong, 'someone says that it is invalid').toBeGreaterThan(0) : expect(wrong).toBe(0));
}

export const phone = { width: 'phone' };
