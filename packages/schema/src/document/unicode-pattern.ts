// Patterns that were written before the flag u was asked for.

const works = (source: string, flags: string): boolean => {
  try {
    RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
};

/** An escape of what needs none: `\-`, `\@`, `\_`. */
const idle = (text: string): string => text.replace(/\\([^\w^$\\.*+?()[\]{}|/]|_)/gu, '$1');
/** The same inside a class, where `-` may be escaped and stands for itself beside `\w`. */
const inClass = (text: string): string => text.replace(/\\([^\w^$\\.*+?()[\]{}|/-]|_)/gu, '$1').replace(/(\\[dDwWsS])-(?=[^\]])/g, '$1\\-').replace(/(?<=[^\\])-(?=\\[dDwWsS])/g, '\\-');

/** The same pattern with the flag u: `\-` and a lone `{` are mistakes with it. `undefined` when it is none without it either, or cannot be told. */
export function unicodePattern(source: string): string | undefined {
  if (works(source, 'u')) return source;
  if (!works(source, '')) return undefined;
  const made = source.replace(/(\[(?:\\[^]|[^\]\\])*\])|(\\[^])|(\{\d+(?:,\d*)?\})|([{}\]])/gu, (_, group?: string, escape?: string, count?: string, lone?: string) =>
    (group ? inClass(group) : escape ? idle(escape) : count ?? `\\${lone!}`));
  return works(made, 'u') ? made : undefined;
}
