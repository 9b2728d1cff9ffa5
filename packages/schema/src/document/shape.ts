import { join } from '../pointer.js';
import type { Path } from '../types.js';
import { isObject, own, type Report } from './report.js';

// One line per object of the language; the full grammar, with its descriptions, is schemas/form-document.schema.json, and a test
// holds the two together. `!` = required, `[x` = list of x, `+x` = the same, not empty and nothing twice, `2x` = two of x, `?x` = a text or another line, `{x` = map of x, `@x` = another line, `=a|b` = one of these.
const SOURCED = 'sources:[text confidence:=high|medium|low lastChecked:date note:text ';
const SHAPES: Record<string, string> = {
  document: '$schema:text kind!:=form|survey id!:id version!:version title!:text description:text procedure:@procedure schema!:root steps:[@step survey:@survey rules:@rules papers:[@paper fees:[@fee feeTables:[@applied delivery:@delivery parties:@parties notices:[@notice translations:{{@translation',
  procedure: `${SOURCED}code!:text title:text serviceLevel:=full|partial|information agency:@agency legalBasis:[@basis timeLimits:[@limit cases:[@case`,
  agency: 'level:=commune|province|ministry title:text codeList:id field:field',
  basis: 'title!:text effectiveFrom:date effectiveTo:date url:url confidence:=high|medium|low',
  limit: `${SOURCED}channel:=online|counter value!:count unit!:=workingDay|day|workingHour receivedBefore:time`,
  case: `${SOURCED}id!:name title!:text when!:schema code:text timeLimits:[@limit fees:[@fee`,
  step: 'id!:name title!:text hint:text fields:[field when:schema shuffle:flag',
  survey: 'anonymous:flag mode:=pages|one opens:date closes:date thanks:text screenOut:[@screenOut partial:flag minSample:size eligibility:=open|token|dossier indices:[@index',
  screenOut: 'id!:name when!:schema text!:text',
  index: `${SOURCED}id!:name title!:text kind!:=share|mean|nps|points of:+field values:+scalar parts:[@part classes:[@class`,
  part: 'id!:name title!:text max!:above index:name of:field given:flag',
  class: 'title!:text min!:number',
  other: 'choice!:text field!:text',
  image: 'src!:beside alt!:text',
  answer: 'var!:field',
  rules: 'compute:[@compute checks:[@check',
  compute: 'to!:field value!:rule each:field',
  check: 'id:name that!:rule at!:field message!:text each:field level:=warning',
  paper: `${SOURCED}id!:name title!:text hint:text when:schema required:schema types:+media maxBytes:size maxFiles:size sourceDb:text each:field`,
  fee: `${SOURCED}id!:name kind!:=fee|charge|service|postage title!:text amount!:rule quantity:rule unit:text when:schema channel:=online|counter reductions:[@reduction`,
  applied: 'id!:name version!:version',
  feeTable: `${SOURCED}$schema:text id!:name version!:version title:text for!:id fees:[@fee cases:{[@fee remove:+name translations:{{@translation`,
  reduction: 'id!:name title!:text when!:schema amount:rule percent:percent',
  delivery: 'methods!:+=electronic|counter|post field:field',
  parties: 'owner:field submitter:field relation:field',
  notice: 'id!:name text!:text at:=start|review when:schema',
  translation: 'of!:text text!:text',
  annotations: 'widget:=text|textarea|radio|select|combobox|checkbox|checkboxes|money|number|date|time|date-time|person-name|address|tel|email|file|hidden|yes-no|rating|stars|faces|scale|nps|matrix|ranking|images|slider|contact|consent hint:text autocomplete:text width:=xs|s|m|l|full order:number group:text privacy:=public|personal|sensitive codeList:@codeList messages:{text enumLabels:{text prefill:text rowTitle:text ends:2text scores:{number other:@other exclusive:+text softRequired:flag shuffle:flag images:{@image titleParts:[?answer',
  codeList: 'id!:id version:text within:text',
};

const NAME = '[a-z0-9]+(-[a-z0-9]+)*';
const LEAVES: Record<string, [RegExp | ((value: unknown) => boolean), string, string]> = {
  text: [/\S/, 'empty-text', 'a text'],
  id: [RegExp(`^${NAME}(/${NAME})*$`), 'bad-id', 'lower-case words joined by - and /'],
  name: [RegExp(`^${NAME}$`), 'bad-id', 'lower-case words joined by -'],
  version: [/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-[\w.-]+)?$/, 'bad-version', 'a version such as 1.0.0'],
  date: [isDate, 'bad-date', 'a date such as 2026-11-21'],
  time: [/^([01]\d|2[0-3]):[0-5]\d$/, 'bad-time', 'a time such as 15:00'],
  url: [/^https?:\/\/[^\s/]+/, 'bad-url', 'an address that starts with https://'],
  media: [/^[a-z]+\/[\w.+-]+$/, 'bad-media-type', 'a type such as application/pdf'],
  field: [/^\/?([^/~]|~[01])+(\/([^/~]|~[01])*)*$/, 'bad-pointer', 'a pointer such as /child/name'],
  count: [(value) => Number.isInteger(value) && (value as number) >= 0, 'bad-number', 'a whole number, 0 or more'],
  size: [(value) => Number.isInteger(value) && (value as number) > 0, 'bad-number', 'a whole number, 1 or more'],
  percent: [(value) => (value as number) >= 0 && (value as number) <= 100, 'bad-number', '0 to 100'],
  number: [() => true, 'bad-number', 'a number'],
  above: [(value) => (value as number) > 0, 'bad-number', 'a number above 0'],
  flag: [() => true, 'wrong-type', 'true or false'],
  scalar: [() => true, 'wrong-type', 'a text, a number, true or false'],
  // What lies elsewhere would tell somebody else who looks at the page.
  beside: [/^(?![\\/]{2})[^:\\]+$/, 'image-elsewhere', 'a path from the document to the image'],
};
/** Of a leaf that is no text. */
const TYPES: Record<string, string> = { count: 'number', size: 'number', percent: 'number', number: 'number', above: 'number', flag: 'boolean', scalar: 'string number boolean' };

/** A day of the calendar as YYYY-MM-DD. */
export function isDate(value: unknown): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value))?.map(Number) ?? [];
  if (year === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month! - 1, day);
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

/** Called with every well-formed `field`, `rule`, `schema` and `root`, and the object that holds it. */
export type Visit = (kind: string, value: unknown, path: Path, holder: unknown) => void;

/** Reports what in `value` is not of `kind`, a line of the table above. */
export function checkShape(kind: string, value: unknown, path: Path, report: Report, visit: Visit, holder?: unknown): void {
  const rest = kind.slice(1);
  const wrong = (expected: string) => report(path, 'wrong-type', expected, value);
  switch (kind[0]) {
    case '@': {
      if (!isObject(value)) return wrong('an object');
      const known = new Set<string>();
      for (const entry of SHAPES[rest]!.split(' ')) {
        const [, name, required, inner] = /^([^!:]+)(!?):(.+)$/.exec(entry)!;
        known.add(name!);
        const child = own(value, name!);
        if (child !== undefined) checkShape(inner!, child, join(path, name!), report, visit, value);
        else if (required) report(path, 'missing', name!, undefined);
      }
      for (const name of Object.keys(value)) if (!known.has(name) && !(name in {})) report(join(path, name), 'unknown-property', `one of ${[...known].join(', ')}`, name);
      return;
    }
    case '+':
    case '[': {
      if (!Array.isArray(value)) return wrong('a list');
      if (kind[0] === '+' && value.length === 0) report(path, 'empty-list', 'at least one', value);
      if (kind[0] === '+' && new Set(value).size < value.length) report(path, 'duplicate-value', 'each value once', value);
      const ids = new Set<unknown>();
      value.forEach((item, index) => {
        const at = join(path, index);
        checkShape(rest, item, at, report, visit, holder);
        const id = own(item, 'id');
        if (id !== undefined && ids.has(id)) report(join(at, 'id'), 'duplicate-id', 'an id that the list does not have yet', id);
        ids.add(id);
      });
      return;
    }
    case '2':
      if (!Array.isArray(value) || value.length !== 2) return wrong('a list of two');
      return checkShape(`[${rest}`, value, path, report, visit, holder);
    case '?':
      return checkShape(isObject(value) ? `@${rest}` : 'text', value, path, report, visit, holder);
    case '{':
      if (!isObject(value)) return wrong('an object');
      for (const name of Object.keys(value)) checkShape(rest, value[name], join(path, name), report, visit, holder);
      return;
    case '=':
      if (!rest.split('|').includes(value as string)) report(path, 'bad-value', `one of ${rest.replaceAll('|', ', ')}`, value);
      return;
  }
  const leaf = LEAVES[kind];
  if (leaf) {
    const [test, code, expected] = leaf;
    if (!(TYPES[kind] ?? 'string').split(' ').includes(typeof value)) return wrong(expected);
    if (!(typeof test === 'function' ? test(value) : test.test(value as string))) return report(path, code, expected, value);
  }
  visit(kind, value, path, holder);
}
