// What a form asks, in the few words in which the samples say what they expect.
import { compilePlan, type FormDocument, type NodePlan } from '@dvc/schema';

/** `ngaySinh text:date!`: path, kind, ? when it is asked under a condition, ! when it must be answered. */
export function summaryOf(document: FormDocument): string[] {
  return compilePlan(document).nodes.filter((node) => node.parent !== undefined && !(node.path.endsWith('/*') && node.kind === 'object')).map((node) => {
    const isConditional = !node.declared.some((guard) => guard.length === 0);
    const must = node.required.length > 0 || (node.kind === 'field' && node.control === 'checkbox' && node.choices !== undefined);
    return `${node.path.slice(1)} ${kindOf(node)}${isConditional ? '?' : ''}${must ? '!' : ''}`;
  });
}

function kindOf(node: NodePlan): string {
  if (node.choices && node.control !== 'checkbox') return `${node.many ? 'many' : 'one'}(${node.choices.map(({ key }) => key).join(',')})`;
  if (node.kind === 'list') return 'list';
  if (node.kind !== 'field') return node.entry ? 'map' : 'object';
  if (node.control === 'textarea') return 'textarea';
  const [type = 'text'] = node.types ?? [];
  return type === 'string' ? `text${node.format ? `:${node.format}` : ''}` : type;
}
