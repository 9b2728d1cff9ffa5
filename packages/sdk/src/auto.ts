// The loader: one script for a whole site. A page without our tags pays for this file and nothing else.

/** One `import()` per tag, spelled out so that the bundler sees it; nothing is made from a name that stands in the page. */
const ENTRIES: Record<string, () => Promise<unknown>> = {
  'dvc-form': () => import('./form.js'),
  'dvc-payment': () => import('./payment.js'),
  'dvc-status': () => import('./status.js'),
  'dvc-survey': () => import('./survey.js'),
  'dvc-survey-results': () => import('./survey-results.js'),
};

const waiting = new Set(Object.keys(ENTRIES));
let watcher: MutationObserver | undefined;

/** Loads the entries of all tags that stand in `root`. A failed download is tried again with the next such tag. */
function load(root: ParentNode): void {
  for (const tag of waiting) {
    if (!root.querySelector(tag)) continue;
    waiting.delete(tag);
    ENTRIES[tag]!().catch((error: unknown) => {
      waiting.add(tag);
      console.error(`[dvc] could not load <${tag}>`, error);
    });
  }
  if (waiting.size === 0) watcher?.disconnect();
}

load(document);
if (waiting.size) {
  // Content managers and single-page hosts put the tag in later.
  watcher = new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length)) load(document);
  });
  watcher.observe(document, { childList: true, subtree: true });
}
