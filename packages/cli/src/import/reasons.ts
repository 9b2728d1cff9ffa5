import type { Lang } from '../lang.js';
import { exportReasons } from './export-reasons.js';
import { surveyReasons } from './survey-reasons.js';

/** Why something was not kept, and what stands in its place or what the officer does about it. */
const formReasons = {
  script: {
    vi: ['Biểu mẫu là dữ liệu, không chạy mã lệnh.', 'Chưa có gì thay thế; nếu cần, viết lại bằng điều kiện "when" hoặc quy tắc trong "rules".'],
    en: ['A form is data and runs no code.', 'Nothing stands in its place; if need be, say it with "when" or in "rules".'],
  },
  'script-condition': {
    vi: ['Điều kiện hiện trường này là mã lệnh, không chuyển được.', 'Trường luôn hiện và không bắt buộc; viết lại điều kiện bằng "when".'],
    en: ['The condition is code and cannot be translated.', 'The question is always shown and optional; say the condition with "when".'],
  },
  condition: {
    vi: ['Điều kiện này không diễn đạt được bằng JSON Schema ({}).', 'Trường luôn hiện và không bắt buộc; viết lại điều kiện bằng "when".'],
    en: ['JSON Schema cannot say this condition ({}).', 'The question is always shown and optional; say the condition with "when".'],
  },
  'condition-cycle': {
    vi: ['Các điều kiện phụ thuộc lẫn nhau thành vòng tròn.', 'Trường luôn hiện và không bắt buộc; chọn một trường làm gốc rồi viết lại điều kiện.'],
    en: ['The conditions depend on each other in a circle.', 'The question is always shown and optional; choose one that comes first and say the condition again.'],
  },
  'condition-words': {
    vi: ['Điều kiện ghi bằng lời nên không đoán thành điều kiện máy hiểu.', 'Lời văn được giữ trong gợi ý dưới trường, trường không bắt buộc; viết điều kiện bằng "when" rồi đặt lại bắt buộc.'],
    en: ['The condition is in words, and nothing was guessed from them.', 'The words are kept as a hint and the question is optional; say the condition with "when" and make it required again.'],
  },
  'required-words': {
    vi: ['Ô "bắt buộc" ghi bằng lời: "{}".', 'Trường không bắt buộc; nếu bắt buộc có điều kiện thì viết bằng "when".'],
    en: ['Whether it is required is said in words: "{}".', 'The question is optional; say a condition with "when".'],
  },
  'type-unknown': {
    vi: ['Không biết kiểu dữ liệu "{}".', 'Dùng ô nhập văn bản; sửa "type" hoặc "format" nếu cần.'],
    en: ['The type "{}" is not known.', 'A box for text; mend "type" or "format" if need be.'],
  },
  'type-guessed': {
    vi: ['Bảng không ghi kiểu dữ liệu của trường này.', 'Kiểu được suy từ tên trường: {}. Kiểm tra lại.'],
    en: ['The table does not say the type of this field.', 'The type was taken from the name: {}. Look at it again.'],
  },
  'type-near': {
    vi: ['Biểu mẫu không có kiểu trường này.', 'Được thay bằng: {}.'],
    en: ['The language has no such question.', 'In its place: {}.'],
  },
  'not-needed': {
    vi: ['Trang dịch vụ tự lo việc này.', 'Không cần làm gì.'],
    en: ['The portal does this by itself.', 'Nothing to do.'],
  },
  signature: {
    vi: ['Chữ ký vẽ tay trên màn hình không có trong biểu mẫu.', 'Người nộp ký số hoặc nộp bản đã ký ở phần thành phần hồ sơ.'],
    en: ['A signature drawn on the screen is not part of a form.', 'The citizen signs electronically, or adds a signed paper.'],
  },
  'choices-elsewhere': {
    vi: ['Danh sách lựa chọn lấy từ nơi khác ({}) nên không có trong tệp.', 'Dùng ô nhập văn bản; thêm các lựa chọn bằng "oneOf" hoặc danh mục bằng "x-dvc.codeList".'],
    en: ['The choices come from elsewhere ({}) and are not in the file.', 'A box for text; add the choices with "oneOf" or a list with "x-dvc.codeList".'],
  },
  'choices-missing': {
    vi: ['Không có lựa chọn nào.', 'Dùng ô nhập văn bản; thêm các lựa chọn bằng "oneOf".'],
    en: ['There are no choices.', 'A box for text; add the choices with "oneOf".'],
  },
  'choice-twice': {
    vi: ['Lựa chọn "{}" có hai lần với cùng một mã.', 'Chỉ giữ lựa chọn thứ nhất.'],
    en: ['The choice "{}" is there twice with one code.', 'The first one is kept.'],
  },
  'code-list': {
    vi: ['Danh mục nằm ngoài bảng.', 'Dùng danh mục "{}" của hệ thống; kiểm tra có đúng danh mục này không.'],
    en: ['The list is not in the table.', 'The list "{}" of the system; look whether it is the right one.'],
  },
  renamed: {
    vi: ['Mã này đã dùng hoặc biểu mẫu không nhận.', 'Mã mới trong dữ liệu gửi đi: {}.'],
    en: ['This name is taken, or the language does not take it.', 'Its new name in the payload: {}.'],
  },
  'label-missing': {
    vi: ['Trường không có nhãn.', 'Lấy tạm: "{}". Viết lại nhãn ở "title".'],
    en: ['The question has no label.', 'For now: "{}". Write its "title".'],
  },
  pattern: {
    vi: ['Mẫu {} không an toàn hoặc không viết được trong biểu mẫu.', 'Không kiểm tra theo mẫu; viết lại ở "pattern".'],
    en: ['The pattern {} is unsafe, or the language cannot write it.', 'It is not checked; write a "pattern" again.'],
  },
  default: {
    vi: ['Giá trị ban đầu {} không hợp với kiểu của trường.', 'Trường bắt đầu bằng ô trống.'],
    en: ['The first value {} does not fit the question.', 'The question begins empty.'],
  },
  'read-only': {
    vi: ['Trường bị khóa nhưng không có giá trị nào để hiện.', 'Người dân tự điền; nếu là giá trị tính thì viết quy tắc trong "rules.compute".'],
    en: ['The question is locked without any value to show.', 'The citizen fills it; if it is computed, write a rule in "rules.compute".'],
  },
  formatting: {
    vi: ['Biểu mẫu không nhận HTML.', 'Chỉ giữ chữ; kiểm tra lại câu văn.'],
    en: ['The language takes no HTML.', 'The words alone are kept; read them again.'],
  },
  moved: {
    vi: ['Đoạn chữ nằm giữa các trường.', 'Chuyển thành thông báo ở đầu biểu mẫu, hoặc gợi ý của bước.'],
    en: ['A text stood between the questions.', 'It is a notice at the start, or the hint of its step.'],
  },
  placeholder: {
    vi: ['Không có chữ mờ trong ô: nó biến mất khi gõ.', 'Bỏ, vì trường đã có gợi ý.'],
    en: ['There are no placeholders: they go when one types.', 'Left out, since the question has a hint.'],
  },
  heading: {
    vi: ['Trong một bước không có tiêu đề con cho khung này.', 'Các trường vẫn theo thứ tự cũ.'],
    en: ['Within a step there is no heading for this frame.', 'The questions keep their order.'],
  },
  'step-empty': {
    vi: ['Phần này không có câu hỏi nào, chỉ có giấy tờ hoặc đoạn chữ.', 'Không thành một bước; giấy tờ được hỏi ở phần thành phần hồ sơ.'],
    en: ['This part asks nothing; it has papers or words alone.', 'It is no step; papers are asked for in their own place.'],
  },
  'custom-message': {
    vi: ['Câu báo lỗi có phần tự điền hoặc thuộc quy tắc không còn.', 'Dùng câu báo lỗi của hệ thống; viết lại ở "x-dvc.messages".'],
    en: ['The message has parts that are filled in, or belongs to a rule that is gone.', 'The message of the system; write your own in "x-dvc.messages".'],
  },
  rule: {
    vi: ['Ràng buộc này không có trong JSON Schema.', 'Không kiểm tra; viết thành quy tắc trong "rules.checks" nếu cần.'],
    en: ['JSON Schema has no such limit.', 'It is not checked; write it in "rules.checks" if need be.'],
  },
  storage: {
    vi: ['Cách lưu và bảo vệ dữ liệu do hệ thống quyết định, không do biểu mẫu.', 'Báo cho người quản trị nếu dữ liệu cần xử lý riêng.'],
    en: ['How data is stored and protected is the system\'s, not the form\'s.', 'Tell the administrator if the data needs care of its own.'],
  },
  privacy: {
    vi: ['Mã hóa hoặc ẩn dữ liệu do hệ thống quyết định.', 'Trường được đánh dấu nhạy cảm bằng "x-dvc.privacy".'],
    en: ['Encrypting or hiding data is the system\'s.', 'The question is marked sensitive with "x-dvc.privacy".'],
  },
  hidden: {
    vi: ['Trường bị ẩn trong biểu mẫu gốc.', 'Vẫn ẩn; nếu mã lệnh làm nó hiện thì viết điều kiện bằng "when".'],
    en: ['The question is hidden in the source.', 'It stays hidden; if code showed it, say the condition with "when".'],
  },
  'data-shape': {
    vi: ['Dữ liệu gửi đi có hình dạng khác.', 'Trong dữ liệu mới: {}.'],
    en: ['The payload has another shape.', 'In the new payload: {}.'],
  },
  'file-limit': {
    vi: ['Giới hạn tệp "{}" không dùng được.', 'Dùng giới hạn của hệ thống.'],
    en: ['The limit of files "{}" cannot be used.', 'The limits of the system.'],
  },
  'form-elsewhere': {
    vi: ['Biểu mẫu con nằm ở nơi khác ({}), không có trong tệp.', 'Nhập riêng biểu mẫu đó rồi ghép vào.'],
    en: ['The inner form is elsewhere ({}) and not in the file.', 'Import that form and put it in.'],
  },
  unit: {
    vi: ['Đơn vị tiền không phải đồng Việt Nam ({}).', 'Nhập như số thường, ghi đơn vị sau nhãn.'],
    en: ['The currency is not the đồng ({}).', 'A plain number with its unit after the label.'],
  },
  behaviour: {
    vi: ['Cách hoạt động này không có trong biểu mẫu.', 'Không có gì thay thế.'],
    en: ['The language has no such behaviour.', 'Nothing stands in its place.'],
  },
  unknown: {
    vi: ['Không biết thuộc tính này.', 'Không có gì thay thế; xem lại trong biểu mẫu gốc.'],
    en: ['This property is not known.', 'Nothing stands in its place; look at the source.'],
  },
  column: {
    vi: ['Không biết cột này dùng làm gì.', 'Không nhập các ô của cột; đổi tên cột nếu cần.'],
    en: ['What this column is for is not known.', 'Its cells are not imported; give it another name if need be.'],
  },
  outside: {
    vi: ['Dòng này không phải một trường.', 'Không nhập.'],
    en: ['This row is not a field.', 'Not imported.'],
  },
  sheet: {
    vi: ['Trang tính này không có bảng trường.', 'Không nhập.'],
    en: ['This sheet has no table of fields.', 'Not imported.'],
  },
  length: {
    vi: ['Độ dài "{}" không áp dụng được cho kiểu trường này.', 'Bỏ giới hạn này.'],
    en: ['The length "{}" is not for this kind of question.', 'The limit is left out.'],
  },
  'list-columns': {
    vi: ['Bảng con không ghi các cột.', 'Tạm có một cột "Nội dung"; thêm cột ở "items.properties".'],
    en: ['The columns of the inner table are not said.', 'For now one column "Nội dung"; add columns in "items.properties".'],
  },
  metadata: {
    vi: ['Thông tin quản trị của nền tảng cũ.', 'Không thuộc về biểu mẫu.'],
    en: ['Administrative data of the old platform.', 'Not part of a form.'],
  },
  translation: {
    vi: ['Bản dịch của câu không còn trong biểu mẫu.', 'Bỏ bản dịch này.'],
    en: ['A translation of a text that the form does not have.', 'The translation is left out.'],
  },
} satisfies Record<string, Record<Lang, readonly [why: string, instead: string]>>;

const table = { ...formReasons, ...surveyReasons, ...exportReasons };
export type Reason = keyof typeof table;
export const reasons: Readonly<Record<Reason, Record<Lang, readonly [why: string, instead: string]>>> = table;
