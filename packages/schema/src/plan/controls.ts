import type { Format } from '../formats/types.js';
import type { Control, NodePlan } from './types.js';

/** More choices than this are a list to open; still more are a list to search. */
const MOST_RADIOS = 5;
const MOST_OPTIONS = 15;
const LONG_TEXT = 200;

const CONTROLS: ReadonlySet<string> = new Set<Control>(['text', 'textarea', 'number', 'money', 'checkbox', 'radio', 'select', 'checkboxes', 'combobox', 'date', 'partial-date']);

/** Decides, once, what kind of place this is and which control shows it. */
export function settleControl(node: NodePlan, formats: Readonly<Record<string, Format>>): void {
  if (node.format !== undefined && Object.hasOwn(formats, node.format)) node.formatter = formats[node.format];
  node.kind = kindOf(node);
  node.control = node.kind === 'field' ? controlOf(node) : 'none';
}

function kindOf(node: NodePlan): NodePlan['kind'] {
  if (node.children.length > 0) return 'object';
  if (node.item) return 'list';
  if (node.parent === undefined) return 'object';
  return 'field';
}

function controlOf(node: NodePlan): Control {
  const { types, widget, format, choices } = node;
  if (types?.includes('array')) return choices ? 'checkboxes' : 'none';
  if (types?.includes('object') && types.length === 1) return 'none';
  if (choices) {
    if (widget === 'radio' || widget === 'select' || widget === 'combobox') return widget;
    return choices.length <= MOST_RADIOS ? 'radio' : choices.length <= MOST_OPTIONS ? 'select' : 'combobox';
  }
  if (node.codeList) return 'combobox';
  if (types?.includes('boolean')) return widget === 'radio' ? 'radio' : 'checkbox';
  if (widget !== undefined && CONTROLS.has(widget)) return widget as Control;
  if (types?.includes('integer') || types?.includes('number')) return 'number';
  if (node.mediaType !== undefined && node.encoding === 'base64') return 'file';
  // `iso-time` wants no offset; what is typed is the same.
  const kind = format?.replace('iso-', '') ?? '';
  if (/^((partial-)?date|(date-)?time)$/.test(kind)) return kind as Control;
  if (/^(data-url|file)$/.test(kind)) return 'file';
  return (node.maxLength ?? 0) > LONG_TEXT ? 'textarea' : 'text';
}
