import { join, split, type Path } from '@dvc/schema';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import { nameOf, resolved, type Look } from '../context.js';

/** What nearly every computer and phone opens, and what agencies ask for: scans, pictures, office files. */
const TYPES = /^(application\/(pdf|msword|vnd\.openxmlformats-officedocument\.\w+\.\w+|vnd\.ms-excel|vnd\.oasis\.opendocument\.\w+|zip|xml|json)|image\/(jpeg|png|webp|heic|tiff)|text\/(plain|csv|xml)|video\/mp4|audio\/mpeg)$/;
const SIZE = { least: 100 * 1024, most: 200 * 1024 * 1024 };

export const lookAtPapers: Look = ({ document, report }) => {
  listOf(document['papers']).forEach((paper, index) => {
    const at = join('/papers', index);
    for (const [i, type] of listOf(own(paper, 'types')).entries()) if (typeof type === 'string' && /^[a-z]+\/[\w.+-]+$/.test(type) && !TYPES.test(type)) report('paper-type-odd', join(at, 'types', i), { type });
    const size = own(paper, 'maxBytes');
    if (typeof size === 'number' && size > 0 && (size < SIZE.least || size > SIZE.most)) report('paper-size-odd', join(at, 'maxBytes'), { got: size });
  });
};

export const lookAtSteps: Look = (context) => {
  const { document, schema, report } = context;
  const steps = listOf(document['steps']);
  if (steps.length === 0) return;
  steps.forEach((step, index) => {
    if (listOf(own(step, 'fields')).length === 0 && own(step, 'hint') === undefined) report('step-empty', join('/steps', index), { title: String(own(step, 'title')) });
  });
  const shown = steps.flatMap((step) => listOf(own(step, 'fields'))).filter((field) => typeof field === 'string').map((field) => (field.startsWith('/') ? field : `/${field}`));
  const required = new Set(listOf(schema['required']));
  for (const field of context.fields) {
    const path = answerPath(field.path);
    if (path === undefined || split(path).length !== 1) continue;
    const said = resolved(schema, field.schema);
    // A required field in no step is the language's own to say.
    if (required.has(field.key) || said['readOnly'] === true || Object.hasOwn(said, 'const') || own(said['x-dvc'], 'widget') === 'hidden') continue;
    if (shown.some((each) => each === path || each.startsWith(`${path}/`))) continue;
    if (field.holderPath !== '/schema' && listOf(field.holder['required']).includes(field.key)) continue;
    report('field-in-no-step', field.path, { field: nameOf(field), path });
  }
};

/** A place of the schema that declares an answer without rows or names between → the answer's own place. */
export function answerPath(path: Path): Path | undefined {
  const names = split(path).slice(1);
  const made: string[] = [];
  for (let i = 0; i < names.length; i += 1) {
    if (names[i] === 'properties') made.push(names[++i] ?? '');
    else if (names[i] === 'allOf') i += 1;
    else if (names[i] !== 'then' && names[i] !== 'else') return undefined;
  }
  return made.map((name) => join('', name)).join('');
}

const YEAR = 365.25 * 24 * 3600 * 1000;

/** Facts of law that have grown old. */
export const lookAtDates: Look = (context) => {
  const { document, today, report } = context;
  const now = Date.parse(today);
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, join(path, index)));
    if (!isObject(value)) return;
    const checked = typeof value['lastChecked'] === 'string' ? Date.parse(value['lastChecked']) : NaN;
    const date = String(value['lastChecked']);
    if (checked > now) report('checked-in-future', join(path, 'lastChecked'), { date });
    else if (now - checked > YEAR) report('checked-long-ago', join(path, 'lastChecked'), { date });
    for (const [key, part] of Object.entries(value)) walk(part, join(path, key));
  };
  for (const name of ['procedure', 'papers', 'fees']) walk(document[name], `/${name}`);
  listOf(own(document['procedure'], 'legalBasis')).forEach((basis, index) => {
    const end = own(basis, 'effectiveTo');
    if (typeof end === 'string' && end < today) report('basis-expired', join('/procedure/legalBasis', index, 'effectiveTo'), { title: String(own(basis, 'title')), date: end });
  });
};
