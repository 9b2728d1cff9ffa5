import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, type Io } from '../io.js';
import { checkFile } from './check-file.js';
import { count, report, ruleTable, summary } from './report.js';
import { sentences } from './rules.js';
import type { Finding, Lang } from './types.js';

export { checkFile, checkOpened, type CheckOptions } from './check-file.js';
export { count, report, summary } from './report.js';
export type { Finding, Lang, Level } from './types.js';

const USAGE = `Cách dùng: dvc check <tệp hoặc thư mục>… [--json] [--lang vi|en] [--code-lists <thư mục>] [--forms <thư mục>] [--today <năm-tháng-ngày>]
           dvc check --rules [--json] [--lang vi|en]   (danh sách mọi quy tắc)

Kiểm tra biểu mẫu và biểu phí của nơi tiếp nhận, chỉ ra từng chỗ cần sửa: dòng, cột, mức độ, mã và cách sửa.
Biểu phí được đối chiếu với mọi phiên bản của biểu mẫu ghi ở mục "for", trong thư mục forms (hoặc --forms).
Kết thúc bằng 0 khi không có lỗi, 1 khi có lỗi phải sửa, 2 khi không chạy được.
`;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const asked = options(args);
  if (asked.help) { io.out(USAGE); return EXIT.ok; }
  if (asked.rules) { io.out(ruleTable(asked.lang, asked.json)); return EXIT.ok; }
  if (asked.wrong !== undefined || asked.paths.length === 0) { io.err(`${asked.wrong === undefined ? '' : `${asked.wrong}\n`}${USAGE}`); return EXIT.usage; }
  const missing = asked.paths.filter((path) => !existsSync(resolve(io.cwd, path)));
  if (missing.length > 0) { io.err(missing.map((path) => `Không có tệp hoặc thư mục "${path}" (not found).\n`).join('')); return EXIT.usage; }
  const files = [...new Set(asked.paths.flatMap((path) => formFiles(resolve(io.cwd, path))))];
  if (files.length === 0) { io.err('Trong thư mục này không có biểu mẫu nào (no forms here).\n'); return EXIT.usage; }
  const { lang, today, codeLists, forms } = asked;
  const findings: Finding[] = [];
  for (const file of files) findings.push(...await checkFile(file, { ...(today === undefined ? {} : { today }), ...(codeLists === undefined ? {} : { codeLists: resolve(io.cwd, codeLists) }), ...(forms === undefined ? {} : { forms: resolve(io.cwd, forms) }) }));
  if (asked.json) io.out(`${JSON.stringify({ files, findings: findings.map((finding) => ({ ...finding, ...sentences(finding.rule, finding.params, lang), params: undefined })), ...count(findings) }, null, 2)}\n`);
  else io.out(report(findings, io.cwd, lang) + summary(files.length, findings, lang));
  return count(findings).error > 0 ? EXIT.found : EXIT.ok;
}

interface Asked { paths: string[]; json: boolean; rules: boolean; help: boolean; lang: Lang; today: string | undefined; codeLists: string | undefined; forms: string | undefined; wrong?: string }

function options(args: readonly string[]): Asked {
  const none: Asked = { paths: [], json: false, rules: false, help: false, lang: 'vi', today: undefined, codeLists: undefined, forms: undefined };
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, rules: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, lang: { type: 'string' }, today: { type: 'string' }, 'code-lists': { type: 'string' }, forms: { type: 'string' } } });
    if (values.lang !== undefined && values.lang !== 'vi' && values.lang !== 'en') return { ...none, wrong: '--lang vi | en' };
    return { paths: positionals, json: values.json === true, rules: values.rules === true, help: values.help === true, lang: values.lang === 'en' ? 'en' : 'vi', today: values.today, codeLists: values['code-lists'], forms: values.forms };
  } catch (error) {
    return { ...none, wrong: (error as Error).message };
  }
}

/** A file as it is; of a folder, what looks like a form: not scenarios, not code lists. */
export function formFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    const below = join(path, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'code-lists' ? [] : formFiles(below);
    return /\.(ya?ml|json)$/i.test(entry.name) && !/\.scenarios\.\w+$|^(index|expect|package)\.json$|\.schema\.json$/.test(entry.name) ? [below] : [];
  });
}
