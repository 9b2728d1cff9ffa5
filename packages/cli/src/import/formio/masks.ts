/** `99/99` as a pattern: 9 a digit, a and A a letter, * either; anything else stands for itself. */
export function patternOfMask(mask: string): string | undefined {
  if (mask.length > 60 || mask === '') return undefined;
  const parts = [...mask].map((sign) => ({ 9: '[0-9]', a: '[A-Za-z]', A: '[A-Z]', '*': '[A-Za-z0-9]' })[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/-]/g, (found) => (found === '-' ? found : `\\${found}`)));
  const runs: { part: string; count: number }[] = [];
  for (const part of parts) if (runs.at(-1)?.part === part) runs.at(-1)!.count++; else runs.push({ part, count: 1 });
  return `^${runs.map(({ part, count }) => (count > 1 ? `${part}{${count}}` : part)).join('')}$`;
}

/** Form.io matches the whole text. */
export const wholePattern = (pattern: string): string => {
  const bare = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  return /(?<!\\)\|/.test(bare) ? `^(?:${bare})$` : `^${bare}$`;
};

/** Every pattern that a form may come to have. */
export function patternsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, part] of Object.entries(value)) {
    if (name === 'pattern' && typeof part === 'string' && part !== '') found.add(wholePattern(part));
    if ((name === 'inputMask' || name === 'mask') && typeof part === 'string') { const made = patternOfMask(part); if (made) found.add(made); }
    patternsOf(part, found);
  }
  return found;
}

const TYPES: Record<string, string[]> = {
  pdf: ['application/pdf'], jpg: ['image/jpeg'], jpeg: ['image/jpeg'], png: ['image/png'], gif: ['image/gif'], webp: ['image/webp'], tif: ['image/tiff'], tiff: ['image/tiff'], heic: ['image/heic'],
  doc: ['application/msword'], docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], xls: ['application/vnd.ms-excel'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], txt: ['text/plain'], xml: ['application/xml'], zip: ['application/zip'], mp4: ['video/mp4'], 'image/*': ['image/jpeg', 'image/png'],
};

/** Media types of `.pdf,image/*`; `unknown` are parts that name none. */
export function typesOf(pattern: string): { types: string[]; unknown: string[] } {
  const types: string[] = [];
  const unknown: string[] = [];
  for (const part of pattern.toLowerCase().split(/[\s,;|]+/).filter((each) => each !== '' && each !== '*' && each !== '*.*')) {
    const found = Object.hasOwn(TYPES, part.replace(/^\*?\./, '')) ? TYPES[part.replace(/^\*?\./, '')]! : /^[a-z]+\/[\w.+-]+$/.test(part) ? [part] : undefined;
    if (found) types.push(...found.filter((type) => !types.includes(type)));
    else unknown.push(part);
  }
  return { types, unknown };
}

/** `10MB` in bytes. */
export function bytesOf(size: string): number | undefined {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMG]?)B?$/i.exec(size.trim()) ?? [];
  return count === undefined ? undefined : Math.round(Number(count) * { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 }[unit.toUpperCase() as '' | 'K' | 'M' | 'G']);
}
