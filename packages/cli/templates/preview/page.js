// The page around the form: what is wrong, what is hidden and why, what would be sent.
const at = (id) => document.getElementById(id);
const frame = at('frame');
let state;
let answers = {};
let lang = 'vi';
let pressed = 0;
let asked = 0;

const LEVELS = { error: 'lỗi', warning: 'nên sửa', info: 'gợi ý' };
const made = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });
/** What stands between back quotes is to be typed. */
const words = (text) => text.split('`').map((part, index) => (index % 2 ? made('code', '', part) : part));
const send = (message) => frame.contentWindow.postMessage(message, location.origin);

function showState() {
  at('title').textContent = state.title;
  document.title = `${state.title} – xem thử`;
  at('about').textContent = `${state.file} · ${state.id}, phiên bản ${state.version}`;
  const { error, warning, info } = state.counts;
  at('counts').textContent = error + warning + info === 0 ? 'Không có chỗ nào cần sửa.' : `${error} lỗi, ${warning} chỗ nên sửa, ${info} gợi ý.`;
  at('problems').replaceChildren(...state.problems.map((problem) => {
    const item = document.createElement('li');
    item.append(made('span', `level ${problem.level}`, LEVELS[problem.level]), ' ', made('code', '', `${problem.file === state.file ? '' : `${problem.file} `}dòng ${problem.line}, cột ${problem.column} · ${problem.code}`), ' ', ...words(problem.what));
    const todo = made('span', 'todo', '');
    todo.append(...words(problem.todo));
    item.append(todo);
    return item;
  }));
  at('samples').replaceChildren(...state.samples.map(({ name, data }, index) => {
    const button = made('button', '', name);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(index === pressed));
    button.addEventListener('click', () => {
      pressed = index;
      for (const [i, other] of [...at('samples').children].entries()) other.setAttribute('aria-pressed', String(i === index));
      send({ type: 'answers', data });
    });
    return button;
  }));
}

async function explain() {
  const mine = ++asked;
  const reply = await fetch('/explain', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data: answers.data ?? {}, lang }) });
  if (mine !== asked || !reply.ok) return;
  const { hidden } = await reply.json();
  at('hidden').replaceChildren(...(hidden.length ? hidden : ['Không có trường nào đang ẩn.']).map((text) => made('li', '', text)));
}

async function load() {
  state = await (await fetch(`/state.json?lang=${lang}`)).json();
  showState();
}

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== frame.contentWindow) return;
  if (data.type === 'ready') send({ type: 'start' });
  else if (data.type === 'answers') {
    answers = data;
    at('payload').textContent = JSON.stringify(data.payload, null, 2);
    void explain();
  } else if (data.type === 'submitted') {
    at('payload').textContent = JSON.stringify(data.submission, null, 2);
    at('status').textContent = 'Đã thử nộp: dữ liệu ở khung “Dữ liệu sẽ gửi”, không có gì được gửi đi.';
  } else if (data.type === 'broken') {
    at('status').textContent = 'Chưa xem được biểu mẫu: sửa các lỗi trong danh sách rồi lưu lại.';
    at('hidden').replaceChildren();
    at('payload').textContent = '';
  }
});

at('widths').addEventListener('change', ({ target }) => { at('screen').className = target.value === 'full' ? 'full' : `w${target.value}`; });
at('languages').addEventListener('change', async ({ target }) => {
  lang = target.value;
  send({ type: 'view', view: { locale: lang } });
  await load();
  await explain();
});
at('sheet').addEventListener('change', ({ target }) => send({ type: 'view', view: { sheet: target.checked } }));
at('print').addEventListener('click', () => send({ type: 'print' }));

const events = new EventSource('/events');
events.addEventListener('changed', async () => {
  await load();
  at('status').textContent = `Đã đọc lại tệp lúc ${new Date().toLocaleTimeString('vi-VN')}.`;
  send({ type: 'start', data: answers.data });
});
events.addEventListener('error', () => { at('status').textContent = 'Lệnh dvc preview đã dừng: chạy lại lệnh để xem tiếp.'; });
await load();
