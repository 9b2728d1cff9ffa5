// The HTTP client: loaded by a page that names a back end, or by a form with code lists.
import { createHttpBackend } from '@dvc/client';
import type { Backend } from '@dvc/core';

interface Where { api: string | undefined; codeLists: string | undefined; src: string | undefined; headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined }

/** Code lists stand beside the documents unless the host says where; undefined when nobody says where anything is. */
export function backendOf({ api, codeLists, src, headers }: Where): Backend | undefined {
  const lists = codeLists ?? besides(src);
  if (api === undefined && lists === undefined) return undefined;
  return createHttpBackend({ ...(api === undefined ? {} : { api }), ...(lists === undefined ? {} : { codeLists: lists }), ...(headers ? { headers: () => headers() } : {}) });
}

/** `/x/forms/ho-tich/khai-sinh/1.0.0.json` → `/x/code-lists` */
const besides = (src: string | undefined): string | undefined => {
  const at = src?.lastIndexOf('/forms/') ?? -1;
  return at < 0 ? undefined : `${src!.slice(0, at)}/code-lists`;
};
