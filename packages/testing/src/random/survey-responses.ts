// Responses that nobody gave, the same for a seed: for charts, and for those who count.
import type { FormDocument, Json, JsonObject, JsonSchemaObject } from '@dvc/schema';
import type { KeptResponse } from '../fake-results.js';
import { seeded } from './random.js';

const WORDS = [
  'Cán bộ hướng dẫn tận tình, tôi chỉ phải đến một lần.', 'Chờ hơn 40 phút mới đến lượt, ghế ngồi không đủ.', 'Trang nộp hồ sơ trên điện thoại chữ nhỏ, người già khó đọc.', 'Nên có người trực hướng dẫn vào đầu giờ sáng.',
  'Nhận kết quả sớm hơn giấy hẹn hai ngày, rất cảm ơn.', 'Phải nộp lại bản sao sổ hộ khẩu dù đã nói là không cần.', 'Tin nhắn báo kết quả đến chậm.', 'Bãi gửi xe xa, trời mưa đi lại vất vả.', 'Mọi thứ đều tốt.', 'Thanh toán trực tuyến bị lỗi hai lần, phải nộp tiền mặt.',
  'Bảng giá phí, lệ phí dán ở chỗ khuất.', 'Cần thêm máy lấy số ở cửa sau.', 'Giải thích rõ ràng, dễ hiểu.', 'Mong kết quả gửi thẳng về nhà qua bưu điện.',
];

const valuesOf = (schema: JsonSchemaObject): Json[] => ((schema['oneOf'] ?? []) as { const: Json }[]).map((each) => each.const);
/** Better answers stand first and are given more often. @param mood 0 to 1, of the people */
const pick = <T>(all: readonly T[], roll: () => number, mood: number): T => all[Math.min(all.length - 1, Math.floor(roll() ** (0.6 + mood * 1.9) * all.length))]!;

function answer(schema: JsonSchemaObject, roll: () => number, mood: number): Json | undefined {
  const { widget } = (schema['x-dvc'] ?? {}) as { widget?: string }, values = valuesOf(schema), items = schema['items'] as JsonSchemaObject | undefined;
  if (widget === 'matrix') return Object.fromEntries(Object.entries(schema['properties'] as unknown as Record<string, JsonSchemaObject>).flatMap(([key, row]) => (roll() < 0.95 ? [[key, answer(row, roll, mood)!]] : [])));
  if (items) {
    const all = valuesOf(items);
    if (widget === 'ranking') return all.map((value, i) => [roll() + i * 0.18, value] as const).sort((a, b) => a[0] - b[0]).map(([, value]) => value);
    const { exclusive = [] } = (schema['x-dvc'] ?? {}) as { exclusive?: Json[] };
    if (exclusive.length && roll() < 0.1) return [exclusive[0]!];
    const some = all.filter((value, i) => roll() < 0.5 / (1 + i * 0.35) && !exclusive.includes(value)).slice(0, (schema['maxItems'] as number | undefined) ?? all.length);
    return some.length ? some : [pick(all, roll, 0.5)];
  }
  if (values.length) return pick(values, roll, mood);
  if (schema['type'] === 'boolean') return roll() < 0.55 + mood * 0.4;
  if (schema['type'] === 'integer') {
    const low = schema['minimum'] as number, high = Math.min(schema['maximum'] as number, low + 10);
    return widget === 'number' ? low + Math.floor(roll() ** 3 * (high - low)) : high - Math.floor(roll() ** (0.7 + mood * 1.6) * (high - low + 1));
  }
  return roll() < 0.35 ? WORDS[Math.floor(roll() * WORDS.length)]! : undefined;
}

/** As far as ready surveys ask: `const`, `enum`, `contains`, `maximum` of properties that must be there. */
function holds(condition: JsonSchemaObject, answers: JsonObject): boolean {
  return Object.entries(condition['properties'] as unknown as Record<string, JsonSchemaObject>).every(([key, wanted]) => {
    const value = answers[key];
    if (value === undefined) return false;
    if ('const' in wanted) return value === wanted['const'];
    if (Array.isArray(wanted['enum'])) return (wanted['enum'] as Json[]).includes(value);
    if (wanted['contains']) return Array.isArray(value) && value.includes((wanted['contains'] as JsonSchemaObject)['const'] as Json);
    return typeof value === 'number' && value <= (wanted['maximum'] as number);
  });
}

export interface Population { readonly n: number; readonly seed: number; readonly days?: readonly string[]; readonly agencies?: readonly string[]; readonly procedures?: readonly string[]; readonly channels?: readonly string[]; /** 0 to 1 */ readonly mood?: (agency: string | undefined, day: string) => number }

export function randomResponses(document: FormDocument, { n, seed, days = ['2026-11-20'], agencies = [], procedures = [], channels = ['portal', 'counter', 'kiosk'], mood = () => 0.6 }: Population): KeptResponse[] {
  const roll = seeded(seed), any = <T>(all: readonly T[]): T | undefined => all[Math.floor(roll() * all.length)];
  const properties = document.schema['properties'] as unknown as Record<string, JsonSchemaObject>;
  const branches = (document.schema['allOf'] ?? []) as unknown as { if: JsonSchemaObject; then: { properties: Record<string, JsonSchemaObject>; required?: string[] } }[];
  return Array.from({ length: n }, (): KeptResponse => {
    const agency = any(agencies), procedure = any(procedures), day = any(days)!, channel = any(channels), answers: JsonObject = {}, how = mood(agency, day);
    const ask = (asked: Record<string, JsonSchemaObject>, required: readonly string[] = []) => {
      for (const [key, schema] of Object.entries(asked)) {
        const must = required.includes(key), given = must || roll() < 0.94 ? answer(schema, roll, how) ?? (must ? WORDS[0] : undefined) : undefined;
        if (given !== undefined) answers[key] = given;
      }
    };
    ask(properties, document.schema['required'] as string[] | undefined);
    for (const branch of branches) if (holds(branch.if, answers)) ask(branch.then.properties, branch.then.required);
    const isOut = (document.survey?.screenOut ?? []).some(({ when }) => holds(when as JsonSchemaObject, answers));
    return { day, answers, outcome: isOut ? 'screened-out' : roll() < 0.04 ? 'partial' : 'complete', ...(agency ? { agency } : {}), ...(procedure ? { procedure } : {}), ...(channel ? { channel } : {}) };
  });
}
