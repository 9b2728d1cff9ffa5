export type Lang = 'vi' | 'en';
/** One sentence in both languages of the command line. */
export type Said = Record<Lang, string>;

/** The language that a command was asked for, before its options are read. */
export const langOf = (args: readonly string[]): Lang => (args.join(' ').includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'vi');

/** `2026-12-01` as a reader writes it. */
export const dayIn = (lang: Lang, day: string): string => (lang === 'vi' ? day.split('-').reverse().join('/') : day);
