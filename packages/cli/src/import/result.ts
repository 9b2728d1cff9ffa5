import type { FormDocument, Problem } from '@dvc/schema';
import type { Lang } from '../lang.js';
import { assemble, type Draft } from './assemble.js';
import { faultsOf } from './judge.js';
import { reported, type Loss, type Reported } from './loss.js';
import { writeYaml } from './write-yaml.js';

export interface Imported {
  document: FormDocument;
  losses: Loss[];
  /** Why the document is no form yet; nothing, as a rule. */
  faults: Problem[];
}

export async function finish(draft: Draft): Promise<Imported> {
  const made = assemble(draft);
  const translations = draft.translate?.(made);
  const document = translations ? { ...made, translations } : made;
  return { document, losses: draft.losses, faults: await faultsOf(document) };
}

export const reportOf = ({ losses }: Imported, lang: Lang): Reported[] => losses.map((loss) => reported(loss, lang));

export function yamlOf({ document, losses }: Imported, from: string, lang: Lang): string {
  const head = lang === 'vi'
    ? [`Nhập từ ${from}.`, `${losses.length} điểm cần xem lại; những điểm thuộc một trường được ghi ngay trên trường đó.`, 'Kiểm tra: dvc check <tệp này>. Xem thử: dvc preview <tệp này>.']
    : [`Imported from ${from}.`, `${losses.length} points to look at; those of one question stand above it.`, 'Check: dvc check <this file>. See it: dvc preview <this file>.'];
  return writeYaml(document, losses, head, lang);
}
