import type { Paper } from '@dvc/ui/charts/scene.js';

/** How wide the charts may be and how wide their texts are. Layout is read when it has changed, never while drawing. */
export class Sheet {
  paper: Paper | undefined;
  readonly #page: () => Element | null;
  readonly #draw: () => void;
  readonly #watcher: ResizeObserver;
  #watched: Element | undefined;
  #open: HTMLDetailsElement[] = [];

  constructor(page: () => Element | null, draw: () => void) {
    this.#page = page;
    this.#draw = draw;
    // In the next frame: what is drawn changes the height that is watched here, and may bring a scroll bar.
    this.#watcher = new ResizeObserver((entries) => { requestAnimationFrame(() => { this.#measure(entries.at(-1)!); }); });
  }

  start(): void {
    addEventListener('beforeprint', this.#unfold);
    addEventListener('afterprint', this.#fold);
    this.look();
  }

  stop(): void {
    removeEventListener('beforeprint', this.#unfold);
    removeEventListener('afterprint', this.#fold);
    this.#watcher.disconnect();
    this.#watched = undefined;
  }

  /** The page may have come only now. */
  look(): void {
    const page = this.#page();
    if (!page || page === this.#watched) return;
    this.#watched = page;
    this.#watcher.observe(page);
  }

  #measure({ target, contentRect }: ResizeObserverEntry): void {
    const style = getComputedStyle(target), width = Math.floor(Math.min(contentRect.width, 960));
    // Hidden, it has no width; charts wait.
    if (width < 40) return;
    // Very large letters on a small screen: a chart keeps some letters in a line.
    const size = Math.round(Math.min(Number.parseFloat(style.fontSize) * 0.84, width / 12) * 10) / 10;
    if (this.paper?.width === width && this.paper.size === size) return;
    this.paper = { width, size, measure: measureWith(style.fontFamily) };
    this.#draw();
  }

  /** On paper nothing can be opened: the formulas and the tables are there. */
  readonly #unfold = (): void => {
    this.#open = [...this.#page()?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? []];
    for (const each of this.#open) each.open = true;
  };

  readonly #fold = (): void => {
    for (const each of this.#open.splice(0)) each.open = false;
  };
}

let pen: CanvasRenderingContext2D | null | undefined;
function measureWith(font: string): Paper['measure'] {
  pen ??= document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, size, bold = false) => {
    if (!pen) return text.length * size * 0.6;
    const key = `${bold ? 'b' : ''}${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      pen.font = `${bold ? 650 : 400} ${size}px ${font}`;
      known.set(key, width = pen.measureText(text).width);
    }
    return width;
  };
}
