import { isScalar, parseDocument } from 'yaml';

/** The source with another version and everything else as its author wrote it, comments too; JSON is YAML. Undefined: it names no version. */
export function withVersion(text: string, version: string): string | undefined {
  const node: unknown = parseDocument(text).get('version', true);
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
  return `${text.slice(0, start)}${quote}${version}${quote}${text.slice(end)}`;
}
