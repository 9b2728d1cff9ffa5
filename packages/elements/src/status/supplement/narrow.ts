// A form document made into the form of a supplement: the same questions, of which only the remarked ones are asked.
import type { Remark } from '@dvc/core';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const token = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** The officer has a remark about the whole: everything may be changed. */
export const isWhole = (remarks: readonly Remark[]): boolean => remarks.length === 0 || remarks.some(({ path, paper }) => (path === undefined || path === '') && paper === undefined);

/** Is the place what a remark is about, or inside of it? */
export const isRemarked = (path: string, remarks: readonly Remark[]): boolean => remarks.some((remark) => remark.path !== undefined && (path === remark.path || path.startsWith(`${remark.path}/`)));
/** Does a remark lie further inside? */
const leadsTo = (path: string, remarks: readonly Remark[]): boolean => remarks.some((remark) => remark.path?.startsWith(`${path}/`));

/**
 * Hides every question that no remark is about; the form shows one all the same when a correction makes it wrong. Papers that are not remarked, fees, steps and notices fall away:
 * what was sent stays as it is.
 */
export function narrowed(document: unknown, remarks: readonly Remark[], title: string, lead: string): unknown {
  if (!isFields(document)) return document;
  const { steps: _steps, notices: _notices, description: _description, fees: _fees, feeTables: _tables, delivery: _delivery, ...rest } = structuredClone(document);
  const whole = isWhole(remarks);
  const papers = (Array.isArray(rest['papers']) ? rest['papers'] as unknown[] : []).filter(isFields);
  const asked = papers.filter((paper) => remarks.some((remark) => remark.paper?.split('/')[0] === paper['id']));
  const procedure = isFields(rest['procedure']) ? withoutCases(rest['procedure']) : undefined;
  const schema = whole || !isFields(rest['schema']) ? rest['schema'] : hide(rest['schema'], '', { remarks, root: rest['schema'], made: new Set() });
  return {
    ...rest, title, description: lead, ...(procedure ? { procedure } : {}), schema, papers: asked.map((paper) => ({ ...paper, required: true })), translations: translationsOf(rest['translations']),
  };
}

/** What was paid or was free when the dossier was sent is no matter of the supplement. */
const withoutCases = ({ fees: _fees, cases: _cases, ...procedure }: Fields): Fields => procedure;

/** Only those of the questions still have a place. */
const translationsOf = (given: unknown): Fields => (isFields(given) ? Object.fromEntries(Object.entries(given).map(([lang, texts]) => [lang, isFields(texts) ? Object.fromEntries(Object.entries(texts).filter(([at]) => at.startsWith('/schema/'))) : texts])) : {});

interface Hiding { readonly remarks: readonly Remark[]; readonly root: Fields; readonly made: Set<string> }

function hide(schema: Fields, path: string, hiding: Hiding): Fields {
  if (path !== '' && isRemarked(path, hiding.remarks)) return schema;
  const out: Fields = { ...schema };
  const { $ref } = schema;
  // A definition may be used where something is asked, too: the hidden one is another.
  if (typeof $ref === 'string' && $ref.startsWith('#/$defs/')) out['$ref'] = hiddenDefinition($ref.slice(8), path, hiding);
  if (isFields(schema['properties'])) {
    out['properties'] = Object.fromEntries(Object.entries(schema['properties']).map(([name, below]) => [name, isFields(below) ? hide(below, `${path}/${token(name)}`, hiding) : below]));
  } else if (path !== '' && $ref === undefined && !leadsTo(path, hiding.remarks)) out['x-dvc'] = { ...(isFields(schema['x-dvc']) ? schema['x-dvc'] : {}), widget: 'hidden' };
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    const list = schema[name];
    if (Array.isArray(list)) out[name] = (list as unknown[]).map((each) => (isFields(each) && hasPlaces(each) ? hide(each, path, hiding) : each));
  }
  for (const name of ['then', 'else']) if (isFields(schema[name]) && hasPlaces(schema[name])) out[name] = hide(schema[name], path, hiding);
  return out;
}

const hasPlaces = (schema: Fields): boolean => isFields(schema['properties']) || ['allOf', 'anyOf', 'oneOf', 'then', 'else'].some((name) => name in schema);

function hiddenDefinition(name: string, path: string, hiding: Hiding): string {
  const definitions = hiding.root['$defs'] as Fields | undefined;
  const given = definitions?.[name];
  if (!definitions || !isFields(given)) return `#/$defs/${name}`;
  // Where a remark lies inside, each place has its own.
  const own = `hidden${leadsTo(path, hiding.remarks) ? [...hiding.made].length : ''}-${name}`;
  if (!hiding.made.has(own)) {
    hiding.made.add(own);
    definitions[own] = {};
    definitions[own] = hide(given, path === '' ? '/' : path, hiding);
  }
  return `#/$defs/${own}`;
}
