/**
 * Text as a search compares it: no marks, `đ` as d, no case, no apostrophes, punctuation as one space.
 * `fold('Đắk Lắk')` is `dak lak`; `Hoà`, `Hòa` and `HOÀ` (NFC or NFD) are all `hoa`.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').toLowerCase().replace(/[\u0300-\u036f'’‘ʼ`]/g, '').replace(/đ/g, 'd').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

/**
 * Text as two spellings of one name compare: marks count, their place in the syllable does not.
 * `Hoà` and `Hòa` are the same, `Hoa` and `Hoá` are not. For comparing, not for showing.
 */
export const foldTone = (text: string): string =>
  text.normalize('NFD').toLowerCase().replace(/[’‘ʼ`]/g, "'").replace(/\s+/g, ' ').trim()
    // grave, acute, tilde, hook, dot below are tones; circumflex, breve and horn belong to the letter
    .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + (word.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []).sort().join(''));

/** Are two names the same but for case, spaces, Unicode form and the place of the tone mark? */
export const sameText = (a: string, b: string): boolean => foldTone(a) === foldTone(b);
