import type { Format } from '../formats/types.js';
import { NeedsMore } from '../json-schema/problems.js';
import { changes, isFixed, merge } from './facets.js';
import type { Growth } from './grow.js';
import type { More } from './kit.js';
import type { Control, NodePlan, Shape } from './types.js';

/** More choices than this are a list to open; still more are a list to search. */
const MOST_RADIOS = 5;
const MOST_OPTIONS = 15;
const LONG_TEXT = 200;

const CONTROLS: ReadonlySet<string> = new Set<Control>(['text', 'textarea', 'number', 'money', 'checkbox', 'radio', 'select', 'checkboxes', 'combobox', 'date', 'partial-date', 'time', 'date-time', 'file']);
type Formats = Readonly<Record<string, Format>>;

/** Decides, once, what kind of place each is and which control shows it; for a place that looks another way under a condition, what decides it. */
export function settleShapes(growth: Growth, formats: Formats): void {
  for (const node of growth.nodes) settleShape(growth.facets[node.index]!, node, formats, growth.more);
}

function settleShape(facets: Growth['facets'][number], node: NodePlan, formats: Formats, more: More | undefined): void {
  for (const facet of facets) if (isFixed(facet, node)) merge(node, facet.notes);
  const loose = facets.filter((facet) => !isFixed(facet, node)).map(({ guard, notes: { minItems: _, maxItems: __, ...notes } }) => ({ guard, notes })).filter(({ notes }) => changes(node, notes));
  const finish = (shape: Shape) => finished(shape, node, formats);
  if (loose.length > 0 || node.unions.length > 0) {
    if (!more) throw new NeedsMore('shapes');
    node.shaper = more.shaper({ ...node }, loose, node, finish);
    // Who asks without knowing the answers is told what it can come to be.
    for (const { notes } of loose) merge(node, notes);
  }
  finish(node);
}

function finished(shape: Shape, node: NodePlan, formats: Formats): Shape {
  shape.nullable ||= shape.types?.includes('null') === true;
  if (shape.format !== undefined && Object.hasOwn(formats, shape.format)) shape.formatter = formats[shape.format];
  shape.kind = kindOf(shape, node);
  shape.control = shape.kind === 'field' ? controlOf(shape, node.lenient) : 'none';
  // The one answer that is possible need not be given, unless giving it is a declaration.
  if (shape.choices?.length === 1 && node.required.length > 0 && !shape.many && shape.choices[0]!.value !== null) shape.defaultValue ??= shape.choices[0]!.value;
  if (shape.nullable && node.required.length > 0 && shape.defaultValue === undefined) shape.defaultValue = null;
  return shape;
}

/** Types apart from null. */
const realTypes = ({ types }: Shape): readonly string[] | undefined => types?.filter((type) => type !== 'null');

function kindOf(shape: Shape, node: NodePlan): Shape['kind'] {
  if (shape.nest) return 'nest';
  const types = realTypes(shape);
  if (shape.many || shape.choices) return 'field';
  if (types?.length === 1 && types[0] === 'object') return 'object';
  if (types?.length === 1 && types[0] === 'array') return node.item || shape.slots > 0 ? 'list' : 'field';
  if (types?.length && !types.some((type) => type === 'object' || type === 'array')) return 'field';
  if (shape.slots === 0 && (node.children.length > 0 || shape.open)) return 'object';
  if (node.item || shape.slots > 0) return 'list';
  // A document is a group of answers, even of none.
  return node.parent === undefined && !node.lenient && !types?.length ? 'object' : 'field';
}

function controlOf(shape: Shape, lenient: boolean): Control {
  const { widget, format, choices } = shape;
  const types = realTypes(shape);
  if (types?.some((type) => type === 'object' || type === 'array')) return shape.many ? 'checkboxes' : 'none';
  if (choices) {
    if (shape.many) return 'checkboxes';
    if (widget === 'radio' || widget === 'select' || widget === 'combobox') return widget;
    return choices.length <= MOST_RADIOS ? 'radio' : choices.length <= MOST_OPTIONS ? 'select' : 'combobox';
  }
  if (shape.codeList) return 'combobox';
  if (types?.includes('boolean')) return widget === 'radio' ? 'radio' : 'checkbox';
  if (widget !== undefined && CONTROLS.has(widget)) return widget as Control;
  if (types?.length && types.every((type) => type === 'integer' || type === 'number')) return 'number';
  if (shape.mediaType !== undefined && shape.encoding === 'base64') return 'file';
  // `iso-time` wants no offset; what is typed is the same.
  const kind = format?.replace('iso-', '') ?? '';
  // Three boxes are for a date that one knows by heart; a plain schema does not say which it asks for, and one box takes any way of writing it.
  if (/^(partial-date|(date-)?time)$/.test(kind) || (kind === 'date' && !lenient)) return kind as Control;
  if (/^(data-url|file)$/.test(kind)) return 'file';
  return (shape.maxLength ?? 0) > LONG_TEXT ? 'textarea' : 'text';
}
