/** The address, if a citizen may be sent there: https, or this very machine while somebody develops. No user names, which make one host look like another. */
export function safeLink(text: string, base = location.href): string | undefined {
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  return url.username === '' && url.password === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && local)) ? url.href : undefined;
}
