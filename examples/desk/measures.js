// How procedures are used and kept: a table first, then the same as bars.
import { ask, askJson, day, h, number, say, sentenceOf, today } from './kit.js';

const COUNTS = [['view', 'Lượt xem'], ['start', 'Bắt đầu điền'], ['abandon', 'Bỏ dở'], ['rate', 'Lượt đánh giá'], ['submitted', 'Hồ sơ đã nộp'], ['paid', 'Đã nộp tiền'], ['finished', 'Đã có kết quả']];
const SHARES = [['onTime', 'withDue', 'Đúng hạn'], ['submittedOnline', 'submitted', 'Nộp trực tuyến'], ['paidOnline', 'paid', 'Thanh toán trực tuyến']];
const share = (part, whole) => (whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10);
const percent = (value) => (value === undefined ? 'Chưa có' : `${number(value)}%`);

const svg = (tag, about, ...children) => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(about)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
};
/** Bars with their values beside them: nothing is told by length alone. The table above says the same, so a reader is given the title. */
function bars(title, rows, most, words) {
  const [line, left, wide] = [48, 0, 230];
  const drawing = svg('svg', { 'viewBox': `0 0 320 ${Math.max(1, rows.length) * line}`, 'role': 'img', 'aria-label': `Biểu đồ ${title.toLowerCase()}; số liệu có trong bảng ở trên.` },
    ...rows.flatMap(([name, value], at) => [
      svg('text', { x: left, y: at * line + 16 }, name.length > 44 ? `${name.slice(0, 43)}…` : name),
      svg('rect', { class: 'track', x: left, y: at * line + 22, width: wide, height: 16 }), svg('rect', { class: 'bar', x: left, y: at * line + 22, width: most > 0 ? ((value ?? 0) / most) * wide : 0, height: 16 }),
      svg('text', { x: left + wide + 8, y: at * line + 35 }, words(value)),
    ]));
  return h('figure', {}, h('figcaption', {}, title), drawing);
}

/** Of all periods and agencies, per procedure. */
function byProcedure(measures) {
  const sums = new Map();
  for (const each of measures) {
    const held = sums.get(each.document) ?? { title: each.title };
    for (const [name, value] of Object.entries(each)) if (typeof value === 'number') held[name] = (held[name] ?? 0) + value;
    sums.set(each.document, held);
  }
  return [...sums.values()].sort((a, b) => b.submitted - a.submitted);
}

const head = (...names) => h('thead', {}, h('tr', {}, names.map((name, at) => h('th', { scope: 'col', class: at > 2 ? 'number' : undefined }, name))));

export async function showMeasures(put, query) {
  const valid = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined);
  const wanted = { from: valid(query.get('tu')) ?? `${today().slice(0, 7)}-01`, to: valid(query.get('den')) ?? today(), group: query.get('theo') === 'day' ? 'day' : 'month' };
  const address = `/admin/measures?${new URLSearchParams(wanted)}`;
  let measures;
  try { ({ measures } = await askJson(address)); } catch (error) {
    if (error.status !== 404) throw error;
    put('Đo lường', h('p', {}, 'Máy chủ này chưa bật đo lường. Người vận hành đặt DVC_MEASURE=1 rồi khởi động lại máy chủ.'));
    return;
  }
  const [from, to] = [h('input', { id: 'from', type: 'date', required: true, value: wanted.from }), h('input', { id: 'to', type: 'date', required: true, value: wanted.to })];
  const group = h('select', { id: 'group' }, h('option', { value: 'month' }, 'Tháng'), h('option', { value: 'day' }, 'Ngày'));
  group.value = wanted.group;
  const filter = h('form', {
    class: 'filter', onsubmit: (event) => { event.preventDefault(); location.hash = `#/do-luong?${new URLSearchParams({ tu: from.value, den: to.value, theo: group.value })}`; },
  }, h('div', {}, h('label', { for: 'from' }, 'Từ ngày'), from), h('div', {}, h('label', { for: 'to' }, 'Đến ngày'), to), h('div', {}, h('label', { for: 'group' }, 'Gộp theo'), group), h('button', { class: 'main' }, 'Xem'));

  async function download() {
    const url = URL.createObjectURL(await (await ask(`${address}&format=csv`)).blob());
    h('a', { href: url, download: `do-luong-${wanted.from}-${wanted.to}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    say('Đã tải tệp số liệu.');
  }
  const table = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Bảng số liệu' }, h('table', {}, h('caption', { class: 'hidden' }, `Số liệu từ ${day(wanted.from)} đến ${day(wanted.to)}`),
    head('Kỳ', 'Thủ tục', 'Cơ quan', ...COUNTS.map(([, name]) => name), ...SHARES.map(([, , name]) => name)),
    h('tbody', {}, measures.map((each) => h('tr', {}, h('th', { scope: 'row' }, each.period.length === 7 ? `${each.period.slice(5)}/${each.period.slice(0, 4)}` : day(each.period)), h('td', {}, each.title), h('td', {}, each.agency),
      COUNTS.map(([name]) => h('td', { class: 'number' }, number(each[name]))), SHARES.map(([part, whole]) => h('td', { class: 'number' }, percent(share(each[part], each[whole])))))))));
  const sums = byProcedure(measures);
  put('Đo lường', filter,
    h('section', { 'aria-labelledby': 'numbers' }, h('h2', { id: 'numbers' }, 'Số liệu'), measures.length === 0 ? h('p', {}, 'Chưa có số liệu trong thời gian này.') : [
      h('p', {}, h('button', { type: 'button', onclick: () => { download().catch((error) => say(sentenceOf(error))); } }, 'Tải bảng số liệu (CSV)')), table,
      bars('Hồ sơ đã nộp', sums.map(({ title, submitted }) => [title, submitted]), Math.max(...sums.map(({ submitted }) => submitted)), number),
      SHARES.map(([part, whole, name]) => bars(`Tỷ lệ ${name.toLowerCase()}`, sums.map((each) => [each.title, share(each[part], each[whole])]), 100, percent)),
    ]));
}
