import type { Acknowledgement, DvcForm, Issue, Problem, Submission } from '@dvc/elements';
import type { JSONSchema } from 'json-schema-to-ts';
import type { Draft, FormData, PathsOf } from './schema-types.js';

export type { FormData };

/**
 * The pointers of all properties that a schema declares, six levels deep: `/child/birthDate`, `/members/${number}/name`.
 * @example
 * const path: FormPath<typeof schema> = '/members/0/name';
 */
export type FormPath<Schema> = PathsOf<FormData<Schema>>;

/** What `dvc-submit` carries: the answers are complete, as every check of the form has passed. */
export type TypedSubmission<Schema> = FormEvents<FormData<Schema>>['dvc-submit']['detail'];

/** `<dvc-form>` with the answers of a schema. */
export type TypedForm<Schema> = FormElement<FormData<Schema>, FormPath<Schema>>;

/** A schema whose form is typed. */
export interface DefinedForm<Schema> {
  readonly schema: Schema;
  /** The element itself, typed: for one that gets this schema in another way, such as from `src`. */
  of(element: DvcForm): TypedForm<Schema>;
  /** Shows the form in the element, and gives the element back, typed. */
  attach(element: DvcForm): TypedForm<Schema>;
}

/**
 * Ties a schema to the types of its answers. The types cost nothing at run time, and check nothing there either.
 * @example
 * const booking = defineForm({
 *   type: 'object', required: ['name', 'part'],
 *   properties: { name: { type: 'string' }, part: { enum: ['morning', 'afternoon'] }, people: { type: 'array', items: { type: 'string' } } },
 * });
 * type Booking = FormData<typeof booking.schema>;
 *
 * const form = booking.attach(document.querySelector('dvc-form')!);
 * form.data = { part: 'morning' };
 * form.addEventListener('dvc-submit', ({ detail }) => console.log(detail.answers.name.length, detail.answers.people?.[0]));
 */
export function defineForm<const Schema extends JSONSchema>(schema: Schema): DefinedForm<Schema> {
  const of = (element: DvcForm) => element as unknown as TypedForm<Schema>;
  return {
    schema,
    of,
    attach(element) {
      element.schema = schema;
      return of(element);
    },
  };
}

/**
 * `<dvc-form>` whose answers have the type `Data`. For a published form the types lie beside the document:
 * @example
 * import type { FormData, FormPath } from './forms/ho-tich/dang-ky-khai-sinh/1.0.0.js';
 * const form = document.querySelector<FormElement<FormData, FormPath>>('dvc-form')!;
 */
export interface FormElement<Data, Path extends string = string> extends Omit<DvcForm, 'data' | 'payload' | 'resolveSubmit' | 'addEventListener' | 'removeEventListener'> {
  /** Everything held. While the form is being filled, any answer may be absent. */
  get data(): Draft<Data> | undefined;
  set data(data: Draft<Data> | undefined);
  /** What would be submitted now: relevant answers and computed values. */
  readonly payload: Draft<Data> | undefined;
  /** For a host that cancelled `dvc-submit`: what its own back end said. */
  resolveSubmit(outcome: Acknowledgement | readonly TypedIssue<Path>[]): void;
  addEventListener<Name extends keyof FormEvents<Data, Path>>(name: Name, listener: (event: FormEvents<Data, Path>[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(name: Name, listener: (event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof FormEvents<Data, Path>>(name: Name, listener: (event: FormEvents<Data, Path>[Name]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(name: Name, listener: (event: HTMLElementEventMap[Name]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** What is wrong with one answer; `''` is the whole. */
export type TypedIssue<Path extends string = string> = Omit<Issue, 'path'> & { path: Path | '' };

/** Name → event of `<dvc-form>`. */
export interface FormEvents<Data, Path extends string = string> {
  'dvc-ready': CustomEvent<{ id: string; version: string }>;
  /** A row keeps its name while rows move: `/members/r2/name`. */
  'dvc-change': CustomEvent<{ path: Path | `/${string}/r${number}${string}` }>;
  'dvc-step': CustomEvent<{ step: string }>;
  'dvc-submit': CustomEvent<Omit<Submission, 'answers'> & { answers: Data }>;
  'dvc-submitted': CustomEvent<{ dossierCode: string; receivedAt: string }>;
  'dvc-error': CustomEvent<{ code: string; message: string; problems: readonly Problem[] }>;
}
