import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { isObject } from '@dvc/schema/document/report.js';
import { parseDocument, stringify } from 'yaml';
import { findUp } from '../find-up.js';
import { EXIT, type Io } from '../io.js';
import { readSource } from '../source/read.js';
import { writeSourceSchema } from './source-schema.js';

const USAGE = `Cách dùng: dvc new <mã> [--from <mẫu, tệp biểu mẫu hoặc mã biểu mẫu>] [--title <tên>] [--folder <thư mục>] [--version 1.0.0] [--json]

Tạo <thư mục>/<mã>/<phiên bản>.yaml. Mã viết chữ thường không dấu, ví dụ ho-tich/xac-nhan-hon-nhan.
Mẫu có sẵn: don-gian (đơn ngắn, mặc định), nhieu-buoc (thủ tục có giấy tờ, lệ phí, điều kiện).
`;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/;
const VERSION = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/;
const SCHEMA = 'form-source.schema.json';

export async function run(args: readonly string[], io: Io): Promise<number> {
  const say = (text: string): number => { io.err(`${text}\n`); return EXIT.usage; };
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { from: { type: 'string' }, title: { type: 'string' }, folder: { type: 'string' }, version: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    return say(`${(error as Error).message}\n${USAGE}`);
  }
  const { values, positionals: [id, ...rest] } = parsed;
  if (values.help) { io.out(USAGE); return EXIT.ok; }
  if (id === undefined || rest.length > 0) return say(USAGE);
  if (!ID.test(id)) return say(`Mã "${id}" không hợp lệ: chỉ dùng chữ thường không dấu, số, dấu gạch nối và dấu gạch chéo, ví dụ ho-tich/xac-nhan-hon-nhan.`);
  const version = values.version ?? '1.0.0';
  if (!VERSION.test(version)) return say(`Phiên bản "${version}" không hợp lệ: viết ba số, ví dụ 1.0.0.`);
  const folder = resolve(io.cwd, values.folder ?? '.');
  const target = join(folder, ...id.split('/'), `${version}.${values.json ? 'json' : 'yaml'}`);
  const others = ['yaml', 'yml', 'json'].map((ending) => join(dirname(target), `${version}.${ending}`)).filter(existsSync);
  // An officer's work is never written over.
  if (others.length > 0) return say(`Đã có tệp ${relative(io.cwd, others[0]!)}. Chọn mã khác, hoặc phiên bản khác bằng --version.`);
  const from = values.from ?? 'don-gian';
  const found = original(from, folder, io.cwd);
  if (found === undefined) return say(`Không có mẫu hay biểu mẫu nào là "${from}". Mẫu có sẵn: ${templates().join(', ')}.`);
  const source = readSource(found);
  const isTemplate = templates().some((name) => found.endsWith(`${sep}templates${sep}${name}.yaml`));
  if (!isTemplate && (source.problems.length > 0 || !isObject(source.value))) return say(`Không đọc được ${relative(io.cwd, found)}; chạy "dvc check" với tệp đó trước.`);

  const schema = relative(dirname(target), join(folder, SCHEMA)).split(sep).join('/');
  const title = values.title ?? (isTemplate ? 'Đơn đề nghị' : undefined);
  const text = isTemplate ? filled(source.text, { id, version, title: JSON.stringify(title), schema, today: new Date().toISOString().slice(0, 10) }) : copied(source, { id, version, title, schema });
  mkdirSync(dirname(target), { recursive: true });
  writeSourceSchema(join(folder, SCHEMA), io.cwd);
  writeFileSync(target, values.json ? asJson(text, schema) : text, { flag: 'wx' });
  const name = relative(io.cwd, target);
  io.out(`Đã tạo ${name}.\nMở tệp này để sửa, rồi chạy:\n  dvc check ${name}\n  dvc preview ${name}\n`);
  return EXIT.ok;
}

const templatesFolder = (): string => findUp(import.meta.dirname, 'templates/don-gian.yaml')!.slice(0, -'/don-gian.yaml'.length);
const templates = (): string[] => readdirSync(templatesFolder()).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length)).sort();

/** A template, a file, or the newest version of a form by its id. */
function original(from: string, folder: string, cwd: string): string | undefined {
  if (templates().includes(from)) return join(templatesFolder(), `${from}.yaml`);
  if (/\.(ya?ml|json)$/i.test(from)) return existsSync(resolve(cwd, from)) ? resolve(cwd, from) : undefined;
  if (!ID.test(from)) return undefined;
  for (const root of [folder, findUp(cwd, 'schemas/forms'), findUp(cwd, 'forms')]) {
    const place = root === undefined ? '' : join(root, ...from.split('/'));
    const newest = existsSync(place) ? readdirSync(place).filter((name) => /^\d+\.\d+\.\d+\.(ya?ml|json)$/.test(name)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) : undefined;
    if (newest !== undefined) return join(place, newest);
  }
  return undefined;
}

/** Values are written as JSON where YAML could read them as something else. */
const filled = (text: string, values: Record<string, string | undefined>): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

/** Another form, with its comments, under its new name. */
function copied({ text, format }: { text: string; format: 'json' | 'yaml' }, { id, version, title, schema }: { id: string; version: string; title: string | undefined; schema: string }): string {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  document.set('id', id);
  document.set('version', version);
  if (title !== undefined) document.set('title', title);
  document.delete('$schema');
  const body = format === 'yaml' ? document.toString({ lineWidth: 0 }) : stringify(document.toJS(), { lineWidth: 0 });
  return `# yaml-language-server: $schema=${schema}\n${body.replace(/^# yaml-language-server:.*\n/m, '')}`;
}

function asJson(text: string, schema: string): string {
  return `${JSON.stringify({ $schema: schema, ...(parseDocument(text, { version: '1.2', schema: 'core' }).toJS() as object) }, null, 2)}\n`;
}
