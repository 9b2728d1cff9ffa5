import { browserArgs, browserPath } from '../../scripts/lib/browser.mjs';

export const CHROME = browserPath();
/** A hidden page must neither be slowed down nor wait for a screen: "to paint" would be rounded up to 16.7 ms. */
export const FLAGS = [...browserArgs, '--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-frame-rate-limit', '--disable-gpu-vsync'];
