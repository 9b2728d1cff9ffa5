// Our survey as SurveyJS JSON, and a report of what SurveyJS has no word for.
import { join, split, type FormDocument, type Json, type JsonSchemaObject, type Path } from '@dvc/schema';
import type { Loss } from '../import/loss.js';
import { anyOfGuards, whole } from './expression.js';
import { gather, type Gathered } from './gather.js';
import { elementOf } from './questions.js';
import { asHtml } from './texts.js';
import { writerOf, type Writer } from './writer.js';

export interface Exported { survey: Record<string, unknown>; losses: Loss[] }

type Element = Record<string, unknown>;
interface SurveyPart { mode?: string; thanks?: string; partial?: boolean; screenOut?: { id: string; when: Json; text: string }[]; [name: string]: unknown }

export function toSurveyjs(document: FormDocument): Exported {
  const writer = writerOf(document);
  const { questions, left } = gather(document);
  for (const path of left) writer.lose(path, 'export-keyword', path.split('/').at(-1)!);
  const elements = new Map(questions.map((question) => [question.name, questionOf(writer, question)]));
  const survey = ((document as unknown as { survey?: SurveyPart }).survey ?? {});
  const made: Element = {
    title: writer.text(document.title, '/title'), ...(document.description ? { description: writer.text(document.description, '/description') } : {}), locale: 'vi',
    ...(survey.thanks ? { completedHtml: writer.text(survey.thanks, '/survey/thanks', asHtml) } : {}), ...(survey.mode === 'one' ? { questionsOnPageMode: 'questionPerPage' } : {}), ...(survey.partial === true ? { partialSendEnabled: true } : {}),
    ...endsOf(writer, survey), pages: pagesOf(writer, document, elements),
  };
  for (const name of Object.keys(survey)) if (!['mode', 'thanks', 'partial', 'screenOut'].includes(name)) writer.lose(join('/survey', name), 'export-setting', name);
  for (const name of ['procedure', 'rules', 'notices', 'papers', 'fees', 'delivery', 'parties']) if (name in document) writer.lose(`/${name}`, 'export-setting', name);
  return { survey: made, losses: writer.losses };
}

/** Said of the whole element, whatever its kind. */
const GENERAL = new Set(['title', 'description', 'x-dvc', '$comment', 'default', 'examples', 'uniqueItems']);
const NOTES = new Set(['widget', 'hint', 'messages', 'titleParts', 'order', 'other']);

function questionOf(writer: Writer, of: Gathered): Element {
  const { schema, at, name } = of;
  const notes = (schema['x-dvc'] ?? {}) as JsonSchemaObject;
  const { element, said } = elementOf(writer, of);
  const hint = typeof notes.hint === 'string' ? writer.text(notes.hint, join(at, 'x-dvc', 'hint')) : typeof schema.description === 'string' ? writer.text(schema.description, join(at, 'description')) : undefined;
  const made: Element = { type: element.type, name, title: titleOf(writer, of, notes), ...(hint === undefined ? {} : { description: hint }), ...element };
  if (notes.shuffle === true && element.type !== 'matrix') made.choicesOrder = 'random';
  if (schema.default !== undefined) made.defaultValue = schema.default;
  conditions(writer, of, made);
  messages(writer, of, made, notes);
  for (const keyword of Object.keys(schema)) if (!GENERAL.has(keyword) && !said.includes(keyword)) writer.lose(join(at, keyword), 'export-keyword', `${keyword}: ${JSON.stringify(schema[keyword]).slice(0, 80)}`, name);
  for (const note of Object.keys(notes)) if (!NOTES.has(note) && !said.includes(`x-dvc.${note}`)) writer.lose(join(at, 'x-dvc', note), 'export-note', `${note}: ${JSON.stringify(notes[note]).slice(0, 80)}`, name);
  if (notes.other !== undefined) writer.lose(join(at, 'x-dvc', 'other'), 'export-other', String((notes.other as JsonSchemaObject).field), name);
  if (schema.description !== undefined && notes.hint !== undefined) writer.lose(join(at, 'description'), 'export-keyword', 'description', name);
  for (const path of of.more) writer.lose(path, 'export-keyword', name, name);
  return made;
}

function titleOf(writer: Writer, { schema, at, name }: Gathered, notes: JsonSchemaObject): unknown {
  const parts = notes.titleParts as (string | { var: string })[] | undefined;
  if (!parts) return typeof schema.title === 'string' ? writer.text(schema.title, join(at, 'title')) : name;
  writer.lose(join(at, 'title'), 'export-title', String(schema.title ?? ''), name);
  return parts.map((part) => (typeof part === 'string' ? part.replace(/\u2060/g, '') : `{${split(part.var[0] === '/' ? part.var : `/${part.var}`).join('.')}}`)).join('');
}

function conditions(writer: Writer, { name, at, shown, required }: Gathered, made: Element): void {
  if (!shown.some((guard) => guard.length === 0)) {
    const said = anyOfGuards(writer.root, shown);
    if (said === undefined) writer.lose(shown[0]![0]!.at, 'export-condition', JSON.stringify(shown[0]!.map(({ schema }) => schema)).slice(0, 120), name);
    else made.visibleIf = said;
    // Whoever is always asked must not be made to answer what was asked of some.
    if (said === undefined) return;
  }
  const plain = required.filter((guard) => shown.some((each) => each.every((part) => guard.some((own) => own.at === part.at && own.not === part.not)) && guard.every((part) => each.some((own) => own.at === part.at && own.not === part.not))) || guard.length === 0);
  if (plain.length > 0) { made.isRequired = true; return; }
  if (required.length === 0) return;
  const said = anyOfGuards(writer.root, required);
  if (said === undefined) writer.lose(join(at, 'required'), 'export-condition', name, name); else made.requiredIf = said;
}

/** The author's own sentences, where SurveyJS has a place for them. */
function messages(writer: Writer, { schema, at, name }: Gathered, made: Element, notes: JsonSchemaObject): void {
  const given = (notes.messages ?? {}) as Record<string, string>;
  const validators = (made.validators ?? []) as Element[];
  for (const [keyword, text] of Object.entries(given)) {
    const place = join(at, 'x-dvc', 'messages', keyword);
    const said = writer.text(text, place);
    const validator = validators.find(({ type }) => (keyword === 'pattern' ? type === 'regex' : keyword === 'minLength' && type === 'text'));
    if (keyword === 'required') made.requiredErrorText = said;
    else if (validator) validator.text = said;
    else if (keyword === 'minimum' && made.min !== undefined && made.type === 'text') made.minErrorText = said;
    else if (keyword === 'maximum' && made.max !== undefined && made.type === 'text') made.maxErrorText = said;
    else writer.lose(place, 'export-note', `messages.${keyword}`, name);
  }
  void schema;
}

function pagesOf(writer: Writer, document: FormDocument, elements: Map<string, Element>): Element[] {
  const used = new Set<string>();
  const steps = document.steps ?? [];
  const pages = steps.map((step, i): Element => {
    const at = join('/steps', i);
    const listed = (step.fields ?? []).flatMap((path): Element[] => {
      const [name = ''] = split(path[0] === '/' ? path : `/${path}`);
      const found = used.has(name) ? undefined : elements.get(name);
      used.add(name);
      return found ? [found] : [];
    });
    const title = writer.text(step.title, join(at, 'title'));
    const hint = step.hint === undefined ? undefined : join(at, 'hint');
    if (listed.length > 0) return { name: step.id, title, ...(hint ? { description: writer.text(step.hint!, hint) } : {}), ...((step as { shuffle?: boolean }).shuffle ? { questionOrder: 'random' } : {}), elements: listed };
    const page: Element = { name: step.id, title, elements: [{ type: 'html', name: `${step.id}-loi-dan`, html: hint ? writer.text(step.hint!, hint, asHtml) : writer.text(step.title, join(at, 'title'), asHtml) }] };
    if (step.when === undefined) return page;
    const said = whole(writer.root, step.when, []);
    if (said === undefined) writer.lose(join(at, 'when'), 'export-condition', JSON.stringify(step.when).slice(0, 120), step.title); else page.visibleIf = said;
    return page;
  });
  const rest = [...elements].filter(([name]) => !used.has(name)).map(([, element]) => element);
  // What no page lists stands beside the question that it belongs to, else on the last page.
  for (const element of rest) {
    const home = pages.find((page) => (page.elements as Element[]).some((each) => ownerOf(document, String(each.name)) === element.name)) ?? pages.at(-1);
    if (!home) continue;
    const list = home.elements as Element[];
    const after = list.findIndex((each) => ownerOf(document, String(each.name)) === element.name);
    list.splice(after < 0 ? list.length : after + 1, 0, element);
  }
  return pages.length > 0 ? pages : [{ name: 'trang-1', elements: rest }];
}

/** The box of "khác" that a question has. */
function ownerOf(document: FormDocument, name: string): string | undefined {
  const found = gather(document).questions.find((each) => each.name === name);
  const field = ((found?.schema['x-dvc'] as JsonSchemaObject | undefined)?.other as JsonSchemaObject | undefined)?.field;
  return typeof field === 'string' ? field : undefined;
}

/** An early end: a trigger, and the words that are shown then. */
function endsOf(writer: Writer, { screenOut = [] }: SurveyPart): Element {
  const made = screenOut.flatMap(({ when, text }, i) => {
    const at: Path = join('/survey/screenOut', i);
    const expression = whole(writer.root, when as JsonSchemaObject, []);
    if (expression === undefined) { writer.lose(join(at, 'when'), 'export-condition', JSON.stringify(when).slice(0, 120)); return []; }
    writer.lose(at, 'export-screen-out', text.slice(0, 80));
    return [{ expression, html: writer.text(text, join(at, 'text'), asHtml) }];
  });
  return made.length > 0 ? { triggers: made.map(({ expression }) => ({ type: 'complete', expression })), completedHtmlOnCondition: made } : {};
}
