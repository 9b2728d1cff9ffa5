// Every code that the evaluator can say has a sentence in both languages, and this is the place that notices one without.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorSentence, loadWords } from '@dvc/locale';
import { compileSchema, SchemaError, type Issue, type Json, type JsonSchema } from '@dvc/schema';
import { jsonSchemas, jsonValues } from './random/json-schemas.js';
import { whole } from '@dvc/schema/json-schema/whole.js';

const [vi, en] = [await loadWords('vi'), await loadWords('en')];

/** What the schema makes of the value, the control that shows it, and both sentences as they must stand. */
type Row = [schema: JsonSchema, value: Json, control: string, label: string, vi: string, en: string];

const closed = { properties: { a: true }, additionalProperties: false } as const;
const cases = [{ required: ['a'] }, { required: ['b'] }];
const rows: Row[] = [
  // The kind of answer, in every kind of place
  [{ type: 'string' }, 5, 'text', 'Tên', 'Nội dung ở mục tên phải là chữ. Nhập lại.', 'The answer for tên must be text. Enter it again.'],
  [{ type: ['string', 'null'] }, 5, 'textarea', 'Tên', 'Nội dung ở mục tên phải là chữ. Nhập lại.', 'The answer for tên must be text. Enter it again.'],
  [{ type: 'number' }, 'x', 'number', 'Số', 'Nhập số bằng chữ số, ví dụ 12.', 'Enter a number for số, for example 12.'],
  [{ type: ['null', 'number'] }, 'x', 'number', 'Diện tích', 'Nhập diện tích bằng chữ số, ví dụ 12.', 'Enter a number for diện tích, for example 12.'],
  [{ type: 'integer' }, 1.5, 'number', 'Số người', 'Nhập số người bằng số nguyên, ví dụ 12.', 'Enter a whole number for số người, for example 12.'],
  [{ type: 'integer' }, 'x', 'money', 'Lệ phí', 'Nhập lệ phí bằng chữ số, ví dụ 150.000.', 'Enter an amount in figures for lệ phí, for example 150,000.'],
  [{ type: 'boolean' }, 'x', 'checkbox', 'Đồng ý', 'Đánh dấu hoặc bỏ dấu ở ô “Đồng ý”.', 'Tick or untick “Đồng ý”.'],
  [{ type: 'boolean' }, 'x', 'text', 'Đồng ý', 'Trả lời có hoặc không ở mục đồng ý.', 'Answer yes or no for đồng ý.'],
  [{ type: 'boolean' }, 'x', 'radio', 'Kết hôn', 'Chọn lại kết hôn.', 'Choose kết hôn again.'],
  [{ type: 'null' }, 1, 'text', 'Ghi chú', 'Để trống mục ghi chú.', 'Leave ghi chú empty.'],
  [{ type: 'object' }, 1, 'group', 'Địa chỉ', 'Phần địa chỉ phải gồm nhiều mục con. Xóa nội dung hiện có rồi nhập từng mục.', 'Địa chỉ must have several answers in it. Clear what is there and fill in each of them.'],
  [{ type: 'array' }, 1, 'list', 'Thành viên', 'Phần thành viên phải là một danh sách. Xóa nội dung hiện có rồi thêm từng mục.', 'Thành viên must be a list. Clear what is there and add the items one by one.'],
  [{ type: 'array' }, 'a', 'checkboxes', 'Giấy tờ', 'Chọn lại giấy tờ.', 'Choose giấy tờ again.'],
  [{ type: ['string', 'integer', 'null'] }, true, 'text', 'Số nhà', 'Nội dung ở mục số nhà phải thuộc một trong các kiểu: chữ hoặc số. Nhập lại.', 'The answer for số nhà must be of one of these kinds: text or number. Enter it again.'],
  // One of several values, or one alone
  [{ enum: ['a', 'b'] }, 'c', 'select', 'Dân tộc', 'Chọn dân tộc trong danh sách.', 'Choose dân tộc from the list.'],
  [{ enum: ['a', 'b'] }, 'c', 'combobox', 'Dân tộc', 'Chọn dân tộc trong danh sách.', 'Choose dân tộc from the list.'],
  [{ oneOf: [{ const: 'm', title: 'Nam' }, { const: 'f', title: 'Nữ' }] }, 'x', 'radio', 'Giới tính', 'Chọn một trong các câu trả lời ở mục giới tính.', 'Choose one of the answers offered for giới tính.'],
  [{ enum: ['A', 'B', 3, null] }, 'c', 'text', 'Hạng', 'Mục hạng chỉ nhận “A”, “B” hoặc “3”. Nhập lại.', 'Only “A”, “B”, or “3” will do for hạng. Enter it again.'],
  [{ enum: [{ a: 1 }] }, 'c', 'text', 'Hạng', 'Chọn hạng trong danh sách.', 'Choose hạng from the list.'],
  [{ const: 'VN' }, 'x', 'text', 'Quốc tịch', 'Nhập “VN” ở mục quốc tịch.', 'Enter “VN” for quốc tịch.'],
  [{ const: 1500 }, 1, 'number', 'Mức', 'Nhập 1.500 ở mục mức.', 'Enter 1,500 for mức.'],
  [{ const: true }, false, 'checkbox', 'Cam đoan', 'Đánh dấu vào ô “Cam đoan” để tiếp tục.', 'Tick “Cam đoan” to continue.'],
  [{ const: false }, true, 'checkbox', 'Đã chết', 'Bỏ dấu ở ô “Đã chết” để tiếp tục.', 'Untick “Đã chết” to continue.'],
  [{ const: true }, false, 'radio', 'Đồng ý', 'Chọn “Có” ở mục đồng ý.', 'Choose “Yes” for đồng ý.'],
  [{ const: null }, 1, 'text', 'Ghi chú', 'Để trống mục ghi chú.', 'Leave ghi chú empty.'],
  [{ const: { a: 1 } }, {}, 'group', 'Địa chỉ', 'Phần địa chỉ phải giữ đúng nội dung cho sẵn. Sửa lại như cũ.', 'Địa chỉ must keep the content that was given. Put it back as it was.'],
  // Text
  [{ minLength: 3 }, 'ab', 'text', 'Họ tên', 'Nhập ít nhất 3 ký tự ở mục họ tên.', 'Enter at least 3 characters for họ tên.'],
  [{ minLength: 1 }, '', 'text', 'Họ tên', 'Nhập họ tên.', 'Enter họ tên.'],
  [{ maxLength: 1 }, 'ab', 'textarea', 'Lý do', 'Nhập tối đa 1 ký tự ở mục lý do. Viết ngắn lại.', 'Enter at most 1 character for lý do. Shorten the text.'],
  [{ pattern: '^\\d{12}$' }, 'x', 'text', 'Số định danh', 'Nhập số định danh gồm 12 chữ số.', 'Enter số định danh as 12 digits.'],
  [{ pattern: '^[A-Z]{2}\\d{6}$' }, 'x', 'text', 'Số giấy', 'Nhập số giấy gồm 2 chữ cái in hoa, rồi 6 chữ số.', 'Enter số giấy as 2 capital letters, then 6 digits.'],
  [{ pattern: '^[\\p{L} ]+$' }, '1', 'text', 'Họ tên', 'Chỉ nhập chữ cái và dấu cách ở mục họ tên.', 'Use only letters and spaces for họ tên.'],
  [{ pattern: '^(?=a)b' }, 'x', 'text', 'Mã', 'Mã chưa đúng mẫu. Kiểm tra và nhập lại.', 'The answer for mã does not have the right form. Read the hint and enter it again.'],
  [{ format: 'date' }, '2023-02-30', 'date', 'Ngày cấp', 'Ngày ở mục ngày cấp không có trong lịch: tháng này chỉ có 28 ngày. Kiểm tra lại ngày và tháng.', 'The day of ngày cấp is not in the calendar: that month has 28 days only. Check the day and the month.'],
  [{ format: 'partial-date' }, '13/1990', 'partial-date', 'Ngày sinh', 'Tháng ở mục ngày sinh phải từ 1 đến 12. Kiểm tra và nhập lại.', 'The month of ngày sinh must be from 1 to 12. Check it and enter it again.'],
  [{ format: 'time' }, '25', 'time', 'Giờ', 'Nhập giờ có giờ và phút, ví dụ 08:30.', 'Enter giờ with hours and minutes, for example 08:30.'],
  [{ format: 'date-time' }, 'x', 'date-time', 'Thời điểm', 'Nhập thời điểm đủ ngày và giờ, ví dụ 27/09/1990, 08:30.', 'Enter thời điểm with date and time, for example 27/09/1990, 08:30.'],
  [{ format: 'email' }, 'x', 'text', 'Thư điện tử', 'Thư điện tử chưa đúng. Nhập theo mẫu ten@example.vn.', 'Thư điện tử is not right. Enter it like name@example.vn.'],
  [{ format: 'personal-id' }, '12', 'text', 'Số định danh', 'Số định danh phải có đúng 12 chữ số. Kiểm tra lại trên thẻ căn cước.', 'Số định danh must have exactly 12 digits. Check it against the identity card.'],
  // Numbers
  [{ minimum: 1 }, 0, 'number', 'Số bản sao', 'Số bản sao phải từ 1 trở lên.', 'For số bản sao, enter 1 or more.'],
  [{ maximum: 1000 }, 2000, 'number', 'Số bản sao', 'Số bản sao không được quá 1.000.', 'For số bản sao, enter 1,000 or less.'],
  [{ exclusiveMinimum: 0 }, 0, 'number', 'Diện tích', 'Diện tích phải lớn hơn 0.', 'For diện tích, enter more than 0.'],
  [{ exclusiveMaximum: 1.5 }, 2, 'number', 'Diện tích', 'Diện tích phải nhỏ hơn 1,5.', 'For diện tích, enter less than 1.5.'],
  [{ minimum: 2000 }, 0, 'money', 'Lệ phí', 'Lệ phí phải từ 2.000 đồng trở lên.', 'For lệ phí, enter 2,000 đồng or more.'],
  [{ maximum: 2000 }, 3000, 'money', 'Lệ phí', 'Lệ phí không được quá 2.000 đồng.', 'For lệ phí, enter 2,000 đồng or less.'],
  [{ exclusiveMinimum: 0 }, 0, 'money', 'Lệ phí', 'Lệ phí phải lớn hơn 0 đồng.', 'For lệ phí, enter more than 0 đồng.'],
  [{ exclusiveMaximum: 9000 }, 9000, 'money', 'Lệ phí', 'Lệ phí phải nhỏ hơn 9.000 đồng.', 'For lệ phí, enter less than 9,000 đồng.'],
  [{ multipleOf: 5 }, 7, 'number', 'Số cây', 'Số cây phải chia hết cho 5, ví dụ 5 hoặc 10. Nhập lại.', 'For số cây, enter a multiple of 5, for example 5 or 10.'],
  [{ multipleOf: 1 }, 1.5, 'number', 'Số cây', 'Số cây phải là số nguyên, không có phần lẻ.', 'Enter a whole number for số cây.'],
  [{ multipleOf: 0.01 }, 0.005, 'number', 'Diện tích', 'Diện tích chỉ được có tối đa 2 chữ số sau dấu phẩy. Nhập lại.', 'Enter diện tích with at most 2 digits after the decimal point.'],
  [{ multipleOf: 1000 }, 1500, 'money', 'Lệ phí', 'Lệ phí phải chia hết cho 1.000 đồng, ví dụ 1.000 hoặc 2.000 đồng. Nhập lại.', 'For lệ phí, enter a multiple of 1,000 đồng, for example 1,000 or 2,000 đồng.'],
  // Lists and tuples
  [{ minItems: 2 }, ['a'], 'list', 'Thành viên', 'Phần thành viên cần ít nhất 2 mục. Thêm cho đủ.', 'At least 2 items are needed under thành viên. Add the missing ones.'],
  [{ minItems: 1 }, [], 'list', 'Thành viên', 'Chưa có thành viên. Thêm ít nhất một mục.', 'Missing: thành viên. Add at least one item.'],
  [{ minItems: 2 }, ['a'], 'checkboxes', 'Giấy tờ', 'Chọn ít nhất 2 câu trả lời ở mục giấy tờ.', 'Choose at least 2 answers for giấy tờ.'],
  [{ maxItems: 1 }, [1, 2], 'list', 'Thành viên', 'Phần thành viên chỉ được có tối đa 1 mục. Xóa bớt.', 'At most 1 item is allowed under thành viên. Remove some.'],
  [{ maxItems: 0 }, [1], 'list', 'Thành viên', 'Để trống phần thành viên: trường hợp này không phải khai.', 'Leave thành viên empty: it is not needed in this case.'],
  [{ maxItems: 1 }, [1, 2], 'checkboxes', 'Giấy tờ', 'Chỉ chọn tối đa 1 câu trả lời ở mục giấy tờ.', 'Choose at most 1 answer for giấy tờ.'],
  [{ uniqueItems: true }, ['a', 'b', 'a'], 'list', 'Thành viên', 'Mục 1 và mục 3 ở phần thành viên giống nhau. Sửa hoặc xóa một mục.', 'Items 1 and 3 under thành viên are the same. Change or remove one of them.'],
  [{ uniqueItems: true }, ['a', 'a'], 'checkboxes', 'Giấy tờ', 'Mục giấy tờ có câu trả lời được chọn hai lần. Bỏ bớt một lần.', 'An answer for giấy tờ is chosen twice. Leave it chosen once.'],
  [{ contains: { const: 1 } }, [2], 'list', 'Thành viên', 'Phần thành viên còn thiếu mục bắt buộc. Xem lại các mục đã nhập và thêm cho đủ.', 'A required item is missing under thành viên. Check the items entered and add it.'],
  [{ contains: { const: 1 }, minContains: 2 }, [1], 'list', 'Thành viên', 'Phần thành viên cần ít nhất 2 mục đúng yêu cầu, hiện có 1. Thêm cho đủ.', '2 items under thành viên must meet the requirement; 1 does now. Add the missing ones.'],
  [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], 'list', 'Thành viên', 'Phần thành viên chỉ được có tối đa 1 mục loại này, hiện có 2. Xóa bớt.', 'At most 1 item of this kind may stand under thành viên; there are 2 now. Remove some.'],
  [{ contains: { const: 1 }, minContains: 0, maxContains: 0 }, [1], 'list', 'Thành viên', 'Phần thành viên có mục không được phép. Xóa mục đó.', 'An item under thành viên is not allowed. Remove it.'],
  [{ prefixItems: [true], items: false }, [1, 2], 'tuple', 'Tọa độ', 'Phần tọa độ không nhận mục 2. Xóa mục đó.', 'Item 2 is not accepted under tọa độ. Remove it.'],
  [{ prefixItems: [true], unevaluatedItems: false }, [1, 2], 'tuple', 'Tọa độ', 'Phần tọa độ không nhận mục 2. Xóa mục đó.', 'Item 2 is not accepted under tọa độ. Remove it.'],
  [{ prefixItems: [true, false] }, [1, 2], 'tuple', 'Tọa độ', 'Phần tọa độ không nhận mục 2. Xóa mục đó.', 'Item 2 is not accepted under tọa độ. Remove it.'],
  // Groups and maps
  [{ required: ['a'] }, {}, 'text', 'Họ tên', 'Nhập họ tên.', 'Enter họ tên.'],
  [{ required: ['a'] }, {}, 'group', 'Địa chỉ', 'Nhập thông tin ở phần địa chỉ.', 'Fill in địa chỉ.'],
  [{ required: ['a'] }, {}, 'tuple', 'Tọa độ', 'Nhập thông tin ở phần tọa độ.', 'Fill in tọa độ.'],
  [{ required: ['a'] }, {}, 'list', 'Thành viên', 'Chưa có thành viên. Thêm ít nhất một mục.', 'Missing: thành viên. Add at least one item.'],
  [{ required: ['a'] }, {}, 'map', 'Ghi chú', 'Chưa có ghi chú. Thêm ít nhất một mục.', 'Missing: ghi chú. Add at least one item.'],
  [{ required: ['a'] }, {}, 'file', 'Ảnh thẻ', 'Chưa có ảnh thẻ. Chọn tệp để đính kèm.', 'Missing: ảnh thẻ. Choose a file to attach.'],
  [{ required: ['a'] }, {}, 'time', 'Giờ sinh', 'Nhập giờ sinh, ví dụ 08:30.', 'Enter giờ sinh, for example 08:30.'],
  [{ required: ['a'] }, {}, 'date-time', 'Thời điểm', 'Nhập thời điểm gồm ngày và giờ, ví dụ 27/09/1990, 08:30.', 'Enter thời điểm with date and time, for example 27/09/1990, 08:30.'],
  [{ minProperties: 2 }, { a: 1 }, 'group', 'Liên hệ', 'Nhập ít nhất 2 mục ở phần liên hệ.', 'Fill in at least 2 answers under liên hệ.'],
  [{ maxProperties: 1 }, { a: 1, b: 1 }, 'map', 'Ghi chú', 'Chỉ nhập tối đa 1 mục ở phần ghi chú. Xóa bớt.', 'Fill in at most 1 answer under ghi chú. Clear some.'],
  [{ dependentRequired: { soNha: ['a'] } }, { soNha: 1 }, 'text', 'Đường', 'Cần khai thêm đường, vì ông/bà đã khai mục “so nha”.', 'Also enter đường, because “so nha” has been answered.'],
  [closed, { a: 1, 'b/c': 1 }, 'group', 'Địa chỉ', 'Mục “b/c” không thuộc biểu mẫu. Xóa mục này để tiếp tục.', '“b/c” does not belong to this form. Remove it to continue.'],
  [{ patternProperties: { '^x-': true }, additionalProperties: false }, { y: 1 }, 'map', 'Ghi chú', 'Phần ghi chú không nhận mục tên “y”. Đặt tên khác hoặc xóa mục này.', 'No entry named “y” is accepted under ghi chú. Give it another name or remove it.'],
  [{ properties: { a: true }, unevaluatedProperties: false }, { b: 1 }, 'group', 'Địa chỉ', 'Mục “b” không thuộc biểu mẫu. Xóa mục này để tiếp tục.', '“b” does not belong to this form. Remove it to continue.'],
  [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, 'map', 'Ghi chú', 'Tên mục “ab” ở phần ghi chú chưa đúng. Đặt tên khác.', 'The name “ab” is not accepted under ghi chú. Choose another name.'],
  [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, 'group', 'Ghi chú', 'Tên mục “ab” chưa đúng. Đặt tên khác.', 'The name “ab” is not right. Choose another name.'],
  [{ properties: { a: false } }, { a: 1 }, 'text', 'Tên vợ', 'Để trống mục tên vợ: trường hợp này không phải khai.', 'Leave tên vợ empty: it is not needed in this case.'],
  [{ properties: { a: false } }, { a: {} }, 'group', 'Người vợ', 'Để trống phần người vợ: trường hợp này không phải khai.', 'Leave người vợ empty: it is not needed in this case.'],
  [{ patternProperties: { a: false } }, { a: 1 }, 'text', 'Tên vợ', 'Để trống mục tên vợ: trường hợp này không phải khai.', 'Leave tên vợ empty: it is not needed in this case.'],
  // Choices among schemas
  [{ anyOf: cases }, {}, 'group', 'Giấy tờ', 'Phần giấy tờ chưa đủ cho trường hợp nào. Khai đủ các mục của ít nhất một trường hợp.', 'The answers under giấy tờ are not complete for any case. Fill in at least one case.'],
  [{ anyOf: [{ minLength: 3 }, { pattern: '^x' }] }, 'a', 'text', 'Mã', 'Nội dung ở mục mã không đúng với dạng nào được chấp nhận. Kiểm tra và nhập lại.', 'The answer for mã has none of the accepted forms. Check it and enter it again.'],
  [{ oneOf: cases }, {}, 'group', 'Giấy tờ', 'Phần giấy tờ chưa đủ cho trường hợp nào. Chọn một trường hợp và khai đủ các mục.', 'The answers under giấy tờ are not complete for any case. Choose one case and fill it in.'],
  [{ oneOf: cases }, { a: 1, b: 1 }, 'group', 'Giấy tờ', 'Phần giấy tờ đang khai cho 2 trường hợp cùng lúc. Chỉ giữ lại một trường hợp.', 'The answers under giấy tờ fit 2 cases at once. Keep those of one case only.'],
  [{ oneOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, 'number', 'Mức', 'Nội dung ở mục mức đúng với nhiều trường hợp cùng lúc. Nhập câu trả lời khác.', 'The answer for mức fits several cases at once. Enter another one.'],
  [{ oneOf: [{ minLength: 3 }, { pattern: '^x' }] }, 'a', 'text', 'Mã', 'Nội dung ở mục mã không đúng với dạng nào được chấp nhận. Kiểm tra và nhập lại.', 'The answer for mã has none of the accepted forms. Check it and enter it again.'],
  // The closest case speaks for itself.
  [{ oneOf: [{ type: 'null' }, { type: 'string', minLength: 3 }] }, 'ab', 'text', 'Họ tên', 'Nhập ít nhất 3 ký tự ở mục họ tên.', 'Enter at least 3 characters for họ tên.'],
  [{ not: { const: 1 } }, 1, 'number', 'Mức', 'Câu trả lời ở mục mức không được chấp nhận. Nhập câu trả lời khác.', 'This answer is not accepted for mức. Enter another one.'],
  [{ not: { const: 1 } }, 1, 'select', 'Mức', 'Câu trả lời ở mục mức không được chấp nhận. Chọn câu trả lời khác.', 'This answer is not accepted for mức. Choose another one.'],
  [{ not: { required: ['a', 'b'] } }, { a: 1, b: 1 }, 'group', 'Địa chỉ', 'Các câu trả lời ở phần địa chỉ không đi cùng nhau được. Xem và sửa lại.', 'The answers under địa chỉ cannot go together. Check and change them.'],
  // A plain `false`, wherever it stands
  [false, 1, 'text', 'Tên vợ', 'Để trống mục tên vợ: trường hợp này không phải khai.', 'Leave tên vợ empty: it is not needed in this case.'],
  [{ $ref: '#/$defs/no', $defs: { no: false } }, 1, 'text', 'Tên vợ', 'Để trống mục tên vợ: trường hợp này không phải khai.', 'Leave tên vợ empty: it is not needed in this case.'],
  [{ allOf: [false] }, {}, 'group', 'Địa chỉ', 'Các câu trả lời ở phần địa chỉ không đi cùng nhau được. Xem và sửa lại.', 'The answers under địa chỉ cannot go together. Check and change them.'],
  [{ if: true, then: false }, {}, 'group', 'Địa chỉ', 'Các câu trả lời ở phần địa chỉ không đi cùng nhau được. Xem và sửa lại.', 'The answers under địa chỉ cannot go together. Check and change them.'],
  [{ if: false, else: false }, 1, 'text', 'Mã', 'Câu trả lời ở mục mã không được chấp nhận. Nhập câu trả lời khác.', 'This answer is not accepted for mã. Enter another one.'],
  [{ dependentSchemas: { a: false } }, { a: 1 }, 'group', 'Địa chỉ', 'Các câu trả lời ở phần địa chỉ không đi cùng nhau được. Xem và sửa lại.', 'The answers under địa chỉ cannot go together. Check and change them.'],
];

const issuesOf = (schema: JsonSchema, value: Json): Issue[] => compileSchema(schema, schema).check(value);
const codeOf = ([schema, value]: Row) => issuesOf(schema, value)[0]!.code;
const said = new Set(rows.map(codeOf));
/** Keywords that hold others, or choose among them, and never speak themselves. */
const SILENT = ['$defs', 'if'];

describe('what the evaluator finds, in words', () => {
  test.each(rows)('%j refuses %j in a %s', (schema, value, control, label, ...wanted) => {
    const issues = issuesOf(schema, value);
    expect(issues).toHaveLength(1);
    expect([vi, en].map((words) => errorSentence(issues[0]!, { label, control }, words))).toEqual(wanted);
  });
});

test('every keyword that compiles to something has a row', () => {
  expect([...whole.keywords.keys()].filter((keyword) => !said.has(keyword) && !SILENT.includes(keyword))).toEqual([]);
});

test('random schemas say nothing that has no row, and never the sentence for want of a better one', () => {
  const vague = [vi, en].map((words) => errorSentence({ code: '', params: {} }, { label: 'Tên' }, words));
  const found = new Set<string>();
  fc.assert(fc.property(jsonSchemas(), jsonValues(), fc.constantFrom('text', 'number', 'select', 'list', 'group', 'map', 'tuple'), (schema, value, control) => {
    let issues: Issue[] = [];
    try {
      issues = issuesOf(schema, value);
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
    }
    for (const issue of issues) {
      found.add(issue.code);
      for (const [i, words] of [vi, en].entries()) {
        const sentence = errorSentence(issue, { label: 'Tên', control }, words);
        expect(sentence, JSON.stringify(issue)).not.toBe(vague[i]);
        expect(sentence, JSON.stringify(issue)).toMatch(/^\p{Lu}[^{}]*\.$|^[“\d].*\.$/u);
      }
    }
  }), { numRuns: 6000, seed: 3 });
  expect([...found].filter((code) => !said.has(code))).toEqual([]);
  expect(found.size).toBeGreaterThan(25);
});
