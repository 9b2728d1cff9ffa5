// The official JSON-Schema-Test-Suite is other people's data: read from where it lies, never copied.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonSchema } from '@dvc/schema';
import { DRAFTS, type Draft } from './drafts.js';


export interface SuiteGroup { readonly description: string; readonly schema: JsonSchema; readonly tests: readonly { description: string; data: Json; valid: boolean }[] }
export interface SuiteFile { readonly draft: Draft; /** `minimum`, `optional/format/date` */ readonly name: string; readonly groups: readonly SuiteGroup[] }
export interface Suite { readonly files: readonly SuiteFile[]; /** the commit that the files say they are of */ readonly commit: string | undefined }

interface Record { groups: SuiteGroup[]; source?: { commit?: string } }

/** The folder with one folder per draft: a checkout of the suite, the part of it in the corpus, or undefined. */
export function findSuite(root: string, given = process.env['DVC_SUITE']): string | undefined {
  const corpus = process.env['DVC_CORPUS'] ?? join(root, '../shared/corpus');
  const folders = given === undefined ? ['corpus/jsonschema-test-suite', 'jsonschema-test-suite', 'tests'].map((name) => join(corpus, name)) : [join(given, 'tests'), given];
  return folders.find((folder) => DRAFTS.some((draft) => existsSync(join(folder, draft))));
}

export function readSuite(folder: string): Suite {
  const files: SuiteFile[] = [];
  let commit: string | undefined;
  for (const draft of DRAFTS) {
    if (!existsSync(join(folder, draft))) continue;
    for (const file of (readdirSync(join(folder, draft), { recursive: true }) as string[]).filter((each) => each.endsWith('.json')).sort()) {
      const read = JSON.parse(readFileSync(join(folder, draft, file), 'utf8')) as SuiteGroup[] | Record;
      const groups = Array.isArray(read) ? read : read.groups;
      commit ??= Array.isArray(read) ? undefined : read.source?.commit;
      files.push({ draft, name: file.slice(0, -'.json'.length).replaceAll('\\', '/'), groups });
    }
  }
  return { files, commit };
}

const META: { [draft in Draft]: string } = {
  draft4: 'http://json-schema.org/draft-04/schema#', draft6: 'http://json-schema.org/draft-06/schema#', draft7: 'http://json-schema.org/draft-07/schema#',
  'draft2019-09': 'https://json-schema.org/draft/2019-09/schema', 'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/** The schema as one who writes in this draft would publish it. */
export const published = (schema: JsonSchema, draft: Draft): JsonSchema => (typeof schema === 'object' && schema['$schema'] === undefined ? { $schema: META[draft], ...schema } : schema);
