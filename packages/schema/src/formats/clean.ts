/** What pasting brings along and nobody sees: zero-width spaces, direction marks (Windows' contacts put them around phone numbers), BOM. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** NFC, without invisible characters, trimmed. */
export const clean = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '').trim();

/** Spaces, dots, hyphens and brackets out of a code. */
export const compact = (text: string): string => clean(text).replace(/[\s.()\-–]/g, '');
