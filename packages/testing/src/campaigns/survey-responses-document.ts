// The campaign's own survey: one question of every kind that is counted, a branch, and an index of every kind.
import type { FormDocument, Json, JsonObject } from '@dvc/schema';

export const levels = ['rat-hai-long', 'hai-long', 'binh-thuong', 'khong-hai-long', 'rat-khong-hai-long'] as const;
export const ways = ['web', 'counter', 'post', 'none'] as const;
export const wishes = ['time', 'cost', 'staff'] as const;
export const agencies = ['H99.01', 'H99.02', 'H99.03', 'H99.04'] as const;
export const channels = ['portal', 'kiosk', 'link'] as const;
const scale = (title: string) => ({ type: 'string', title, oneOf: levels.map((value) => ({ const: value, title: value })), 'x-dvc': { widget: 'scale', scores: Object.fromEntries(levels.map((value, at) => [value, 5 - at])) } });

export const survey = {
  kind: 'survey', id: 'thu-nghiem/phieu-hai-long', version: '1.0.0', title: 'Phiếu thử nghiệm',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
    properties: {
      satisfaction: scale('Mức độ hài lòng'),
      ways: { type: 'array', title: 'Kênh đã dùng', uniqueItems: true, items: { oneOf: ways.map((value) => ({ const: value, title: value })) }, 'x-dvc': { widget: 'checkboxes', exclusive: ['none'] } },
      wishes: { type: 'array', title: 'Điều quan trọng', uniqueItems: true, items: { oneOf: wishes.map((value) => ({ const: value, title: value })) }, 'x-dvc': { widget: 'ranking' } },
      staff: { type: 'object', title: 'Cán bộ', properties: { polite: scale('Lịch sự'), clear: scale('Rõ ràng') }, 'x-dvc': { widget: 'matrix' } },
      recommend: { type: 'integer', title: 'Giới thiệu', minimum: 0, maximum: 10, 'x-dvc': { widget: 'nps' } },
      visits: { type: 'integer', title: 'Số lần đi lại', minimum: 0, maximum: 50 },
      online: { type: 'boolean', title: 'Có nộp trực tuyến không?' },
      comment: { type: 'string', title: 'Góp ý', maxLength: 500, 'x-dvc': { widget: 'textarea' } },
    },
    required: ['satisfaction', 'comment'],
    allOf: [{ if: { properties: { satisfaction: { enum: ['khong-hai-long', 'rat-khong-hai-long'] } }, required: ['satisfaction'] }, then: { properties: { why: { type: 'string', title: 'Vì sao?', oneOf: ['late', 'cost', 'manner'].map((value) => ({ const: value, title: value })) } }, required: ['why'] } }],
    unevaluatedProperties: false,
  },
  steps: [{ id: 'all', title: 'Ý kiến', fields: ['/satisfaction', '/why', '/ways', '/wishes', '/staff', '/recommend', '/visits', '/online', '/comment'] }],
  survey: {
    anonymous: true, partial: true,
    indices: [
      { id: 'share', title: 'Tỷ lệ hài lòng', kind: 'share', of: ['/satisfaction', '/staff'], values: ['rat-hai-long', 'hai-long'] },
      { id: 'mean', title: 'Điểm trung bình', kind: 'mean', of: ['/staff'] },
      { id: 'nps', title: 'NPS', kind: 'nps', of: ['/recommend'] },
      { id: 'points', title: 'Điểm', kind: 'points', parts: [{ id: 'a', title: 'A', max: 12, index: 'share' }, { id: 'b', title: 'B', max: 5, of: '/satisfaction' }, { id: 'c', title: 'C', max: 3, given: true }], classes: [{ title: 'Tốt', min: 12 }, { title: 'Khá', min: 0 }] },
    ],
  },
} as unknown as FormDocument;
export const given = [{ survey: survey.id, part: 'c', value: 2.5 }];

export const markerOf = (number: number): string => `Công dân ${String(number).padStart(6, '0')}`;

/** What somebody answers; some say what a spreadsheet would run. */
export function answersOf(number: number, random: () => number): JsonObject {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const some = <T>(all: readonly T[]): T[] => [...all].sort(() => random() - 0.5).slice(0, 1 + Math.floor(random() * all.length));
  const maybe = (name: string, value: () => Json): JsonObject => (random() < 0.8 ? { [name]: value() } : {});
  const satisfaction = pick([...levels, 'hai-long', 'hai-long', 'rat-hai-long']);
  const sign = pick(['', '', '', '=', '@', '＝', '-', '"=', '\n+']);
  return {
    satisfaction, comment: `${markerOf(number)}${sign && `\n${sign}1+1, "trích"`}`,
    ...(satisfaction.includes('khong') ? { why: pick(['late', 'cost', 'manner']) } : {}),
    ...maybe('ways', () => (random() < 0.2 ? ['none'] : some(ways.slice(0, 3)))), ...maybe('wishes', () => some(wishes)), ...maybe('staff', () => ({ polite: pick(levels), ...(random() < 0.7 ? { clear: pick(levels) } : {}) })),
    ...maybe('recommend', () => Math.floor(random() * 11)), ...maybe('visits', () => Math.floor(random() * 6)), ...maybe('online', () => random() < 0.5),
  };
}
