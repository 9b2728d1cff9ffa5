import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import manifest from '../packages/sdk/custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

const PAGE = { light: '#ffffff', dark: '#15191b' };
/** Widths in CSS px: a small phone, a phone held wide, a counter's screen. */
const WIDTHS = { full: '', phone: '320px', tablet: '768px', counter: '1280px' } as const;
interface Choices { locale: string; theme: keyof typeof PAGE; width: keyof typeof WIDTHS; textSize: string }

// A documentation page shows many stories at once, each with its own frame.
const watchers = new WeakMap<Element, MutationObserver>();

/** Hands the toolbar's choices to every element of ours in the story, as a portal would: by attributes and tokens. */
const surroundings: Decorator = (story, { globals, viewMode }) => {
  const { locale, theme, width, textSize } = globals as unknown as Choices;
  document.documentElement.lang = locale;
  if (viewMode === 'story') document.body.style.background = PAGE[theme];
  const dress = (frame?: Element) => {
    if (!(frame instanceof HTMLElement)) return;
    frame.style.background = PAGE[theme];
    frame.style.maxWidth = WIDTHS[width];
    frame.style.setProperty('--dvc-font-size', textSize === '18px' ? null : textSize);
    const apply = () => {
      for (const element of frame.querySelectorAll('*')) {
        if (!element.localName.startsWith('dvc-')) continue;
        if (element.getAttribute('theme') !== theme) element.setAttribute('theme', theme);
        if (element.getAttribute('locale') !== locale) element.setAttribute('locale', locale);
      }
    };
    apply();
    // A story may put its element in later.
    watchers.get(frame)?.disconnect();
    const watcher = new MutationObserver(apply);
    watchers.set(frame, watcher);
    watcher.observe(frame, { childList: true, subtree: true });
  };
  return html`<div ${ref(dress)}>${story()}</div>`;
};

const preview: Preview = {
  decorators: [surroundings],
  globalTypes: {
    locale: { description: 'Language', toolbar: { title: 'Language', icon: 'globe', dynamicTitle: true, items: [{ value: 'vi', title: 'Tiếng Việt' }, { value: 'en', title: 'English' }] } },
    theme: { description: 'Theme', toolbar: { title: 'Theme', icon: 'contrast', dynamicTitle: true, items: [{ value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }] } },
    width: {
      description: 'Width',
      toolbar: { title: 'Width', icon: 'mobile', dynamicTitle: true, items: [{ value: 'full', title: 'Full' }, { value: 'phone', title: '320 px' }, { value: 'tablet', title: '768 px' }, { value: 'counter', title: '1280 px' }] },
    },
    textSize: {
      description: 'Text size',
      toolbar: { title: 'Text size', icon: 'paragraph', dynamicTitle: true, items: [{ value: '18px', title: '100 %' }, { value: '27px', title: '150 %' }, { value: '36px', title: '200 %' }, { value: '72px', title: '400 %' }] },
    },
  },
  initialGlobals: { locale: 'vi', theme: 'light', width: 'full', textSize: '18px' },
  parameters: {
    layout: 'fullscreen',
    options: { storySort: { order: ['Start', 'Form', ['Real forms', 'States'], 'Fields', 'Furniture', '*'] } },
    // One violation fails the story: the rules of WCAG 2.2 AA.
    a11y: { test: 'error', options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
    docs: { toc: true },
    controls: { expanded: true },
  },
  tags: ['autodocs'],
};
export default preview;
