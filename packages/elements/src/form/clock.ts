import type { Backend } from '@dvc/core';
import { todayIn } from '@dvc/schema/calendar/today.js';

const PATIENCE_MS = 3000;

/** Today at the back end, `YYYY-MM-DD` in Asia/Ho_Chi_Minh; undefined when it does not answer in time. The server judges with its own clock anyway. */
export async function timeOf(backend: Backend): Promise<string | undefined> {
  if (!backend.now) return undefined;
  try {
    const instant = await Promise.race([backend.now(), new Promise<undefined>((resolve) => { setTimeout(resolve, PATIENCE_MS); })]);
    return instant === undefined ? undefined : todayIn('Asia/Ho_Chi_Minh', instant);
  } catch {
    return undefined;
  }
}
