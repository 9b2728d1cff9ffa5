// One question of each type, as a view gets it. Stories and tests draw the same ones.
import type { ChoiceModel, QuestionModel } from '@dvc/ui/survey/model.js';

const choices = (...titles: readonly string[]): ChoiceModel[] => titles.map((title, i) => ({ key: `k${i + 1}`, title }));
const question = (given: Partial<QuestionModel> & Pick<QuestionModel, 'id' | 'widget' | 'title'>): QuestionModel =>
  ({ required: false, choices: [], many: false, chosen: [], text: '', rows: [], exclusive: [], ...given });

/** The official five levels, best first, with their scores. */
export const LEVELS: readonly ChoiceModel[] = [
  { key: 'rat-hai-long', title: 'Rất hài lòng', score: 5 }, { key: 'hai-long', title: 'Hài lòng', score: 4 }, { key: 'binh-thuong', title: 'Bình thường', score: 3 },
  { key: 'khong-hai-long', title: 'Không hài lòng', score: 2 }, { key: 'rat-khong-hai-long', title: 'Rất không hài lòng', score: 1 },
];
const THREE: readonly ChoiceModel[] = [{ key: 'a', title: 'Rất hài lòng', score: 3 }, { key: 'b', title: 'Hài lòng', score: 2 }, { key: 'c', title: 'Không hài lòng', score: 1 }];

const row = (id: string, title: string, more: Partial<QuestionModel> = {}) => question({ id, widget: 'radio', title, choices: LEVELS, ...more });
const picture = (key: string, title: string, src: string) => ({ key, title, image: { src, alt: title } });

/** Drawn here, so that no story asks another server for a picture. */
const drawn = (inside: string) => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="160" height="120" fill="#d9eae8"/>${inside}</svg>`)}`;
const COUNTER = drawn('<rect x="20" y="62" width="120" height="40" fill="#0b5a66"/><circle cx="80" cy="38" r="16" fill="#f2ac1d"/>');
const HOME = drawn('<path d="M30 66 80 24l50 42v38H30z" fill="#0b5a66"/><rect x="68" y="74" width="24" height="30" fill="#f2ac1d"/>');
const PHONE = drawn('<rect x="56" y="14" width="48" height="92" rx="8" fill="#0b5a66"/><rect x="62" y="24" width="36" height="66" fill="#f2ac1d"/>');

const other = question({ id: 'reason-other', widget: 'text', title: 'Xin ghi rõ', maxLength: 200 });

export const QUESTIONS = {
  radio: question({ id: 'q-radio', widget: 'radio', title: 'Ông/bà nộp hồ sơ bằng cách nào?', required: true, choices: [{ key: 'online', title: 'Trực tuyến', hint: 'Trên Cổng dịch vụ công hoặc trang này' }, { key: 'counter', title: 'Tại quầy' }, { key: 'post', title: 'Qua bưu chính' }] }),
  'radio with khác': question({ id: 'q-other', widget: 'radio', title: 'Vì sao ông/bà chưa hài lòng?', choices: choices('Phải chờ lâu', 'Phải đi lại nhiều lần', 'Khác'), chosen: ['k3'], other: { choice: 'k3', question: other } }),
  'yes-no': question({ id: 'q-yes', widget: 'yes-no', title: 'Ông/bà có phải bổ sung giấy tờ không?', choices: [{ key: 'true', title: 'Có' }, { key: 'false', title: 'Không' }] }),
  checkboxes: question({ id: 'q-many', widget: 'checkboxes', title: 'Điều gì cần cải thiện?', hint: 'Chọn tối đa 3 mục.', many: true, maxItems: 3, choices: [...choices('Thời gian giải quyết', 'Thái độ phục vụ', 'Hướng dẫn, biểu mẫu', 'Trang dịch vụ công'), { key: 'none', title: 'Không có điều gì' }], exclusive: ['none'], chosen: ['k2', 'k4'] }),
  select: question({ id: 'q-select', widget: 'select', title: 'Lĩnh vực của hồ sơ', choices: choices('Hộ tịch', 'Cư trú', 'Đất đai', 'Hộ kinh doanh', 'Chứng thực') }),
  scale: question({ id: 'q-scale', widget: 'scale', title: 'Nhìn chung, ông/bà hài lòng ở mức nào với việc giải quyết hồ sơ?', required: true, choices: LEVELS, chosen: ['hai-long'] }),
  'scale of three': question({ id: 'q-three', widget: 'scale', title: 'Mức độ hài lòng về thái độ phục vụ', choices: THREE }),
  faces: question({ id: 'q-faces', widget: 'faces', title: 'Ông/bà thấy việc nộp hồ sơ thế nào?', choices: LEVELS, chosen: ['rat-hai-long'] }),
  stars: question({ id: 'q-stars', widget: 'stars', title: 'Ông/bà chấm mấy sao cho trang dịch vụ công này?', minimum: 1, maximum: 5, ends: ['Rất kém', 'Rất tốt'], chosen: ['4'] }),
  rating: question({ id: 'q-rating', widget: 'rating', title: 'Biểu mẫu có dễ điền không?', minimum: 1, maximum: 7, ends: ['Rất khó', 'Rất dễ'], chosen: ['6'] }),
  nps: question({ id: 'q-nps', widget: 'nps', title: 'Ông/bà có giới thiệu cách nộp hồ sơ trực tuyến cho người thân không?', minimum: 0, maximum: 10, ends: ['Chắc chắn không', 'Chắc chắn có'], chosen: ['9'] }),
  matrix: question({ id: 'q-matrix', widget: 'matrix', title: 'Ông/bà hài lòng thế nào về từng nội dung sau?', rows: [
    row('m1', 'Nơi ngồi chờ và trang thiết bị', { chosen: ['hai-long'] }), row('m2', 'Thái độ giao tiếp của công chức', { chosen: ['rat-hai-long'] }), row('m3', 'Hướng dẫn kê khai hồ sơ đầy đủ, dễ hiểu', { error: 'Chọn một mức.' }), row('m4', 'Thời gian giải quyết so với giấy hẹn'),
  ] }),
  'matrix of many': question({ id: 'q-grid', widget: 'matrix', title: 'Ông/bà đã dùng kênh nào cho từng việc?', many: true, rows: [
    question({ id: 'g1', widget: 'checkboxes', title: 'Hỏi về thủ tục', many: true, choices: choices('Tại quầy', 'Điện thoại', 'Trang web'), chosen: ['k2'] }),
    question({ id: 'g2', widget: 'checkboxes', title: 'Theo dõi hồ sơ', many: true, choices: choices('Tại quầy', 'Điện thoại', 'Trang web') }),
  ] }),
  ranking: question({ id: 'q-rank', widget: 'ranking', title: 'Việc nào cần làm trước? Xếp từ cần nhất đến ít cần nhất.', many: true, choices: choices('Rút ngắn thời gian', 'Bớt giấy tờ phải nộp', 'Trả kết quả tại nhà', 'Hướng dẫn bằng video'), chosen: ['k2', 'k1', 'k3', 'k4'] }),
  'ranking, open': question({ id: 'q-rank-open', widget: 'ranking', title: 'Xếp các kênh theo mức ông/bà hay dùng.', many: true, choices: choices('Tại quầy', 'Trực tuyến', 'Bưu chính') }),
  images: question({ id: 'q-images', widget: 'images', title: 'Ông/bà muốn nhận kết quả ở đâu?', choices: [picture('counter', 'Tại quầy', COUNTER), picture('home', 'Tại nhà', HOME), picture('phone', 'Trên điện thoại', PHONE)], chosen: ['home'] }),
  slider: question({ id: 'q-slider', widget: 'slider', title: 'Hồ sơ đã được giải quyết trong bao nhiêu ngày?', minimum: 0, maximum: 30, step: 1, text: '12' }),
  'slider, open': question({ id: 'q-slider-open', widget: 'slider', title: 'Ông/bà mất bao nhiêu phút để điền biểu mẫu?', minimum: 0, maximum: 60, step: 5, ends: ['rất nhanh', 'rất lâu'] }),
  text: question({ id: 'q-text', widget: 'text', title: 'Nơi ông/bà đã nộp hồ sơ', hint: 'Ví dụ: Trung tâm Phục vụ hành chính công xã Suối Mây.', maxLength: 200 }),
  textarea: question({ id: 'q-area', widget: 'textarea', title: 'Ông/bà muốn góp ý thêm điều gì?', hint: 'Xin không ghi tên, số điện thoại hoặc số giấy tờ.', maxLength: 1000 }),
  number: question({ id: 'q-number', widget: 'number', title: 'Ông/bà đã phải đến trụ sở mấy lần?', inputMode: 'numeric', text: '2' }),
  date: question({ id: 'q-date', widget: 'date', title: 'Ngày ông/bà nhận kết quả' }),
  file: question({ id: 'q-file', widget: 'file', title: 'Ảnh chụp chỗ cần sửa', accept: 'image/jpeg,image/png' }),
  contact: question({ id: 'q-contact', widget: 'contact', title: 'Nếu ông/bà muốn được trả lời', hint: 'Không bắt buộc.', rows: [
    question({ id: 'c1', widget: 'text', title: 'Họ, chữ đệm, tên', autocomplete: 'name' }), question({ id: 'c2', widget: 'text', title: 'Số điện thoại', inputMode: 'tel', autocomplete: 'tel' }), question({ id: 'c3', widget: 'text', title: 'Thư điện tử', inputMode: 'email', autocomplete: 'email' }),
  ] }),
  consent: question({ id: 'q-consent', widget: 'consent', title: 'Tôi đồng ý để cơ quan liên hệ lại về góp ý này.' }),
  address: question({ id: 'q-address', widget: 'address', title: 'Ông/bà đang ở đâu?', rows: [
    question({ id: 'a1', widget: 'combobox', title: 'Tỉnh, thành phố', loadOptions: async () => [{ value: '01', label: 'Hà Nội' }, { value: '08', label: 'Tuyên Quang' }] }), question({ id: 'a2', widget: 'combobox', title: 'Xã, phường, đặc khu', disabled: true }),
  ] }),
  combobox: question({ id: 'q-agency', widget: 'combobox', title: 'Cơ quan đã giải quyết hồ sơ', loadOptions: async () => [{ value: 'a', label: 'Ủy ban nhân dân xã Suối Mây' }, { value: 'b', label: 'Công an xã Suối Mây' }] }),
} as const satisfies Record<string, QuestionModel>;

/** The same question, wrong. */
export const wrong = (model: QuestionModel): QuestionModel => ({ ...model, required: true, chosen: [], text: '', error: 'Chọn một câu trả lời.' });
/** The same question, asked once more. */
export const asked = (model: QuestionModel): QuestionModel => ({ ...model, chosen: [], text: '', warning: 'Ông/bà chưa trả lời câu này. Xin ông/bà trả lời, hoặc bấm “Tiếp tục” lần nữa để bỏ qua.' });
