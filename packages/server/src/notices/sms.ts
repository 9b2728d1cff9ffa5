// How long an SMS is, by 3GPP TS 23.038: 160 characters of the default alphabet, or 70 of UTF-16 as soon as one letter is not in it, as most Vietnamese ones are not.
const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
/** Each takes the room of two. */
const extended = new Set('\f^{}\\[~]|€');

export interface SmsLength { alphabet: 'gsm-7' | 'ucs-2'; length: number; /** of one message */ limit: number }

export function smsLength(text: string): SmsLength {
  const signs = [...text];
  if (!signs.every((sign) => basic.has(sign) || extended.has(sign))) return { alphabet: 'ucs-2', length: text.length, limit: 70 };
  return { alphabet: 'gsm-7', length: signs.length + signs.filter((sign) => extended.has(sign)).length, limit: 160 };
}
