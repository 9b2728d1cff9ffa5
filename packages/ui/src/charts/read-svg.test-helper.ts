/** A file of SVG as a browser opens one, also where Trusted Types forbid to parse text. undefined: it is not sound XML. */
export function readSvg(text: string): Promise<Document | undefined> {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' })), request = new XMLHttpRequest();
  request.open('GET', url);
  request.responseType = 'document';
  return new Promise((done) => {
    request.onloadend = () => {
      URL.revokeObjectURL(url);
      const { responseXML: found } = request;
      done(found && !found.querySelector('parsererror') ? found : undefined);
    };
    request.send();
  });
}
