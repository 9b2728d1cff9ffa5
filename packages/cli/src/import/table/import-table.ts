import type { Draft } from '../assemble.js';
import { kebabCase, plain } from '../names.js';
import { closeLists, questionsOf } from './questions.js';
import { readSheets } from './read.js';
import { readRows } from './rows.js';

/** There is no table of fields in the file. */
export class NoFields extends Error {}

/** A table of fields as an agency keeps it, made a draft of a form. `name` is that of the file. */
export async function importTable(bytes: Buffer, name: string): Promise<Draft> {
  const rows = readRows(await readSheets(bytes, name));
  if (!rows.rows.some(({ kind }) => kind === 'field')) throw new NoFields(name);
  const found = questionsOf(rows);
  closeLists(found);
  const title = titleOf(rows.titles) ?? name;
  return {
    id: `nhap/${kebabCase(title, 'bieu-mau')}`, title, root: found.root, steps: found.steps, papers: found.papers,
    notices: found.notices.map((text) => ({ text, gates: [] })), losses: found.losses,
  };
}

/** Letterheads are no titles. */
const LETTERHEAD = /^(cong hoa xa hoi|doc lap|uy ban|ubnd|so |bo |phong |mau so|phu luc|bieu so|so:|ngay |don vi|can cu|ban hanh|kem theo|phien ban|nguoi lap|version|ghi chu|stt)/;

function titleOf(lines: readonly string[]): string | undefined {
  const wanted = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line.length > 4 && line.length < 200 && !LETTERHEAD.test(plain(line)));
  const best = wanted.find((line) => /(to khai|don|phieu|bieu mau|dang ky|de nghi|cap|thu tuc|giay|form)/.test(plain(line))) ?? wanted[0];
  const bare = best?.replace(/^(danh sách|bảng|mô tả|danh mục|đặc tả)\s+(các\s+)?(trường|thông tin|trường thông tin|trường dữ liệu)(\s+(của|trong|trên))?[\s:–-]*/iu, '').replace(/^(tên\s+)?(biểu mẫu|thủ tục|form)\s*:\s*/iu, '').trim();
  if (!bare) return undefined;
  return bare === bare.toUpperCase() ? bare[0] + bare.slice(1).toLowerCase() : bare[0]!.toUpperCase() + bare.slice(1);
}
