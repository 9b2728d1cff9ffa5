// Answers that a citizen could have given, made from the plan alone.
import { answerIssues, shownNodes, startForm, type FormState, type NodeState } from '@dvc/core';
import { split, type FormPlan, type Json, type JsonObject, type Path } from '@dvc/schema';

export interface SampleOptions {
  /** `YYYY-MM-DD` */
  today: string;
  /** Codes of a list, of its part within another code. */
  codes: (id: string, within?: string) => readonly string[];
}

/** Rounds of filling and mending; each can bring new places. */
const ROUNDS = 12;

const FORMATS: Record<string, readonly Json[]> = {
  'person-name': ['Nguyễn Thị Mẫu'], 'personal-id': ['001190000001', '001090000002', '001090000003', '001190000004', '001220000005', '001320000006'], phone: ['0912345678'], email: ['mau@example.vn'], 'tax-code': ['0100109106', '0101243150'], passport: ['C1234567'], 'partial-date': ['1990', '1990-05-20'], time: ['09:00:00+07:00', '09:00:00Z'],
  'iso-time': ['09:00:00'], 'date-time': ['2026-01-05T09:00:00+07:00'], uri: ['https://example.vn/'], uuid: ['123e4567-e89b-12d3-a456-426614174000'], money: [100000],
};

/** A complete sample: every question that is asked is answered, wherever an answer can be guessed. */
export function sampleOf(plan: FormPlan, options: SampleOptions): JsonObject {
  const data: JsonObject = {};
  const start = () => startForm(plan, { data, today: options.today, defaults: true });
  for (let round = 0; round < ROUNDS; round += 1) {
    const state = start();
    const before = JSON.stringify(data);
    for (const { node, path } of shownNodes(state.root)) {
      if (node.shape.kind === 'list' && (node.rows?.length ?? 0) === 0 && path !== '') put(data, path, Array.from({ length: Math.max(1, node.shape.minItems) }, () => rowOf(node)));
      else if (node.shape.kind === 'field' && path !== '' && node.value === undefined && !node.plan.computed && !node.shape.readOnly) {
        const [first] = candidates(node, data, path, options);
        if (first !== undefined) put(data, path, first);
      }
    }
    if (JSON.stringify(data) === before) break;
  }
  mend(data, start, options);
  return data;
}

const rowOf = (node: NodeState): Json => (node.plan.item?.kind === 'object' ? {} : null);

/** Tries other answers where the first guess is refused, by a check or by a pattern. */
function mend(data: JsonObject, start: () => FormState, options: SampleOptions): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const issues = answerIssues(start());
    const issue = issues.find(({ node }) => node.shape.kind === 'field');
    if (!issue) return;
    let best = issues.length;
    const node = issue.node;
    const path = issue.path;
    const kept = structuredClone(data);
    let found: Json | undefined;
    for (const candidate of candidates(node, data, path, options)) {
      put(data, path, candidate);
      const left = answerIssues(start()).length;
      if (left < best) { best = left; found = candidate; }
    }
    for (const name of Object.keys(data)) delete data[name];
    Object.assign(data, kept);
    if (found === undefined) return;
    put(data, path, found);
  }
}

function candidates(node: NodeState, data: JsonObject, path: Path, { today, codes }: SampleOptions): Json[] {
  const { shape } = node;
  const { choices, many, codeList, format, types, maxLength } = shape;
  if (choices) return choices.map(({ value }) => (many ? [value] : value));
  if (codeList) {
    const within = codeList.within === undefined ? undefined : at(data, `${path.slice(0, path.lastIndexOf('/'))}/${codeList.within}`);
    return codes(codeList.id, typeof within === 'string' ? within : undefined).slice(0, 3);
  }
  const examples = [shape.defaultValue, shape.example && asJson(shape.example.text)].filter((each) => each !== undefined) as Json[];
  if (types?.includes('boolean')) return [true, false];
  if (format === 'date') return [...examples, '1990-05-20', day(today, -30), day(today, 0), day(today, 7), day(today, 400), '2020-05-20', '1950-05-20'];
  if (format !== undefined && FORMATS[format]) return [...examples, ...FORMATS[format]];
  if (types?.some((type) => type === 'integer' || type === 'number')) return [...examples, ...numbers(node)];
  if (types?.length === 1 && types[0] === 'array') return [[]];
  const text = /\b(địa chỉ|số nhà|đường)\b/iu.test(shape.title?.text ?? '') ? 'Số 5, đường Mẫu' : 'Nội dung mẫu';
  return [...examples, maxLength === undefined ? text : text.slice(0, maxLength), 'AB 123456', '29A-12345', '123456', 'mau', '1'];
}

function numbers(node: NodeState): number[] {
  const limits = node.plan.assertions.flatMap(({ schema }) => [1, 2, 10, 100, 1_000, 1_000_000, 0, 1990, 2020, 50].filter((each) => schema.test(each)));
  return [...new Set([...limits, 1, 2, 10, 100, 0])];
}

const asJson = (text: string): Json => { try { return JSON.parse(text) as Json; } catch { return text; } };
const day = (today: string, days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

function at(data: Json, path: Path): Json | undefined {
  return split(path).reduce<Json | undefined>((value, name) => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as JsonObject)[name] : undefined), data);
}

/** Puts an answer at a path; a number is the place of a row that is there. */
function put(data: JsonObject, path: Path, value: Json): void {
  const names = split(path);
  let holder: Record<string, Json> = data;
  for (const [index, name] of names.slice(0, -1).entries()) {
    const next = holder[name];
    if (typeof next !== 'object' || next === null) holder[name] = /^\d+$/.test(names[index + 1]!) ? [] : {};
    holder = holder[name] as Record<string, Json>;
  }
  holder[names.at(-1)!] = value;
}
