import { isObject, listOf, own, type Loose } from '@dvc/schema/document/report.js';
import { schemasAt } from '@dvc/schema/document/declared.js';
import { join, split } from '@dvc/schema';
import { nameOf, resolved, type Context, type Field, type Look } from '../context.js';

/** Formats and parts that say who somebody is. */
const PERSONAL = /^(personal-id|person-name|phone|email|passport)$/;
const PERSONAL_WIDGET = /^(person-name|address|tel|email)$/;
/** Formats that nobody writes right without an example. */
const OWN_FORM = /^(tax-code|passport|duration|uri|iri|uuid|regex)$/;
const AUTOCOMPLETE = /^(on|off|((shipping|billing) )?((home|work|mobile|fax|pager) )?(name|honorific-prefix|given-name|additional-name|family-name|honorific-suffix|nickname|username|organization(-title)?|street-address|address-line[123]|address-level[1-4]|country(-name)?|postal-code|language|bday(-(day|month|year))?|sex|url|photo|tel(-(country-code|national|area-code|local|local-prefix|local-suffix|extension))?|email|impp|cc-\w+(-\w+)*|transaction-\w+|one-time-code))$/;

/** The same field under the same object, and with it what its reference says. */
const whole = ({ schema }: Context, field: Field): Loose => resolved(schema, field.schema);

export const lookAtTitles: Look = (context) => {
  const groups = new Map<string, Map<string, Field>>();
  for (const field of context.fields) {
    const { path, key, holderPath } = field;
    const said = whole(context, field);
    const title = said['title'];
    if (own(said['x-dvc'], 'widget') === 'hidden' || Object.hasOwn(said, 'const') && said['const'] !== true) continue;
    if (title === undefined && !isGroup(said) && !isRepeat(context, field)) context.report('title-missing', path, { field: key });
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) context.report('field-name', path, { field: key });
    if (typeof title !== 'string') continue;
    // A field of a branch stands beside those of the object around it; branches exclude each other.
    const group = holderPath.replace(/\/(allOf\/\d+(\/then)?|then|else)$/, '');
    const known = groups.get(group) ?? new Map<string, Field>();
    groups.set(group, known);
    const other = known.get(title.trim().toLowerCase());
    if (other && other.key !== key && (other.holderPath === holderPath || other.holderPath === group || holderPath === group)) context.report('title-twice', path, { title });
    known.set(title.trim().toLowerCase(), field);
  }
};

const isGroup = (schema: Loose): boolean => schema['type'] === 'object' || isObject(schema['properties']);

/** A branch that says more of a field which the object around it declares. */
function isRepeat({ fields, schema }: Context, field: Field): boolean {
  return fields.some((other) => other !== field && other.key === field.key && other.schema['title'] !== undefined && field.holderPath.startsWith(other.holderPath))
    || (field.schema['title'] === undefined && Object.keys(field.schema).every((name) => name === 'x-dvc' || name === 'properties' || name === 'required') && schema !== undefined && field.holderPath !== '/schema' && /\/(then|else|allOf\/\d+)/.test(field.holderPath));
}

export const lookAtNotes: Look = (context) => {
  for (const field of context.fields) {
    const said = whole(context, field);
    const notes = own(field.schema, 'x-dvc') ?? {};
    const all = said['x-dvc'];
    const format = said['format'];
    const widget = own(all, 'widget');
    const personal = (typeof format === 'string' && PERSONAL.test(format)) || (typeof widget === 'string' && PERSONAL_WIDGET.test(widget));
    if (personal && own(all, 'privacy') === undefined && !partsAreMarked(said)) context.report('privacy-missing', field.path, { field: nameOf(field) });
    const explained = own(all, 'hint') ?? said['description'] ?? own(own(all, 'messages'), 'pattern') ?? own(own(all, 'messages'), 'format') ?? listOf(said['examples'])[0];
    if (explained === undefined && said['readOnly'] !== true && (said['pattern'] !== undefined || (typeof format === 'string' && OWN_FORM.test(format)))) context.report('hint-missing', field.path, { field: nameOf(field) });
    const token = own(notes, 'autocomplete');
    if (typeof token === 'string' && !AUTOCOMPLETE.test(token)) context.report('autocomplete-odd', join(field.path, 'x-dvc', 'autocomplete'), { got: token });
    if (said['type'] === 'string' && (widget === 'money' || format === 'money')) context.report('money-as-text', field.path, { field: nameOf(field) });
  }
};

/** An address says of its parts what they are. */
const partsAreMarked = (schema: Loose): boolean => isObject(schema['properties']) && JSON.stringify(schema['properties']).includes('"privacy"');

export const lookAtTicks: Look = (context) => {
  for (const field of context.fields) {
    const said = whole(context, field);
    if (said['type'] !== 'boolean' && said['const'] !== true) continue;
    const pledge = said['const'] === true;
    if (pledge && said['default'] === true) context.report('tick-preset', join(field.path, 'default'), { field: nameOf(field) });
    const required = listOf(field.holder['required']).includes(field.key);
    if (required && !pledge && said['readOnly'] !== true && own(said['x-dvc'], 'widget') !== 'radio' && said['default'] === undefined) context.report('tick-required', field.path, { field: nameOf(field) });
  }
};

/** `required` that nobody can fulfil. */
export const lookAtRequired: Look = (context) => {
  const computed = new Set(listOf(own(own(context.document, 'rules'), 'compute')).map((rule) => own(rule, 'to')));
  const holders = new Map(context.fields.map((field) => [field.holderPath, field.holder]));
  for (const [path, holder] of holders) {
    for (const [index, name] of listOf(holder['required']).entries()) {
      if (typeof name !== 'string') continue;
      const field = context.fields.find((each) => each.holderPath === path && each.key === name);
      if (!field && isClosedAway(context, path, name)) context.report('required-unknown', join(path, 'required', index), { field: name });
      const said = field && whole(context, field);
      if (said?.['readOnly'] === true && !Object.hasOwn(said, 'const') && said['default'] === undefined && !computedAt(computed, field!)) context.report('read-only-required', field!.path, { field: nameOf(field!) });
    }
  }
};

const computedAt = (computed: ReadonlySet<unknown>, { key }: Field): boolean => [...computed].some((to) => typeof to === 'string' && split(to.startsWith('/') ? to : `/${to}`).at(-1) === key);

/** Only of the outermost object can be said here what is declared in all its branches. */
function isClosedAway({ schema, plan, fields }: Context, path: string, name: string): boolean {
  if (path === '/schema') return schemasAt(schema, join('', name))?.size === 0;
  if (!plan || /\/(then|else|allOf|anyOf|oneOf|items)(\/|$)/.test(path)) return false;
  return !fields.some(({ key, holderPath }) => key === name && holderPath.startsWith(path)) && !JSON.stringify(fields.find(({ holderPath }) => holderPath === path)?.holder ?? {}).includes('"$ref"');
}
