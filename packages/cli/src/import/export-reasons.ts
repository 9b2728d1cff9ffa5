// Why something of our survey is not in what was exported; see reasons.ts.
import type { Lang } from '../lang.js';

export const exportReasons = {
  'export-condition': {
    vi: ['SurveyJS không diễn đạt được điều kiện này.', 'Câu hỏi luôn hiện và không bắt buộc; viết lại điều kiện trong SurveyJS.'],
    en: ['SurveyJS cannot say this condition.', 'It is always shown and optional; say the condition in SurveyJS.'],
  },
  'export-keyword': {
    vi: ['SurveyJS không có ràng buộc này ({}).', 'Không kiểm tra ở SurveyJS.'],
    en: ['SurveyJS has no such limit ({}).', 'It is not checked there.'],
  },
  'export-note': {
    vi: ['SurveyJS không có chú thích này ({}).', 'Không có gì thay thế.'],
    en: ['SurveyJS has no such annotation ({}).', 'Nothing stands in its place.'],
  },
  'export-setting': {
    vi: ['Thiết lập "{}" thuộc về kênh nhận khảo sát, không thuộc SurveyJS.', 'Không có gì thay thế; thiết lập ở nơi nhận câu trả lời.'],
    en: ['The setting "{}" is that of the channel, not of SurveyJS.', 'Nothing stands in its place; set it where the responses are kept.'],
  },
  'export-other': {
    vi: ['Ô ghi rõ của lựa chọn "khác" nằm trong câu hỏi.', 'Thành câu hỏi riêng ngay sau đó: {}.'],
    en: ['The box of "other" stands inside of the question.', 'It is a question of its own right after it: {}.'],
  },
  'export-boxes': {
    vi: ['SurveyJS không có khối "{}".', 'Thành nhiều ô văn bản dưới một tiêu đề.'],
    en: ['SurveyJS has no block "{}".', 'Several boxes for words under one heading.'],
  },
  'export-rows': {
    vi: ['Các dòng của ma trận trong SurveyJS có chung lựa chọn và cùng bắt buộc hay không ({}).', 'Lấy theo dòng thứ nhất; không bắt buộc từng dòng.'],
    en: ['In SurveyJS the rows of a matrix have the same choices and are all required or none ({}).', 'Those of the first row; no single row is required.'],
  },
  'export-title': {
    vi: ['Tiêu đề dùng khi chưa có câu trả lời: "{}".', 'SurveyJS để trống chỗ đó.'],
    en: ['The title that stands while there is no answer: "{}".', 'SurveyJS leaves a gap.'],
  },
  'export-screen-out': {
    vi: ['SurveyJS không phân biệt dừng sớm với hoàn thành.', 'Thành "trigger complete": bản trả lời được ghi là hoàn thành.'],
    en: ['SurveyJS does not tell an early end from completion.', 'A trigger "complete": the response counts as complete.'],
  },
} satisfies Record<string, Record<Lang, readonly [why: string, instead: string]>>;
