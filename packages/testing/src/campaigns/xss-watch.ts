// What must never happen in a page, and what may stand in it. Runs in the page.
import { MARK } from './xss-slots.js';

export interface Finding { payload: number; stage: string; what: 'called' | 'policy' | 'element' | 'attribute' | 'page' | 'request' | 'thrown' | 'unseen'; text: string }

declare global {
  interface Window { __pwned(number?: unknown): void }
}

const BANNED = new Set(['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'link', 'meta', 'style', 'svg', 'math', 'img', 'image', 'video', 'audio', 'source', 'picture', 'template', 'form', 'marquee', 'plaintext', 'xmp', 'listing', 'noscript']);
/** Where a text would be code, an address, or a look; `on…` besides. */
const CODE = new Set(['href', 'xlink:href', 'src', 'srcset', 'srcdoc', 'action', 'formaction', 'data', 'poster', 'background', 'ping', 'style', 'is', 'cite', 'codebase', 'manifest', 'http-equiv', 'class', 'part', 'slot', 'target', 'popovertarget', 'form', 'list']);
const SCRIPT_ADDRESS = /^[\s\0-\x20]*(?:j\s*a\s*v\s*a|v\s*b|live)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|^[\s\0-\x20]*data:/i;

/** Counts every call that an attack makes, whatever it calls. */
export function watchCalls(found: (what: Finding['what'], text: string) => void): void {
  window.__pwned = (number) => found('called', `__pwned(${String(number)})`);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
    Object.defineProperty(window, name, { configurable: true, value: (...given: unknown[]) => { found('called', `${name}(${given.map(String).join()})`); return null; } });
  }
  const { eval: evaluate } = window;
  // The campaign itself comes into the page this way.
  window.eval = (code: string) => { if (/pwned|alert/.test(String(code))) found('called', `eval(${code})`); return evaluate(code); };
  document.write = document.writeln = (...given) => found('called', `document.write(${given.join()})`);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
    found('policy', `${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`);
  });
}

/** All roots below, shadow roots too. */
function* roots(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield root;
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) yield* roots(element.shadowRoot);
}

/** What can be read, what controls hold, and what stands in attributes. */
export interface Read { text: string; values: string; attributes: string }

/**
 * Knows what a harmless form consists of, and finds what else there is.
 * That a form needs no list of its elements here keeps the campaign true when new controls come.
 */
export class Watch {
  readonly #known = new Set<string>();
  readonly #page = new Set(document.querySelectorAll('*'));
  readonly #before = document.documentElement.outerHTML;
  readonly #allowed: readonly string[];
  #learning = true;

  /** @param allowed elements that a harmless one consists of besides */
  constructor(allowed: readonly string[] = []) { this.#allowed = allowed; }

  /** From now on everything that was not there before is an attack's. */
  learned(): void { this.#learning = false; }

  look(found: (what: Finding['what'], text: string) => void): Read {
    const texts: string[] = [], values: string[] = [], attributes: string[] = [];
    for (const root of roots(document)) {
      for (const element of root.querySelectorAll('*')) {
        if (this.#page.has(element)) continue;
        this.#element(element, root === document, found, attributes);
        if ('value' in element && typeof element.value === 'string') values.push(element.value);
      }
      if (root === document) continue;
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) texts.push(walk.currentNode.nodeValue ?? '');
    }
    return { text: texts.join('\n'), values: values.join('\n'), attributes: attributes.join('\n') };
  }

  #element(element: Element, light: boolean, found: (what: Finding['what'], text: string) => void, attributes: string[]): void {
    const name = element.localName;
    if ((BANNED.has(name) && !this.#allowed.includes(name)) || this.#isNew(name)) found('element', `<${name}>`);
    for (const { name: key, value } of element.attributes) {
      const at = `${name} ${key}="${value}"`;
      const marked = MARK.test(value);
      const isPlace = key === 'href' && value.startsWith('#');
      // An id in the document can stand in front of a property of `document`; inside a shadow root it cannot.
      if (key.startsWith('on') || (SCRIPT_ADDRESS.test(value) && CODE.has(key)) || (marked && ((CODE.has(key) && !isPlace) || light)) || key === 'style' && value !== '' || this.#isNew(`${name} ${key}`)) found('attribute', at);
      if (marked) attributes.push(value);
    }
  }

  #isNew(what: string): boolean {
    if (this.#learning) this.#known.add(what);
    return !this.#known.has(what);
  }

  /** What the forms have left behind, when they are gone. */
  after(found: (what: Finding['what'], text: string) => void): void {
    const now = document.documentElement.outerHTML;
    if (now !== this.#before) found('page', `the page around the form is another: ${now.slice(0, 300)}`);
    const polluted = Object.keys(Object.prototype).concat(Object.keys(Array.prototype));
    if (polluted.length > 0) found('page', `a prototype has ${polluted.join()}`);
  }
}
