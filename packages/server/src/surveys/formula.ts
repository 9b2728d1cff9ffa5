// The formula of an index in words, as a codebook prints it: whoever has the export reckons the same.
import type { SurveyIndex } from '@dvc/core/survey/indices.js';
import type { QuestionChoice } from './questions.js';

const paths = (of: readonly string[] = []) => of.join(' + ');
const words = (values: readonly unknown[] = []) => values.map((value) => String(value)).join(', ');

/** @param scores of the question at a path, by value */
export function formulaOf(index: SurveyIndex, all: readonly SurveyIndex[], scoresOf: (path: string) => readonly QuestionChoice[]): string {
  switch (index.kind) {
    case 'share': return `100 × (số câu trả lời ${words(index.values)} tại ${paths(index.of)}) / (số câu trả lời hợp lệ tại ${paths(index.of)})`;
    case 'nps': return `100 × (số câu trả lời 9–10 − số câu trả lời 0–6) / (số câu trả lời tại ${paths(index.of)})`;
    case 'mean': {
      const scores = [...new Map((index.of ?? []).flatMap(scoresOf).flatMap(({ value, score }) => (score === undefined ? [] : [[value, score] as const])))];
      return `Σ (điểm × số câu trả lời) / Σ (số câu trả lời có điểm) tại ${paths(index.of)}${scores.length > 0 ? `; điểm: ${scores.map(([value, score]) => `${value} = ${score}`).join(', ')}` : ''}`;
    }
    case 'points': return (index.parts ?? []).map((part) => {
      const share = all.find(({ id }) => id === part.index);
      if (share) return `${part.max} × [${share.id}] / 100`;
      return part.of !== undefined ? `điểm trung bình tại ${part.of}` : `số liệu của cơ quan (0–${part.max}): ${part.id}`;
    }).join(' + ');
  }
}
