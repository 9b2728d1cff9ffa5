import type { Backend } from '@dvc/core';
import { todayIn } from '@dvc/schema/calendar/today.js';

interface Where { backend: Backend | undefined; api: string | undefined; codeLists: string | undefined; src: string | undefined; headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined }

/** The HTTP client, loaded only by a page that names a back end. Code lists stand beside the documents unless the host says where. */
export async function loadBackend({ backend, api, codeLists, src, headers }: Where): Promise<Backend | undefined> {
  const lists = codeLists ?? besides(src);
  if (backend || (api === undefined && lists === undefined)) return undefined;
  const { createHttpBackend } = await import('@dvc/client');
  return createHttpBackend({ ...(api === undefined ? {} : { api }), ...(lists === undefined ? {} : { codeLists: lists }), ...(headers ? { headers: () => headers() } : {}) });
}

/** `/x/forms/ho-tich/khai-sinh/1.0.0.json` → `/x/code-lists` */
const besides = (src: string | undefined): string | undefined => {
  const at = src?.lastIndexOf('/forms/') ?? -1;
  return at < 0 ? undefined : `${src!.slice(0, at)}/code-lists`;
};

const PATIENCE_MS = 3000;

/** Today at the back end, `YYYY-MM-DD` in Asia/Ho_Chi_Minh; undefined when it does not answer in time. The server judges with its own clock anyway. */
export async function timeOf(backend: Backend | undefined): Promise<string | undefined> {
  if (!backend?.now) return undefined;
  try {
    const instant = await Promise.race([backend.now(), new Promise<undefined>((resolve) => { setTimeout(resolve, PATIENCE_MS); })]);
    if (instant === undefined) return undefined;
    return todayIn('Asia/Ho_Chi_Minh', instant);
  } catch {
    return undefined;
  }
}
