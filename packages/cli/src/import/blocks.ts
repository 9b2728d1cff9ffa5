// Parts of forms that both importers put together: as our own forms have them.
import { problemOfPattern } from '@dvc/schema/document/safe-pattern.js';
import type { JsonSchemaObject } from '@dvc/schema';
import { question, add, type Question } from './tree.js';

export const personalId: JsonSchemaObject = { type: 'string', format: 'personal-id', 'x-dvc': { privacy: 'personal', width: 'm', hint: '12 chữ số, ghi trên thẻ căn cước.' } };
export const phone: JsonSchemaObject = { type: 'string', format: 'phone', 'x-dvc': { widget: 'tel', autocomplete: 'tel', privacy: 'personal', width: 'm' } };
export const email: JsonSchemaObject = { type: 'string', format: 'email', 'x-dvc': { widget: 'email', autocomplete: 'email', privacy: 'personal' } };
export const personName: JsonSchemaObject = { type: 'string', format: 'person-name', maxLength: 100, 'x-dvc': { widget: 'person-name', privacy: 'personal' } };
export const date: JsonSchemaObject = { type: 'string', format: 'date' };
export const money: JsonSchemaObject = { type: 'integer', minimum: 0, 'x-dvc': { widget: 'money' } };
export const longText: JsonSchemaObject = { type: 'string', maxLength: 2000, 'x-dvc': { widget: 'textarea', width: 'full' } };

export const codeList = (id: string, within?: string): JsonSchemaObject => ({ type: 'string', 'x-dvc': { widget: 'combobox', codeList: { id, ...(within ? { within } : {}) } } });

/** An address in Việt Nam: province, commune within it, and the rest. */
export function address(of: Question): Question {
  of.kind = 'object';
  of.schema = { ...of.schema, 'x-dvc': { ...(of.schema['x-dvc'] as object | undefined), widget: 'address' } };
  const part = (name: string, label: string, schema: JsonSchemaObject) => add(of, question({ name, label, path: of.path, schema: { title: label, ...schema }, required: of.required }));
  const note = (schema: JsonSchemaObject, more: JsonSchemaObject): JsonSchemaObject => ({ ...schema, 'x-dvc': { ...(schema['x-dvc'] as object), ...more } });
  part('province', 'Tỉnh, thành phố', note(codeList('provinces'), { autocomplete: 'address-level1' }));
  part('commune', 'Xã, phường, đặc khu', note(codeList('communes', 'province'), { autocomplete: 'address-level2' }));
  part('detail', 'Số nhà, đường, thôn, tổ dân phố', { type: 'string', minLength: 1, maxLength: 200, 'x-dvc': { autocomplete: 'street-address', privacy: 'personal', width: 'full' } });
  return of;
}

/** Adds to `x-dvc`, so that nothing of it is lost. */
export const noted = (schema: JsonSchemaObject, more: JsonSchemaObject): JsonSchemaObject => ({ ...schema, 'x-dvc': { ...(schema['x-dvc'] as JsonSchemaObject | undefined), ...more } });

/** Sentences of a hint, each ended. */
export const sentences = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.map((part) => part?.trim()).filter((part): part is string => Boolean(part)).map((part) => (/[.!?…:;]$/.test(part) ? part : `${part}.`)).join(' ') || undefined;

/** How many characters a text of the document may have. */
export const MOST_TEXT = 4000;
export const short = (text: string, most = 200): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Whether a document may hold this sentence about a keyword: the language takes everything called `pattern` for one, wherever it stands. */
export const sayable = (keyword: string, sentence: string): boolean => keyword !== 'pattern' || problemOfPattern(sentence) === undefined;
