import { list, number } from './format.js';

/** Size of a file for people: `820 KB`, `1,5 MB`. `size` is in bytes; 1 KB = 1024 bytes, as portals state limits. */
export function bytes(size: number, locale = 'vi'): string {
  const kilo = size / 1024;
  const [value, unit] = size < 1024 ? [size, 'B'] : kilo < 1023.5 ? [Math.round(kilo), 'KB'] : [Math.round(kilo / 102.4) / 10, 'MB'];
  return `${number(value, locale)} ${unit}`;
}

const WHOLE_KINDS: Readonly<Record<string, readonly [vi: string, en: string]>> = { image: ['ảnh', 'image'], audio: ['ghi âm', 'audio'], video: ['video', 'video'], text: ['văn bản', 'text'] };

/** Kinds of files for people: `['application/pdf', 'image/jpeg', '.png']` → `PDF, JPG hoặc PNG`; `['image/*']` → `ảnh`. */
export function fileTypes(accept: readonly string[], locale = 'vi'): string {
  const names = accept.map(type => {
    const whole = /^(image|audio|video|text)\/\*$/.exec(type)?.[1];
    if (whole) return WHOLE_KINDS[whole]![locale === 'vi' ? 0 : 1];
    const name = type.replace(/^.*[/.]/, '').toUpperCase();
    return name === 'JPEG' ? 'JPG' : name === 'MSWORD' || name === 'DOC' ? 'Word (DOC)' : name === 'DOCUMENT' || name === 'DOCX' ? 'Word (DOCX)'
      : name === 'SHEET' || name === 'XLSX' ? 'Excel (XLSX)' : name;
  });
  return list([...new Set(names)], locale, 'disjunction');
}
