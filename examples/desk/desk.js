// The desk: which page is shown, and the page that asks for the token.
import { showDossier } from './dossier.js';
import { ask, askJson, dueName, h, moment, say, sentenceOf, statusName, STATUS, token } from './kit.js';
import { showMeasures } from './measures.js';
import { showSurveys } from './surveys.js';

const main = document.getElementById('main');
const nav = document.querySelector('nav');
let turn = 0;

/** Puts a page there, unless another one was asked for meanwhile. The heading gets the focus, so that a reader begins there; when the same page comes anew, whoever is at a button stays there. */
function page(mine) {
  let shown = false;
  return (title, ...content) => {
    if (mine !== turn) return;
    const held = shown && main.contains(document.activeElement) ? document.activeElement.textContent : undefined;
    const heading = h('h1', { tabindex: -1 }, title);
    main.replaceChildren(heading, ...content.filter(Boolean));
    document.title = `${title} – Bàn làm việc của cán bộ`;
    const same = held && [...main.querySelectorAll('button, a')].find(({ textContent }) => textContent === held);
    if (same) same.focus({ preventScroll: true });
    else if (!shown || held !== undefined) heading.focus();
    shown = true;
  };
}

function askForToken(put, problem) {
  const box = h('input', { id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true, 'aria-describedby': problem ? 'token-hint token-problem' : 'token-hint' });
  const form = h('form', {
    class: 'panel narrow',
    onsubmit: async (event) => {
      event.preventDefault();
      token.set(box.value.trim());
      try { await ask('/admin/dossiers?limit=1'); await route(); } catch (error) { token.clear(); askForToken(put, sentenceOf(error)); }
    },
  },
  h('label', { for: 'token' }, 'Mã truy cập'), h('p', { id: 'token-hint', class: 'hint' }, 'Người vận hành máy chủ cấp mã này. Mã chỉ được giữ trong thẻ trình duyệt đang mở.'),
  box, problem && h('p', { id: 'token-problem', class: 'problem', role: 'alert' }, problem), h('button', { class: 'main' }, 'Vào làm việc'));
  nav.hidden = true;
  put('Đăng nhập', form);
  box.focus();
}

async function showList(put, query) {
  const wanted = { code: query.get('ma') ?? '', status: query.get('trang-thai') ?? '' };
  const rows = h('tbody');
  const more = h('button', { type: 'button', hidden: true }, 'Xem thêm');
  let next, found = 0;
  const row = (each) => h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: `#/ho-so/${encodeURIComponent(each.code)}` }, each.code)),
    h('td', { 'data-title': 'Thủ tục' }, each.about, each.person && h('span', { class: 'sub' }, each.person)), h('td', { 'data-title': 'Trạng thái' }, statusName(each)),
    h('td', { 'data-title': 'Nộp lúc' }, moment(each.receivedAt)), h('td', { 'data-title': 'Hạn trả', class: each.overdue ? 'late' : undefined }, dueName(each)));
  async function load() {
    const params = new URLSearchParams({ limit: '100', ...(wanted.code ? { code: wanted.code } : {}), ...(next ? { before: next } : {}) });
    const list = await askJson(`/admin/dossiers?${params}`);
    next = list.next;
    const shown = list.dossiers.filter(({ status }) => wanted.status === '' || status === wanted.status || (wanted.status === 'khac' && !STATUS[status]));
    rows.append(...shown.map(row));
    found += shown.length;
    more.hidden = next === undefined;
    say(found === 0 ? 'Không có hồ sơ nào phù hợp.' : `Đang hiện ${found} hồ sơ.`);
  }
  more.addEventListener('click', () => { load().catch(failed); });
  await load();
  const code = h('input', { id: 'code', value: wanted.code, autocomplete: 'off' });
  const status = h('select', { id: 'status' }, h('option', { value: '' }, 'Tất cả'), Object.entries(STATUS).map(([value, name]) => h('option', { value }, name)), h('option', { value: 'khac' }, 'Trạng thái khác'));
  status.value = wanted.status;
  put('Danh sách hồ sơ',
    h('form', {
      class: 'filter', role: 'search',
      onsubmit: (event) => {
        event.preventDefault();
        const made = new URLSearchParams({ ...(code.value.trim() ? { ma: code.value.trim() } : {}), ...(status.value ? { 'trang-thai': status.value } : {}) });
        const address = `#/?${made}`;
        if (location.hash === address) route(); else location.hash = address;
      },
    }, h('div', {}, h('label', { for: 'code' }, 'Mã hồ sơ'), code), h('div', {}, h('label', { for: 'status' }, 'Trạng thái'), status), h('button', { class: 'main' }, 'Lọc')),
    found === 0 ? h('p', {}, 'Không có hồ sơ nào phù hợp.') : '',
    h('table', { class: 'cards', hidden: found === 0 }, h('caption', { class: 'hidden' }, 'Danh sách hồ sơ, mới nhất ở trên'),
      h('thead', {}, h('tr', {}, ['Mã hồ sơ', 'Thủ tục', 'Trạng thái', 'Nộp lúc', 'Hạn trả kết quả'].map((name) => h('th', { scope: 'col' }, name)))), rows), more);
}

function failed(error) {
  if (error.status === 401) { token.clear(); askForToken(page(turn), sentenceOf(error)); return; }
  page(turn)('Chưa làm được', h('p', { class: 'problem', role: 'alert' }, sentenceOf(error)), h('p', {}, h('a', { href: '#/' }, 'Về danh sách hồ sơ')));
}

async function route() {
  const put = page(++turn);
  const mine = turn;
  say('');
  if (!token.get()) { askForToken(put); return; }
  nav.hidden = false;
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  for (const link of nav.querySelectorAll('a')) {
    if (link.getAttribute('href') === `#${path || '/'}`) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
  }
  try {
    const dossier = /^\/ho-so\/(.+)$/.exec(path);
    if (dossier) await showDossier(put, decodeURIComponent(dossier[1]), () => mine === turn);
    else if (path === '/do-luong') await showMeasures(put, new URLSearchParams(query));
    else if (path === '/khao-sat') await showSurveys(put, new URLSearchParams(query));
    else await showList(put, new URLSearchParams(query));
  } catch (error) { if (mine === turn) failed(error); }
}

document.getElementById('leave').addEventListener('click', () => { token.clear(); location.hash = '#/'; route(); });
addEventListener('hashchange', route);
route();
