// What people answered: the SDK's own element, and the responses as files.
import { ask, Failure, h, say, sentenceOf, token } from './kit.js';

const FILES = [['export?format=csv&bom=1', 'csv', 'Phiếu trả lời (CSV)'], ['export?format=xlsx', 'xlsx', 'Phiếu trả lời (Excel)'], ['export?format=json', 'json', 'Phiếu trả lời (JSON)'], ['codebook?format=csv&bom=1', 'ma-so.csv', 'Bảng mã (CSV)']];

async function listOfSurveys() {
  const reply = await fetch('/surveys/index.json').catch(() => { throw new Failure(0, 'offline'); });
  // A server without surveys has no such list.
  return reply.ok ? (await reply.json()).forms : [];
}

export async function showSurveys(put, query) {
  const [surveys] = await Promise.all([listOfSurveys(), import('/dvc/survey-results.js')]);
  if (surveys.length === 0) { put('Khảo sát', h('p', {}, 'Máy chủ này chưa có khảo sát nào.')); return; }
  const chosen = surveys.find(({ id }) => id === query.get('phieu'))?.id ?? surveys[0].id;
  const box = h('select', { id: 'survey' }, surveys.map(({ id, title }) => h('option', { value: id }, title)));
  box.value = chosen;
  const results = h('dvc-survey-results', { survey: chosen, api: '', theme: 'light' });
  // Kept in this tab alone: the element asks for it with every request.
  results.headers = () => ({ authorization: `Bearer ${token.get()}` });

  async function download(path, ending) {
    const { filter = {} } = results.results ?? {};
    const more = path.startsWith('export') ? Object.entries(filter).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('') : '';
    const url = URL.createObjectURL(await (await ask(`/api/v1/surveys/${encodeURIComponent(chosen)}/${path}${more}`)).blob());
    h('a', { href: url, download: `${chosen.replaceAll('/', '-')}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    say('Đã tải tệp.');
  }
  put('Khảo sát',
    h('form', { class: 'filter', onsubmit: (event) => { event.preventDefault(); location.hash = `#/khao-sat?${new URLSearchParams({ phieu: box.value })}`; } },
      h('div', {}, h('label', { for: 'survey' }, 'Phiếu khảo sát'), box), h('button', { class: 'main' }, 'Xem phiếu này')),
    h('section', { 'aria-labelledby': 'files' }, h('h2', { id: 'files' }, 'Tải số liệu'), h('p', { class: 'hint' }, 'Tệp có từng phiếu, trong phạm vi đang xem. Chỉ dùng trong nội bộ: bảng và biểu đồ bên dưới đã ẩn số liệu của quá ít người, tệp thì chưa.'),
      h('div', { class: 'actions' }, FILES.map(([path, ending, name]) => h('button', { type: 'button', onclick: () => { download(path, ending).catch((error) => say(sentenceOf(error))); } }, name)))),
    results);
}
