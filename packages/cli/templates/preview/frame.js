// The form itself, in a page as small as a portal's: it tells the page around what was answered, and takes answers from it.
const place = document.querySelector('#place');
let form;
let step;
let view = { locale: 'vi', sheet: false };

/** What a portal's back end would do, kept in this page: nothing leaves the machine. */
const backend = {
  async submit() { return { kind: 'failed', reason: 'offline' }; },
  async upload(file, { progress }) {
    progress?.(1);
    return { id: `preview-${file.name}`, name: file.name, type: file.type, size: file.size, sha256: '0'.repeat(64) };
  },
  async codeList(id, within) {
    const reply = await fetch(`/code-lists/${[id, within].filter(Boolean).map(encodeURIComponent).join('/')}.json`);
    if (!reply.ok) throw new Error(`no code list ${id}`);
    return reply.json();
  },
  async now() { return new Date().toISOString(); },
};

const tell = (message) => parent.postMessage(message, location.origin);
async function report() {
  await form.updateComplete;
  tell({ type: 'answers', data: form.data, payload: form.payload, step });
}

/** A form of its own for every change of the document: nothing of the old one stays. */
async function show(data) {
  const reply = await fetch('/form.json');
  if (!reply.ok) { place.replaceChildren(); form = undefined; tell({ type: 'broken' }); return; }
  const made = document.createElement('dvc-form');
  made.backend = backend;
  made.locale = view.locale;
  if (view.sheet) { made.mode = 'single'; made.readonly = true; }
  if (data !== undefined) made.data = data;
  made.document = await reply.json();
  made.addEventListener('dvc-change', report);
  made.addEventListener('dvc-step', (event) => { step = event.detail.step; });
  made.addEventListener('dvc-submit', (event) => {
    event.preventDefault();
    const { document: about } = event.detail;
    tell({ type: 'submitted', submission: event.detail });
    made.resolveSubmit({ dossierCode: 'XEM-THU-000001', lookupSecret: 'XEM-THU', receivedAt: new Date().toISOString(), document: about, papers: [] });
  });
  form = made;
  place.replaceChildren(made);
  await made.updateComplete;
  if (step && !view.sheet) made.goTo(step);
  await report();
}

addEventListener('message', async ({ origin, source, data: message }) => {
  if (origin !== location.origin || source !== parent) return;
  if (message.type === 'view') view = { ...view, ...message.view };
  if (message.type === 'answers') step = undefined;
  if (message.type === 'print') return print();
  if (message.type === 'view' && form && message.view.locale !== undefined) { form.locale = view.locale; document.documentElement.lang = view.locale; return; }
  await show(message.type === 'answers' ? message.data : form?.data ?? message.data);
});
await customElements.whenDefined('dvc-form');
tell({ type: 'ready' });
