// What an officer can do with a dossier as it stands. Each window makes the ids of its events when it opens, so that pressing twice, or again after a lost answer, says it once.
import { askJson, h, newId, sentenceOf, today } from './kit.js';

let count = 0;
/** A field with its label. `read` gives the trimmed text, or undefined. */
function field(label, { hint, tag = 'input', options, ...about } = {}) {
  const id = `f${++count}`;
  const control = h(tag, { id, autocomplete: 'off', 'aria-describedby': hint ? `${id}-hint` : undefined, ...about }, (options ?? []).map(([value, name]) => h('option', { value }, name)));
  return { box: h('div', { class: 'field' }, h('label', { for: id }, label, about.required ? '' : h('span', { class: 'sub' }, ' (không bắt buộc)')), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint), control), control, read: () => control.value.trim() || undefined };
}
const noteField = (label, about = {}) => field(label, { tag: 'textarea', rows: 3, maxlength: 4000, ...about });
const some = (entries) => Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

/** A window with a form. `send` throws a text for the officer, or what the request threw; the window stays. */
function openWindow(title, content, button, send) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const go = h('button', { class: 'main' }, button);
  const heading = `w${++count}`;
  const dialog = h('dialog', { 'aria-labelledby': heading, onclose: () => dialog.remove() }, h('form', {
    onsubmit: async (event) => {
      event.preventDefault();
      if (go.getAttribute('aria-disabled') === 'true') return;
      go.setAttribute('aria-disabled', 'true');
      problem.textContent = '';
      try { await send(() => dialog.close()); } catch (error) { problem.textContent = typeof error === 'string' ? error : sentenceOf(error); }
      go.removeAttribute('aria-disabled');
    },
  }, h('h2', { id: heading }, title), content, problem, h('div', { class: 'actions' }, go, h('button', { type: 'button', onclick: () => dialog.close() }, 'Đóng'))));
  document.body.append(dialog);
  dialog.showModal();
}

export function actionsOf(dossier, again) {
  const code = dossier.facts.dossierCode;
  const address = `/admin/dossiers/${encodeURIComponent(code)}/events`;

  /** Sends events; the n-th of a window has the n-th of its ids. */
  const teller = () => {
    const id = newId();
    return async (close, words, ...events) => {
      const { refused } = await askJson(address, { events: events.map((event, at) => ({ id: `${id}:${at}`, ...event })) });
      if (refused.length > 0) throw 'Nội dung chưa hợp lệ. Vui lòng kiểm tra lại các ô đã nhập.';
      close();
      await again(words);
    };
  };

  function accept() {
    const tell = teller();
    const limit = field('Thời hạn giải quyết', { type: 'number', min: 0, max: 5000, step: 'any', required: true, value: '5' });
    const unit = field('Đơn vị tính', { tag: 'select', required: true, options: [['workingDay', 'ngày làm việc'], ['day', 'ngày'], ['workingHour', 'giờ làm việc']] });
    const slip = field('Số giấy tiếp nhận', { maxlength: 200 });
    const [office, person] = [field('Bộ phận giải quyết', { maxlength: 200 }), field('Cán bộ giải quyết', { maxlength: 200 })];
    openWindow('Tiếp nhận hồ sơ', [limit.box, unit.box, slip.box, office.box, person.box], 'Tiếp nhận', (close) => {
      const holder = office.read() && { unit: office.read(), ...some({ person: person.read() }) };
      return tell(close, 'Đã tiếp nhận hồ sơ.', { type: 'accepted', limit: { value: Number(limit.read()), unit: unit.read() }, ...some({ holder }) },
        ...(slip.read() ? [{ type: 'document', document: { id: 'slip', kind: 'slip', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', number: slip.read() } }] : []));
    });
  }

  function supplement() {
    const tell = teller();
    const request = newId();
    const asked = [];
    function choice(name, about) {
      const id = `c${++count}`;
      const words = h('textarea', { rows: 2, maxlength: 4000, hidden: true, 'aria-label': `Nội dung cần bổ sung: ${name}` });
      const tick = h('input', { type: 'checkbox', id, onchange: () => { words.hidden = !tick.checked; words.required = tick.checked; if (tick.checked) words.focus(); } });
      asked.push(() => (tick.checked ? [{ ...about, text: words.value.trim() }] : []));
      return h('li', {}, h('div', { class: 'tick' }, tick, h('label', { for: id }, name)), words);
    }
    const whole = noteField('Yêu cầu chung cho cả hồ sơ', { hint: 'Khi có yêu cầu chung, công dân được sửa mọi thông tin của hồ sơ.' });
    const until = field('Bổ sung trước ngày', { type: 'date', min: today() });
    openWindow('Yêu cầu bổ sung', [
      h('fieldset', {}, h('legend', {}, 'Thông tin cần sửa'), h('ul', { class: 'choices' }, dossier.answers.filter(({ computed }) => !computed).map(({ path, title, group, value }) => choice(`${[...group, title].join(' › ')}: ${value}`, { path })))),
      dossier.knownPapers.length > 0 && h('fieldset', {}, h('legend', {}, 'Giấy tờ cần bổ sung'), h('ul', { class: 'choices' }, dossier.knownPapers.map(({ id, title }) => choice(title, { paper: id })))),
      whole.box, until.box,
    ].filter(Boolean), 'Gửi yêu cầu', (close) => {
      const remarks = [...asked.flatMap((each) => each()), ...(whole.read() ? [{ text: whole.read() }] : [])];
      if (remarks.length === 0) throw 'Vui lòng chọn thông tin hoặc giấy tờ cần bổ sung, hoặc ghi yêu cầu chung.';
      if (remarks.some(({ text }) => text === '')) throw 'Vui lòng ghi nội dung cần bổ sung ở mỗi mục đã chọn.';
      return tell(close, 'Đã gửi yêu cầu bổ sung.', { type: 'supplement-asked', request, remarks, ...some({ until: until.read() }) });
    });
  }

  function payment() {
    const key = newId();
    const lines = [];
    const list = h('div');
    function addLine() {
      const kind = field('Loại', { tag: 'select', required: true, options: [['charge', 'Lệ phí'], ['fee', 'Phí'], ['tax', 'Thuế'], ['land', 'Tiền sử dụng đất, thuê đất'], ['service', 'Dịch vụ'], ['postage', 'Cước bưu điện']] });
      const title = field('Tên khoản thu', { required: true, maxlength: 300 });
      const amount = field('Số tiền (đồng)', { required: true, inputmode: 'numeric', pattern: '[0-9. ]{1,15}', title: 'Chỉ nhập chữ số' });
      lines.push(() => ({ id: `line-${lines.length}`, kind: kind.read(), title: title.read(), amount: Number((amount.read() ?? '').replace(/\D/g, '')) }));
      list.append(h('fieldset', {}, h('legend', {}, `Khoản ${lines.length}`), kind.box, title.box, amount.box));
      if (lines.length > 1) kind.control.focus();
    }
    addLine();
    const [due, words] = [field('Nộp trước ngày', { type: 'date', min: today() }), noteField('Nội dung gửi công dân', { maxlength: 2000 })];
    openWindow('Yêu cầu thanh toán', [list, h('button', { type: 'button', onclick: addLine }, 'Thêm khoản'), due.box, words.box], 'Gửi yêu cầu', async (close) => {
      const made = lines.map((each, at) => ({ ...each(), id: `line-${at + 1}` }));
      if (made.every(({ amount }) => amount === 0)) throw 'Vui lòng nhập số tiền lớn hơn 0.';
      await askJson('/admin/payments/requests', { code, key, lines: made, ...some({ due: due.read(), text: words.read() }) });
      close();
      await again('Đã gửi yêu cầu thanh toán.');
    });
  }

  /** A window with a reason alone. */
  function withNote(title, button, words, events, { label = 'Nội dung gửi công dân', required = false } = {}) {
    const tell = teller();
    const note = noteField(label, { required });
    openWindow(title, [note.box], button, (close) => {
      if (required && !note.read()) throw 'Vui lòng ghi lý do.';
      return tell(close, words, ...events.map((event) => ({ ...event, ...some({ note: note.read() }) })));
    });
  }

  function extend() {
    const tell = teller();
    const due = field('Ngày hẹn trả mới', { type: 'date', min: today(), required: true });
    const slip = field('Số phiếu xin lỗi', { maxlength: 200 });
    const reason = noteField('Lý do', { required: true });
    openWindow('Gia hạn và xin lỗi', [due.box, slip.box, reason.box], 'Gửi phiếu xin lỗi', (close) => tell(close, 'Đã gửi phiếu xin lỗi và hẹn lại ngày trả kết quả.', {
      type: 'extended', due: due.read(), ...some({ note: reason.read() }),
      apology: { id: `apology-${dossier.revision + 1}`, kind: 'apology', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', ...some({ number: slip.read() }) },
    }));
  }

  function result() {
    const tell = teller();
    const title = field('Tên kết quả', { required: true, maxlength: 4000 });
    const [signed, link] = [field('Số, ký hiệu', { maxlength: 200 }), field('Đường dẫn đến kết quả', { type: 'text', inputmode: 'url', pattern: '(https://|/(?!/)).*', title: 'Đường dẫn bắt đầu bằng https:// hoặc /', hint: 'Bắt đầu bằng https:// hoặc / của cổng này.' })];
    const note = noteField('Nơi nhận và cách nhận kết quả');
    openWindow('Có kết quả', [title.box, signed.box, link.box, note.box], 'Ghi nhận kết quả', (close) => tell(close, 'Đã ghi nhận kết quả.',
      { type: 'document', document: { id: 'result', kind: 'result', title: title.read() ?? '', ...some({ number: signed.read(), link: link.read() }) } }, { type: 'status', code: '9', ...some({ note: note.read() }) }));
  }

  function giveBack() {
    const tell = teller();
    const how = field('Cách trả', { tag: 'select', required: true, options: [['given', 'Trả trực tiếp hoặc trả bản điện tử'], ['posted', 'Gửi qua bưu điện']] });
    const [carrier, number] = [field('Đơn vị vận chuyển', { maxlength: 200, hint: 'Cần nhập khi gửi qua bưu điện.' }), field('Mã bưu gửi', { maxlength: 200, hint: 'Cần nhập khi gửi qua bưu điện.' })];
    const post = h('div', { hidden: true }, carrier.box, number.box);
    how.control.addEventListener('change', () => { post.hidden = how.read() !== 'posted'; });
    openWindow('Trả kết quả', [how.box, post], 'Trả kết quả', (close) => {
      if (how.read() !== 'posted') return tell(close, 'Đã trả kết quả.', { type: 'status', code: '10' });
      if (!carrier.read() || !number.read()) throw 'Vui lòng nhập đơn vị vận chuyển và mã bưu gửi.';
      return tell(close, 'Đã ghi nhận kết quả gửi qua bưu điện.', { type: 'posted', carrier: carrier.read(), code: number.read(), state: 'sent' });
    });
  }

  const button = (name, work, is = true) => is && h('button', { type: 'button', onclick: work }, name);
  const { status, due: { clock } } = dossier;
  const [fresh, over, asksBack] = [clock === 'not-started', ['3', '8', '10'].includes(status), status === '7'];
  if (asksBack) {
    return [
      button('Đồng ý cho rút hồ sơ', () => withNote('Đồng ý cho rút hồ sơ', 'Đồng ý', 'Đã đồng ý cho rút hồ sơ.', [{ type: 'status', code: '8', text: 'Rút hồ sơ theo yêu cầu của công dân' }])),
      button('Không đồng ý cho rút', () => withNote('Không đồng ý cho rút hồ sơ', 'Gửi trả lời', 'Đã trả lời yêu cầu rút hồ sơ.', [{ type: 'withdraw-refused' }], { label: 'Lý do', required: true })),
    ];
  }
  const done = over || status === '9';
  const made = [
    button('Tiếp nhận', accept, fresh && !over), button('Yêu cầu bổ sung', supplement, !done), button('Yêu cầu thanh toán', payment, !done),
    button('Đang xử lý', () => withNote('Chuyển sang đang xử lý', 'Ghi nhận', 'Hồ sơ đang được xử lý.', [{ type: 'status', code: '4' }]), !fresh && !done && (status !== '4' || clock === 'paused')),
    button('Tạm dừng tính hạn', () => withNote('Tạm dừng tính hạn', 'Tạm dừng', 'Đã tạm dừng tính hạn.', [{ type: 'paused' }], { label: 'Lý do', required: true }), clock === 'running'),
    button('Tiếp tục tính hạn', () => withNote('Tiếp tục tính hạn', 'Tiếp tục', 'Đã tiếp tục tính hạn.', [{ type: 'resumed' }]), clock === 'paused' && dossier.task.kind !== 'supplement'),
    button('Gia hạn và xin lỗi', extend, !fresh && !done), button('Có kết quả', result, !fresh && !over), button('Trả kết quả', giveBack, status === '9'),
    button('Không tiếp nhận', () => withNote('Không tiếp nhận hồ sơ', 'Không tiếp nhận', 'Đã ghi nhận không tiếp nhận hồ sơ.', [{ type: 'status', code: '3' }], { label: 'Lý do', required: true }), fresh && !over),
    button('Dừng xử lý', () => withNote('Dừng xử lý hồ sơ', 'Dừng xử lý', 'Đã dừng xử lý hồ sơ.', [{ type: 'status', code: '8' }], { label: 'Lý do', required: true }), !fresh && !done),
  ].filter(Boolean);
  return made.length > 0 ? made : [h('p', {}, 'Hồ sơ đã kết thúc, không còn việc phải làm.')];
}
