// One dossier: what the citizen sent, how it stands, what has happened, and what can be done now.
import { actionsOf } from './actions.js';
import { ask, askJson, day, dueName, h, limitName, moment, money, phaseName, say, sentenceOf, STATUS, statusName } from './kit.js';

const term = (name, ...value) => [h('dt', {}, name), h('dd', {}, ...value)];
const section = (id, title, ...content) => h('section', { 'aria-labelledby': id }, h('h2', { id }, title), ...content);

const SENT = { sent: 'đã gửi', delivered: 'đã giao', returned: 'bị trả lại' };
/** A line of the history in words. */
function eventName(event) {
  switch (event.type) {
    case 'status': return statusName({ status: event.code, text: event.text });
    case 'accepted': return `Tiếp nhận hồ sơ${event.limit ? `, thời hạn ${limitName(event.limit)}` : ''}`;
    case 'supplement-asked': return `Yêu cầu bổ sung${event.until ? ` trước ngày ${day(event.until)}` : ''}`;
    case 'supplement-answered': return 'Công dân đã bổ sung hồ sơ';
    case 'paused': return 'Tạm dừng tính thời hạn';
    case 'resumed': return 'Tiếp tục tính thời hạn';
    case 'extended': return `Gia hạn đến ngày ${day(event.due)}`;
    case 'payment-asked': return `Yêu cầu thanh toán ${money(event.amount)}`;
    case 'payment-settled': return 'Công dân đã nộp tiền';
    case 'withdraw-asked': return 'Công dân yêu cầu rút hồ sơ';
    case 'withdraw-refused': return 'Không đồng ý cho rút hồ sơ';
    case 'resubmitted': return `Nộp lại hồ sơ${event.dossier ? ` với mã ${event.dossier}` : ''}`;
    case 'document': return `Gửi giấy tờ: ${event.document.title}`;
    case 'posted': return `Kết quả gửi qua bưu điện ${SENT[event.state]}: ${event.carrier}, mã ${event.code}`;
    default: return event.type;
  }
}

function remarksOf(event, nameOf) {
  return event.type !== 'supplement-asked' ? undefined : h('ul', {}, event.remarks.map((remark) => h('li', {}, nameOf(remark), remark.text)));
}

function answersOf(answers) {
  if (answers.length === 0) return h('p', {}, 'Hồ sơ không có thông tin kê khai.');
  const groups = new Map();
  for (const each of answers) groups.set(each.group.join(' › '), [...(groups.get(each.group.join(' › ')) ?? []), each]);
  return [...groups].map(([group, lines]) => [group && h('h3', {}, group), h('dl', {}, lines.map(({ title, value }) => term(title, value === '' ? '(để trống)' : value)))]);
}

/** The file is fetched with the token, so it comes as bytes and is handed to the browser to keep. */
async function keep(code, { id, name }) {
  const url = URL.createObjectURL(await (await ask(`/admin/dossiers/${encodeURIComponent(code)}/papers/${encodeURIComponent(id)}`)).blob());
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const size = (bytes) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`);
function papersOf(code, papers) {
  if (papers.length === 0) return h('p', {}, 'Hồ sơ không có tệp đính kèm.');
  return h('ul', { class: 'papers' }, papers.map((paper) => h('li', {}, h('span', {}, `${paper.title}: `), h('button', {
    type: 'button', class: 'link', onclick: () => { keep(code, paper).then(() => say(`Đã tải tệp ${paper.name}.`), (error) => say(sentenceOf(error))); },
  }, `Tải ${paper.name}`), h('span', { class: 'sub' }, size(paper.size)))));
}

export async function showDossier(put, code, isShown) {
  const address = `/admin/dossiers/${encodeURIComponent(code)}`;
  const dossier = await askJson(address);
  const again = async (words) => {
    if (!isShown()) return;
    await showDossier(put, code, isShown);
    if (words) say(words);
  };
  const { facts, answers, papers, knownPapers, payments, words, events, documents } = dossier;
  const titles = new Map(answers.map(({ path, title, group }) => [path, [...group, title].join(' › ')]));
  const papersBy = new Map(knownPapers.map(({ id, title }) => [id, title]));
  const nameOf = ({ path, paper }) => (path ? `${titles.get(path) ?? path}: ` : paper ? `${papersBy.get(paper.split('/')[0]) ?? paper}: ` : '');

  put(`Hồ sơ ${code}`,
    h('p', {}, h('a', { href: '#/' }, 'Về danh sách hồ sơ')),
    h('dl', { class: 'facts' },
      term('Thủ tục', facts.about), dossier.person && term('Chủ hồ sơ', dossier.person), term('Cơ quan', facts.agency ?? dossier.agency), term('Nộp lúc', moment(facts.submittedAt)),
      term('Trạng thái', h('strong', { id: 'status-now', 'data-code': dossier.status }, statusName(dossier))), term('Hạn trả kết quả', h('span', { class: dossier.due.overdue ? 'late' : undefined }, dueName(dossier.due))),
      term('Đang chờ', { citizen: 'Công dân', agency: 'Cơ quan giải quyết', nobody: 'Không chờ ai' }[dossier.turn]),
      dossier.version > 1 && term('Lần bổ sung', String(dossier.version - 1)),
      dossier.assistance && term('Người nộp hộ', `${dossier.assistance.name} (hộ ${dossier.assistance.onBehalfOf})`)),
    section('do', 'Việc có thể làm', h('div', { class: 'actions' }, actionsOf(dossier, again))),
    words.length > 0 && section('words', 'Lời của công dân', h('ul', {}, words.map(({ kind, text, at }) => h('li', {}, h('strong', {}, kind === 'withdrawal' ? 'Yêu cầu rút hồ sơ' : 'Phản ánh, kiến nghị'), ` (${moment(at)}): ${text}`)))),
    section('answers', 'Thông tin kê khai', answersOf(answers)),
    section('papers', 'Giấy tờ đính kèm', papersOf(code, papers)),
    section('payments', 'Thanh toán', payments.length === 0 ? h('p', {}, 'Hồ sơ không có khoản phải nộp.')
      : h('ul', {}, payments.map(({ phase, lines, at }) => h('li', { 'data-phase': phase }, `${lines.map(({ title }) => title).join(', ')}: ${money(lines.reduce((sum, { amount }) => sum + amount, 0))} – `, h('strong', {}, phaseName(phase)), ` (${moment(at)})`)))),
    documents.length > 0 && section('documents', 'Giấy tờ đã gửi công dân', h('ul', {}, documents.map(({ title, number, link }) => h('li', {}, link ? h('a', { href: link, rel: 'noreferrer' }, title) : title, number && ` số ${number}`)))),
    section('history', 'Quá trình giải quyết', h('ol', {}, events.map((event) => h('li', { 'data-type': event.type }, h('span', { class: 'sub' }, moment(event.at)), ` ${eventName(event)}`, event.holder && ` (${[event.holder.unit, event.holder.person].filter(Boolean).join(', ')})`, event.note && h('p', {}, event.note), remarksOf(event, nameOf))))));

  follow(address, dossier, again, isShown);
}

let follower;
/** What the citizen does meanwhile is shown when no window is open and the page is looked at. */
function follow(address, { revision, payments }, again, isShown) {
  clearInterval(follower);
  const mark = (each) => `${each.revision} ${each.payments.map(({ phase }) => phase).join()}`;
  follower = setInterval(async () => {
    if (!isShown()) { clearInterval(follower); return; }
    if (document.hidden || document.querySelector('dialog[open]')) return;
    const now = await askJson(address).catch(() => undefined);
    if (!now || !isShown() || mark(now) === mark({ revision, payments }) || document.querySelector('dialog[open]')) return;
    await again(`Hồ sơ vừa thay đổi: ${STATUS[now.status] ?? now.text ?? now.status}.`).catch(() => undefined);
  }, 8_000);
}
