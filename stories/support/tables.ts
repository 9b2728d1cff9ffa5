// The tables of the documentation, made of what the code itself says. Plain functions that return Markdown: a test holds them.
import { tokens } from '@dvc/ui/tokens.js';
import { table } from './table.js';

interface Named { name: string; description?: string; default?: string; type?: { text: string }; fieldName?: string; kind?: string; attribute?: string; parameters?: { name: string; type?: { text: string } }[]; return?: { type?: { text: string } }; readonly?: boolean }
export interface ElementFacts { tagName: string; attributes: Named[]; members: Named[]; events: Named[]; slots: Named[]; cssParts: Named[]; cssProperties: Named[] }
export interface Manifest { modules: { declarations: unknown[] }[] }

/** What the manifest says of one element. */
export function factsOf(manifest: Manifest, tag: string): ElementFacts {
  const found = manifest.modules.flatMap(({ declarations }) => declarations as ElementFacts[]).find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`the manifest has no <${tag}>: run npm run build -- manifest --force`);
  return found;
}

const cell = (text: string | undefined) => (text ?? '').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
// Storybook never breaks code in a table: a long value stands as text.
const code = (text: string | undefined) => (!text ? '' : text.length > 40 ? cell(text) : `\`${text.replaceAll('|', '\\|')}\``);

const type = (each: Named) => code(each.type?.text.replace(/ \| undefined$/, '').replace(/^\((\(\) => .+)\)$/, '$1'));

export const attributes = ({ attributes: all }: ElementFacts): string =>
  table(['Attribute', 'Type', 'Default', 'What it does'], all.map((each) => [code(each.name), type(each), code(each.default?.replace(/^'(.*)'$/, '$1')), cell(each.description)]));

const isMethod = (each: Named) => each.kind === 'method';
/** Properties that are not attributes too. */
export const properties = ({ members }: ElementFacts): string =>
  table(['Property', 'Type', 'What it is'], members.filter((each) => !isMethod(each) && each.attribute === undefined).map((each) => [`${code(each.name)}${each.readonly ? ' (read only)' : ''}`, type(each), cell(each.description)]));
export const methods = ({ members }: ElementFacts): string =>
  table(['Method', 'What it does'], members.filter(isMethod).map((each) => [code(`${each.name}(${(each.parameters ?? []).map((one) => `${one.name}: ${one.type?.text ?? 'unknown'}`).join(', ')}): ${each.return?.type?.text ?? 'void'}`), cell(each.description)]));
export const events = (facts: ElementFacts): string => table(['Event', 'When'], facts.events.map((each) => [code(each.name), cell(each.description)]));
export const slots = (facts: ElementFacts): string => table(['Slot', 'What goes in'], facts.slots.map((each) => [code(each.name), cell(each.description)]));
export const parts = ({ cssParts }: ElementFacts): string => table(['Part', 'What a citizen sees'], cssParts.map((each) => [code(`::part(${each.name})`), cell(each.description)]));

/** Public token → its default, from the sheet that ships. */
export function tokenDefaults(): Map<string, { light: string; dark?: string }> {
  const text = tokens.cssText;
  const dark = new Map<string, string>();
  const all = new Map<string, { light: string; dark?: string }>();
  for (const [block, into] of [[text.slice(text.indexOf('@media')), dark], [text.slice(0, text.indexOf('@media')), undefined]] as const) {
    for (const [, name, value] of block.matchAll(/--dvc-i-[\w-]+:\s*var\((--dvc-[\w-]+),\s*(.+?)\);/g)) {
      if (into) into.set(name!, value!);
      else all.set(name!, { light: value!, ...(dark.has(name!) ? { dark: dark.get(name!)! } : {}) });
    }
  }
  return all;
}

export function tokenTable({ cssProperties }: ElementFacts): string {
  const about = new Map(cssProperties.map((each) => [each.name, each.description]));
  return table(['Token', 'Light', 'Dark', 'What it colours or measures'], [...tokenDefaults()].map(([name, value]) => [code(name), code(value.light), code(value.dark), cell(about.get(name))]));
}

interface Schema { title?: string; description?: string; $ref?: string; properties?: Record<string, Schema>; required?: string[]; items?: Schema; enum?: unknown[]; const?: unknown; type?: string; additionalProperties?: unknown; $defs?: Record<string, Schema> }

const english = (text: string | undefined) => text?.split(' / ').at(-1);
const target = (schema: Schema) => /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? schema.items?.$ref ?? '')?.[1];
const kind = (schema: Schema) => {
  const to = target(schema);
  if (to) return schema.items ? `list of [${to}](#${to.toLowerCase()})` : `[${to}](#${to.toLowerCase()})`;
  return schema.enum ? schema.enum.map((each) => code(String(each))).join(', ') : schema.type ?? '';
};

/** The keys of one part of the form language, from its meta-schema. */
export function keys(language: Schema, def?: string): string {
  const of = def === undefined ? language : language.$defs?.[def];
  if (!of?.properties) throw new Error(`the meta-schema has no keys for ${def}`);
  const { properties: all, required = [] } = of;
  return table(['Key', 'Holds', 'Meaning'], Object.entries(all).map(([name, schema]) => {
    const behind = target(schema);
    return [`${code(name)}${required.includes(name) ? ' **(required)**' : ''}`, kind(schema), cell(english(schema.description) ?? (behind ? english(language.$defs?.[behind]?.description) : undefined))];
  }));
}

/** The operators of rules: name and what they do. */
export const operators = (language: Schema): string => table(['Operator', 'Gives'], Object.entries(language.$defs!['expression']!.properties!).map(([name, schema]) => [code(name), cell(english(schema.description))]));

/** The parts of the language that have keys of their own, in the order of the meta-schema. */
export const partsOfLanguage = (language: Schema): string[] => Object.entries(language.$defs!).filter(([name, schema]) => schema.properties && schema.additionalProperties === false && name !== 'expression').map(([name]) => name);
