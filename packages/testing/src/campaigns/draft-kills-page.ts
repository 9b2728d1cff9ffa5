// The page that is killed. Either the form as a portal has it, or the draft store alone with a text area and the form's way
// of saving: at once when it can, at most every DEBOUNCE_MS, one save at a time.
import { createDraftStore, createHttpKeys } from '@dvc/client/drafts/index.js';
import type { Json } from '@dvc/schema';

declare global { interface Window { claimed?(length: number): Promise<void> } }

const NAME = 'thu-nghiem/ban-nhap';
const DEBOUNCE_MS = 800;
const sabotage = document.documentElement.dataset['sabotage'];
const ready = () => { document.documentElement.dataset['ready'] = ''; };

/** What the form is to be told, as a host would. */
async function withForm(form: HTMLElement): Promise<void> {
  const started = new Promise((done) => { form.addEventListener('dvc-ready', done, { once: true }); });
  Object.assign(form, {
    draftKeys: createHttpKeys(),
    document: {
      kind: 'form', id: NAME, version: '1.0.0', title: 'Bản nháp',
      schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { note: { type: 'string', title: 'Ghi chú', 'x-dvc': { widget: 'textarea' } } } },
    },
  });
  await started;
  await (form as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
}

async function withStore(area: HTMLTextAreaElement): Promise<void> {
  const store = createDraftStore({ keys: createHttpKeys() });
  let revision = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let changed = false;

  const opened = await store.open(NAME);
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  if (opened.draft) {
    ({ revision } = opened.draft);
    area.value = String((opened.draft.content as { note: Json }).note);
  }

  async function save(): Promise<void> {
    changed = false;
    const note = area.value;
    // Words that a citizen would read as "Đã lưu" before the bytes are there.
    if (sabotage === 'early') await window.claimed?.(note.length);
    const reply = await store.save(NAME, revision, { note: sabotage === 'torn' ? note.replace(/^(.{20})./, '$1') : note });
    if (reply.kind !== 'saved') throw new Error(JSON.stringify(reply));
    ({ revision } = reply);
    await window.claimed?.(note.length);
    waiting = undefined;
    if (changed) plan();
  }
  const plan = () => { changed = true; waiting ??= setTimeout(() => { void save(); }, sabotage === 'slow' ? 10_000 : DEBOUNCE_MS); };
  area.addEventListener('input', () => {
    if (sabotage === 'early') void window.claimed?.(area.value.length);
    plan();
  });
}

async function start(): Promise<void> {
  const form = document.querySelector<HTMLElement>('dvc-form');
  await (form ? withForm(form) : withStore(document.querySelector('textarea')!));
  ready();
}
void start();
