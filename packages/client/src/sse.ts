/** One message of a `text/event-stream`. */
export interface SseMessage { readonly id: string | undefined; readonly data: string }
export interface SseListener { message(message: SseMessage): void; /** ms */ retry(ms: number): void }

/** characters of one message; more is no message of ours */
const LIMIT = 1 << 20;

/**
 * Takes the text of a stream piece by piece, wherever it is cut.
 * @returns takes the next piece; throws RangeError when a message has no end
 */
export function sseReader(listener: SseListener): (piece: string) => void {
  let rest = '';
  let data: string[] = [];
  let id: string | undefined;
  let size = 0;
  let first = true;

  function line(text: string): void {
    if (text === '') {
      if (data.length > 0) listener.message({ id, data: data.join('\n') });
      [data, id, size] = [[], undefined, 0];
      return;
    }
    const colon = text.indexOf(':');
    // A comment is a sign of life, and its bytes were that already.
    if (colon === 0) return;
    const name = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') { data.push(value); size += value.length; }
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d{1,9}$/.test(value)) listener.retry(Number(value));
  }

  return (piece) => {
    rest += first ? piece.replace(/^\uFEFF/, '') : piece;
    if (piece !== '') first = false;
    // A CR at the end may be half of a CRLF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    for (const each of lines) line(each);
    if (rest.length + size > LIMIT) throw new RangeError('a message without an end');
  };
}
