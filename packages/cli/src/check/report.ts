import { relative } from 'node:path';
import { RULES, sentences } from './rules.js';
import type { Finding, Lang, Level } from './types.js';

const LEVELS: Record<Level, Record<Lang, string>> = { error: { vi: 'lỗi', en: 'error' }, warning: { vi: 'nên sửa', en: 'warning' }, info: { vi: 'gợi ý', en: 'info' } };

/** One line each: `file:line:column  level  code  what – what to do`. */
export function report(findings: readonly Finding[], cwd: string, lang: Lang = 'vi'): string {
  return findings.map(({ file, line, column, level, code, rule, params }) => {
    const { what, todo } = sentences(rule, params, lang);
    return `${relative(cwd, file) || file}:${line}:${column}  ${LEVELS[level][lang]}  ${code}  ${what} – ${todo}\n`;
  }).join('');
}

export function count(findings: readonly Finding[]): Record<Level, number> {
  const of = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

export function summary(forms: number, findings: readonly Finding[], lang: Lang = 'vi'): string {
  const { error, warning, info } = count(findings);
  if (lang === 'en') return `${forms} form${forms === 1 ? '' : 's'}: ${error} error${error === 1 ? '' : 's'}, ${warning} warning${warning === 1 ? '' : 's'}, ${info} hint${info === 1 ? '' : 's'}. ${error > 0 ? 'Mend the errors before publishing.' : 'It can be published.'}\n`;
  return `${forms} biểu mẫu: ${error} lỗi, ${warning} chỗ nên sửa, ${info} gợi ý. ${error > 0 ? 'Cần sửa hết lỗi trước khi công bố.' : 'Có thể công bố.'}\n`;
}

/** Every rule, as a table that a page of the documentation can be made of. */
export function ruleTable(lang: Lang, json: boolean): string {
  const rules = [...RULES.values()].sort((a, b) => (a.code < b.code ? -1 : 1)).map((rule) => ({ code: rule.code, level: rule.level, what: rule[lang][0], todo: rule[lang][1] }));
  if (json) return `${JSON.stringify(rules, null, 2)}\n`;
  return rules.map(({ code, level, what, todo }) => `${code}  ${LEVELS[level][lang].padEnd(7)}  ${what} – ${todo}\n`).join('');
}
