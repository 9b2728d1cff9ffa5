// Lists to look up, for the rare survey that has them: a province, a commune of it, an agency.
import { createHttpBackend } from '@dvc/client';
import { valueOf, type SurveyQuestion, type SurveyState } from '@dvc/core';
import type { ListOption } from '@dvc/ui/survey/model.js';
import type { Lists } from './models.js';

/** `/x/surveys/mot-cua/1.0.0.json` → `/x/code-lists`: they stand beside the documents. */
const besides = (src: string | undefined): string | undefined => {
  const at = /\/(?:surveys|forms)\//.exec(src ?? '')?.index;
  return at === undefined ? undefined : `${src!.slice(0, at)}/code-lists`;
};

/** What a combobox needs of its list. The same list gives the same function, so the control keeps what it has. */
export function codeLists({ api, src }: { api: string | undefined; src: string | undefined }): (state: SurveyState, question: SurveyQuestion) => Lists {
  const folder = besides(src);
  const backend = api === undefined && folder === undefined ? undefined : createHttpBackend({ ...(api === undefined ? {} : { api }), ...(folder === undefined ? {} : { codeLists: folder }) });
  const asked = new Map<string, () => Promise<readonly ListOption[]>>();
  return (state, { codeList, path }) => {
    if (!backend || !codeList) return { listMissing: true };
    const { id, within: sibling } = codeList;
    const above = sibling === undefined ? undefined : valueOf(state, `${path.slice(0, path.lastIndexOf('/'))}/${sibling}`);
    if (sibling !== undefined && typeof above !== 'string') return { disabled: true };
    const within = above as string | undefined;
    const key = `${id}/${within ?? ''}`;
    let ask = asked.get(key);
    if (!ask) {
      asked.set(key, ask = async () => {
        const { items } = await backend.codeList(id, within);
        return items.map(({ code, name, aliases, formerly }) => ({ value: code, label: name, ...(aliases ? { aliases } : {}), ...(formerly ? { formerly } : {}) })) as ListOption[];
      });
    }
    return { loadOptions: ask };
  };
}
