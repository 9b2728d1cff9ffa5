import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import { join } from '@dvc/schema';
import type { Look } from '../context.js';

const LIMITS: [pattern: RegExp, limit: number][] = [[/\/(title|rowTitle|group)$|\/enumLabels\//, 200], [/\/hint$/, 300], [/\/message$|\/messages\//, 300], [/\/(description|text|note)$/, 1500]];
const PLACEHOLDER = /\b(TODO|FIXME|XXX+|TBD|lorem ipsum)\b|\.{4,}|…{2,}|<[^<>]*\b(điền|nhập|ghi|tên)\b[^<>]*>|\[(điền|nhập|ghi|tên|chưa)[^\]]*\]|^(Tên (trường|biểu mẫu|câu hỏi)|Câu hỏi|Nội dung) (mới|\d+)$/iu;
/** What the templates of `dvc new` say where only the author knows. */
const TEMPLATE = /^(0\.0{6}|Ghi (tên và số văn bản tại đây|số quyết định công bố thủ tục hành chính|số nghị quyết hoặc thông tư quy định mức thu))$/u;
/** UTF-8 that was read as Windows-1252, and what replaces what cannot be read. */
const BROKEN = /\uFFFD|Ã[\u0080-\u00BF¡-¿]|Ä[\u2018\u2019\u0090-\u0092]|áº|á»|Æ°|Æ¡/u;
const MARKUP = /<\/?(a|b|i|u|p|br|em|strong|span|div|ul|ol|li|font|h[1-6])\b[^>]*>|&(nbsp|lt|gt|amp|quot);/i;

export const lookAtTexts: Look = ({ texts, report }) => {
  for (const { at, text } of texts) {
    const limit = LIMITS.find(([pattern]) => pattern.test(at))?.[1];
    if (limit !== undefined && text.length > limit) report('text-long', at, { got: text.length, limit });
    const placeholder = PLACEHOLDER.exec(text)?.[0];
    if (placeholder !== undefined) report('placeholder', at, { text: placeholder });
    const markup = MARKUP.exec(text)?.[0];
    if (markup !== undefined) report('markup', at, { text: markup });
    if (/(^|\/)(message|messages\/[^/]+)$/.test(at) && !/[.!?…]["”)]?$/.test(text.trim())) report('sentence-open', at);
  }
};

/** How the letters are kept: of every text, translations and sources included. */
export const lookAtLetters: Look = ({ document, report }) => {
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (TEMPLATE.test(value)) report('template-left', path, { text: value });
      if (BROKEN.test(value)) report('mojibake', path, { text: value.slice(0, 60) });
      else if (value.normalize('NFC') !== value) report('text-not-nfc', path);
      // What a rule puts between two texts is no text.
      if (/\S {2,}\S|^\s|\s$|\t/.test(value) && !/\/(pattern|\$comment)$|^\/rules\/\w+\/\d+\/(value|that)\/|\/amount\//.test(path)) report('text-spaces', path);
      if (/\bhttp:\/\//.test(value) && !/\/\$(schema|id)$/.test(path)) report('link-http', path);
    } else if (Array.isArray(value)) value.forEach((item, index) => walk(item, join(path, index)));
    else if (isObject(value)) for (const [key, part] of Object.entries(value)) walk(part, join(path, key));
  };
  walk(document, '');
};

const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u;

export const lookAtTranslations: Look = ({ document, report }) => {
  const translations = document['translations'];
  const english = own(translations, 'en');
  if (!isObject(english) || Object.keys(english).length === 0) report('english-none', '/title');
  for (const [locale, made] of Object.entries(isObject(translations) ? translations : {})) {
    for (const [pointer, translation] of Object.entries(isObject(made) ? made : {})) {
      const text = own(translation, 'text');
      if (typeof text === 'string' && text === own(translation, 'of') && VIETNAMESE.test(text) && text.includes(' ')) report('translation-same', join('/translations', locale, pointer, 'text'), { text });
    }
  }
};

export const lookAtLists: Look = ({ document, findings, codeLists, report }) => {
  if (!codeLists) return;
  const list = [...codeLists].sort().join(', ');
  const known = (id: unknown, path: string) => { if (typeof id === 'string' && !codeLists.has(id)) report('code-list-unknown', path, { id, list }); };
  for (const { schema, path } of findings.schemas) known(own(own(own(schema, 'x-dvc'), 'codeList'), 'id'), join(path, 'x-dvc', 'codeList', 'id'));
  known(own(own(document['procedure'], 'agency'), 'codeList'), '/procedure/agency/codeList');
};

export const lookAtOpenness: Look = ({ schema, report }) => {
  if (schema['unevaluatedProperties'] === undefined && schema['additionalProperties'] === undefined && listOf(schema['required']).length >= 0) report('answers-open', '/schema');
};
