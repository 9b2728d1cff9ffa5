// Why something of another survey is not in ours; see reasons.ts.
import type { Lang } from '../lang.js';

export const surveyReasons = {
  appearance: {
    vi: ['Cách bày trang ({}) do trang web quyết định, không do phiếu khảo sát.', 'Không cần làm gì.'],
    en: ['How the page looks ({}) is the portal\'s, not the survey\'s.', 'Nothing to do.'],
  },
  'survey-behaviour': {
    vi: ['Phiếu khảo sát không có cách hoạt động này ({}).', 'Không có gì thay thế; câu hỏi vẫn được hỏi.'],
    en: ['The survey has no such behaviour ({}).', 'Nothing stands in its place; the question is still asked.'],
  },
  'survey-words': {
    vi: ['Câu chữ này ({}) do hệ thống viết.', 'Dùng câu của hệ thống.'],
    en: ['These words ({}) are the system\'s.', 'The words of the system.'],
  },
  'enable-condition': {
    vi: ['Phiếu khảo sát không khóa câu hỏi theo điều kiện.', 'Câu hỏi luôn trả lời được; nếu cần thì ẩn nó bằng "when".'],
    en: ['A survey does not lock a question under a condition.', 'It can always be answered; hide it with "when" if need be.'],
  },
  'choice-condition': {
    vi: ['Phiếu khảo sát không ẩn từng lựa chọn, từng dòng hay từng cột theo điều kiện.', 'Mọi lựa chọn luôn hiện; nếu cần thì tách thành hai câu hỏi, mỗi câu một điều kiện.'],
    en: ['A survey does not hide single choices, rows or columns under a condition.', 'All of them are shown; make two questions of it if need be.'],
  },
  'required-condition': {
    vi: ['Điều kiện để bắt buộc này không diễn đạt được bằng JSON Schema ({}).', 'Câu hỏi không bắt buộc; viết lại điều kiện trong "then.required".'],
    en: ['JSON Schema cannot say when this is required ({}).', 'The question is optional; say it in "then.required".'],
  },
  'required-over': {
    vi: ['Câu vừa luôn bắt buộc vừa có điều kiện bắt buộc.', 'Chỉ bắt buộc khi điều kiện đúng, như SurveyJS vẫn làm.'],
    en: ['It is both always required and required under a condition.', 'It is required while the condition holds, as SurveyJS has it.'],
  },
  computed: {
    vi: ['Phiếu khảo sát không tính giá trị hay tự điền bằng biểu thức.', 'Không có gì thay thế; tính sau, khi xem kết quả.'],
    en: ['A survey computes and fills nothing by an expression.', 'Nothing stands in its place; reckon it from the results.'],
  },
  'expression-question': {
    vi: ['Câu này không hỏi gì, chỉ hiện một giá trị được tính.', 'Không nhập; tính sau, khi xem kết quả.'],
    en: ['This asks nothing; it shows a computed value.', 'Not imported; reckon it from the results.'],
  },
  quiz: {
    vi: ['Phiếu khảo sát không chấm điểm và không tính giờ.', 'Không có gì thay thế.'],
    en: ['A survey marks no answers and sets no time.', 'Nothing stands in its place.'],
  },
  trigger: {
    vi: ['Hành động tự chạy này ({}) không có trong phiếu khảo sát.', 'Không có gì thay thế; diễn đạt bằng điều kiện hiện câu hỏi nếu được.'],
    en: ['The survey has no such trigger ({}).', 'Nothing stands in its place; say it with conditions if that does.'],
  },
  'trigger-complete': {
    vi: ['Kết thúc sớm khi điều kiện đúng.', 'Thành mục "survey.screenOut": người trả lời dừng lại ở đó và bản trả lời được ghi là không thuộc diện hỏi.'],
    en: ['It ends early while the condition holds.', 'An entry of "survey.screenOut": the person stops there, and the response counts as screened out.'],
  },
  'after-sending': {
    vi: ['Trang web đặt phiếu khảo sát quyết định việc sau khi gửi.', 'Lắng nghe sự kiện gửi xong trên trang web, nếu cần chuyển trang.'],
    en: ['What happens after sending is the portal\'s.', 'Listen to the event on the page, if it should go elsewhere.'],
  },
  piping: {
    vi: ['Chỗ điền sẵn {} không phải câu trả lời nào, hoặc đứng ở nơi không điền được.', 'Trong câu văn có dấu "…" ở chỗ đó; viết lại câu.'],
    en: ['{} is no answer, or stands where none can be put in.', 'The text has "…" there; write it again.'],
  },
  exploded: {
    vi: ['Phiếu khảo sát không có bảng nhiều ô hay danh sách thêm dòng.', 'Mỗi ô thành một câu hỏi riêng: {}.'],
    en: ['A survey has no tables of cells and no lists to add to.', 'Each cell is a question of its own: {}.'],
  },
  rows: {
    vi: ['Người trả lời không thêm bớt dòng được.', 'Hỏi đúng {} lần.'],
    en: ['Rows cannot be added or removed.', 'It is asked {} times.'],
  },
  'survey-signature': {
    vi: ['Phiếu khảo sát không nhận chữ ký vẽ tay.', 'Không hỏi; nếu cần xác nhận thì thêm câu hỏi đồng ý.'],
    en: ['A survey takes no drawn signature.', 'Not asked; add a question of consent if need be.'],
  },
  picture: {
    vi: ['Ngoài hình của lựa chọn, phiếu khảo sát không có hình, phim hay bản đồ hình.', 'Không hiện; viết nội dung cần biết thành chữ.'],
    en: ['Apart from pictures of choices a survey has none, and no films.', 'Not shown; say in words what it told.'],
  },
  'statement-moved': {
    vi: ['Đoạn chữ nằm giữa các câu hỏi.', 'Thành gợi ý của {}.'],
    en: ['A text stood between the questions.', 'It is the hint of {}.'],
  },
  'section-page': {
    vi: ['Khung có tiêu đề nằm trong một trang.', 'Thành một phần riêng, hiện như một trang.'],
    en: ['A titled panel stood within a page.', 'It is a section of its own, shown like a page.'],
  },
  frame: {
    vi: ['Khung chỉ để xếp các câu hỏi.', 'Các câu hỏi bên trong vẫn được hỏi, theo thứ tự cũ.'],
    en: ['The panel only arranges questions.', 'Those inside are asked, in the same order.'],
  },
  'page-empty': {
    vi: ['Trang không có câu hỏi và không có chữ nào.', 'Không nhập.'],
    en: ['The page asks nothing and says nothing.', 'Not imported.'],
  },
  'cell-words': {
    vi: ['Chữ riêng của từng ô không có trong ma trận.', 'Dùng tên cột cho mọi dòng.'],
    en: ['A matrix has no words of single cells.', 'The columns\' titles stand for all rows.'],
  },
  'never-shown': {
    vi: ['Phần này bị ẩn trong phiếu gốc và không có điều kiện nào làm nó hiện.', 'Không nhập.'],
    en: ['This is hidden in the source, and no condition shows it.', 'Not imported.'],
  },
  'no-name': {
    vi: ['Câu hỏi không có tên.', 'Tên trong dữ liệu gửi đi: {}.'],
    en: ['The question has no name.', 'Its name in the payload: {}.'],
  },
  'text-long': {
    vi: ['Câu văn dài hơn 4.000 ký tự.', 'Phần sau bị cắt; rút gọn câu văn.'],
    en: ['The text is longer than 4,000 characters.', 'The rest is cut; make it shorter.'],
  },
  'picture-elsewhere': {
    vi: ['Hình nằm ở máy chủ khác ({}).', 'Lựa chọn chỉ còn chữ; tải hình về trang web rồi ghi ở "x-dvc.images".'],
    en: ['The picture is on another server ({}).', 'The choice has words alone; put it on your own and name it in "x-dvc.images".'],
  },
  weight: {
    vi: ['Điểm hay trọng số của lựa chọn.', 'Ghi ở "x-dvc.scores".'],
    en: ['What a choice is worth.', 'It is in "x-dvc.scores".'],
  },
  'mode-single': {
    vi: ['Mọi câu hỏi trên một trang.', 'Các phần vẫn hiện lần lượt.'],
    en: ['All questions on one page.', 'The sections are shown one after the other.'],
  },
} satisfies Record<string, Record<Lang, readonly [why: string, instead: string]>>;
