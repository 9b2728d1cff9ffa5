import type { Look } from '../context.js';
import { lastOf } from '../context.js';

const fold = (title: string) => title.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
/** More than a form should carry. */
const MOST = 200;

/** Options that cannot be told apart, have no name, or are too many. */
export const lookAtOptions: Look = ({ options, fields, report }) => {
  for (const { path, schema, options: list } of options) {
    // A branch that leaves fewer options of a field has their names elsewhere.
    const key = fields.find((field) => field.schema === schema)?.key;
    const named = options.some((other) => other.schema !== schema && other.options.some(({ title }) => title !== undefined) && fields.some((field) => field.schema === other.schema && field.key === key));
    const titles = new Set<string>();
    const values = new Set<string>();
    for (const { value, title, path: at } of list) {
      const said = JSON.stringify(value) ?? '';
      if (values.has(said)) report('option-value-twice', at, { value: String(value) });
      else if (title !== undefined && titles.has(fold(title))) report('option-title-twice', at, { title });
      values.add(said);
      if (title !== undefined) titles.add(fold(title));
      // Words can be shown as they are; a code cannot.
      else if (!named && typeof value === 'string' && /^[\w-]*$/.test(value) && !/^\d+$/.test(value)) report('option-untitled', at, { value });
    }
    if (list.length > MOST) report('enum-long', path, { got: list.length });
    if (list.length === 1 && typeof list[0]!.value === 'string') report('option-alone', path, { field: typeof schema['title'] === 'string' ? schema['title'] : lastOf(path.slice(0, path.lastIndexOf('/'))) });
  }
};
