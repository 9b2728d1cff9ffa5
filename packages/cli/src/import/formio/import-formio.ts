import type { Draft } from '../assemble.js';
import { safePatterns } from '../judge.js';
import type { Loss } from '../loss.js';
import { kebabCase } from '../names.js';
import { question } from '../tree.js';
import { dictionaryOf } from './dictionary.js';
import { patternsOf } from './masks.js';
import { carries, FORM_PRESENTATION } from './meaning.js';
import { isLoose, listOf, textOf, track, type Loose } from './tracked.js';
import type { Place, Walk } from './place.js';
import { stepOf, visit } from './walk.js';

/** There is no form in the file. */
export class NoForm extends Error {}
/** There are several; the message names them. */
export class WhichForm extends Error {}

/** A form as Form.io exports it, made a draft of ours. `wanted` names one of several. */
export async function importFormio(json: unknown, name: string, wanted?: string): Promise<Draft> {
  const form = choose(json, wanted);
  const losses: Loss[] = [];
  const dictionary = dictionaryOf(form, losses);
  const components = listOf(form.components);
  const isWizard = form.display === 'wizard';
  const title = dictionary.say(textOf(form.title) || textOf(form.name) || name);
  const walk: Walk = {
    id: `nhap/${kebabCase(textOf(form.path) || textOf(form.name) || title, 'bieu-mau')}`, title, root: question({ name: '', label: '', path: '', kind: 'object' }), steps: [], papers: [], notices: [], losses,
    names: new Map(), say: dictionary.say, safe: await safePatterns(patternsOf(form)), stepped: isWizard || components.filter(isSection).length > 1,
    translate: dictionary.translations,
  };
  if (form.display === 'pdf') losses.push({ path: '/display', component: title, what: 'display: pdf', reason: 'behaviour' });
  const place: Place = { parent: walk.root, gates: [], loose: false };
  // What stands before the first section is asked first.
  let open: Place['step'];
  components.forEach((component, i) => {
    const own = walk.stepped && isSection(component) && component.type !== 'tabs' ? stepOf(walk, dictionary.say(textOf(component.title) || textOf(component.legend) || textOf(component.label) || `Bước ${walk.steps.length + 1}`)) : undefined;
    if (own) open = own;
    else if (walk.stepped && !open && component.type !== 'tabs' && component.type !== 'button') open = stepOf(walk, 'Thông tin chung');
    visit(walk, component, `/components/${i}`, { ...place, step: component.type === 'tabs' ? undefined : own ?? open });
  });
  restOfForm(form, title, losses);
  return walk;
}

const isSection = (component: Loose): boolean => component.type === 'panel' || component.type === 'tabs' || (component.type === 'fieldset' && textOf(component.legend) !== '');

/** A form, an export of a project with several, an answer of the API, or bare components. */
function choose(json: unknown, wanted: string | undefined): Loose {
  const forms = formsIn(json);
  if (forms.length === 0) throw new NoForm();
  const names = forms.map((form) => textOf(form.name) || textOf(form.path) || textOf(form.title));
  if (wanted === undefined && forms.length > 1) throw new WhichForm(names.join(', '));
  const found = wanted === undefined ? forms[0] : forms[names.indexOf(wanted)];
  if (!found) throw new WhichForm(names.join(', '));
  return found;
}

function formsIn(json: unknown): Loose[] {
  if (Array.isArray(json)) {
    const parts = listOf(json);
    return parts.some((part) => Array.isArray(part.components) && part.type !== undefined && ['form', 'resource'].includes(textOf(part.type))) ? parts.flatMap(formsIn) : parts.some((part) => part.type !== undefined && part.key !== undefined) ? [{ components: parts }] : [];
  }
  if (!isLoose(json)) return [];
  if (Array.isArray(json.components)) return [json];
  if (isLoose(json.forms)) return Object.entries(json.forms).flatMap(([name, form]) => formsIn(form).map((each) => ({ name, ...each })));
  for (const inside of ['form', 'schema', 'data', 'definition', 'template', 'content']) {
    const value = json[inside];
    const found = formsIn(typeof value === 'string' && value.startsWith('{') ? parsed(value) : value);
    if (found.length > 0) return found.map((form) => ({ ...(textOf(json.title) ? { title: json.title } : {}), ...(textOf(json.name) ? { name: json.name } : {}), ...form }));
  }
  return [];
}

const parsed = (text: string): unknown => { try { return JSON.parse(text); } catch { return undefined; } };

/** What a form says besides its components. */
function restOfForm(form: Loose, title: string, losses: Loss[]): void {
  const of = track({ ...form, label: title }, '', losses);
  of.skip('label', 'i18n', 'translations');
  for (const name of Object.keys(form)) {
    if (FORM_PRESENTATION.has(name) || !carries(name, form[name])) of.skip(name);
    else if (name === 'controller') of.lose(name, 'script');
    else if (!['i18n', 'translations'].includes(name)) of.lose(name, 'metadata');
  }
}
