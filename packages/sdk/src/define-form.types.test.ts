// Compile-only: what a portal developer may write, and what the compiler refuses.
import { defineForm, type DvcForm, type FormData, type FormElement, type FormPath, type TypedForm, type TypedSubmission } from './index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
type Flat<T> = T extends object ? { [K in keyof T]: Flat<T[K]> } : T;
const same = <A, B>(verdict: Same<Flat<A>, Flat<B>>) => verdict;

const household = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  $defs: {
    person: {
      type: 'object', required: ['name'],
      properties: { name: { type: 'string', title: 'Họ và tên', 'x-dvc': { widget: 'person-name' } }, born: { type: 'string', format: 'date' } },
    },
    byPost: { properties: { delivery: { const: 'post' } }, required: ['delivery'] },
  },
  properties: {
    owner: { $ref: '#/$defs/person', title: 'Chủ hộ', unevaluatedProperties: false },
    delivery: { oneOf: [{ const: 'post', title: 'Bưu điện' }, { const: 'counter', title: 'Tại quầy' }] },
    copies: { type: 'integer', minimum: 1, default: 1 },
    middleName: { type: ['string', 'null'] },
    agreed: { type: 'boolean', const: true },
    channels: { type: 'array', uniqueItems: true, items: { enum: ['sms', 'email'] } },
    members: { type: 'array', items: { $ref: '#/$defs/person' } },
    'a/b~c': { type: 'string' },
  },
  required: ['owner', 'delivery', 'agreed'],
  allOf: [{ if: { $ref: '#/$defs/byPost' }, then: { required: ['address'], properties: { address: { type: 'string' }, delivery: { const: 'post' } } } }],
  unevaluatedProperties: false,
} as const;
type Household = FormData<typeof household>;

// The answers

export const whole: Household = {
  owner: { name: 'Trần Thị Hoà', born: '1990-01-01' }, delivery: 'post', copies: 2, middleName: null, agreed: true, channels: ['sms'],
  members: [{ name: 'Trần Văn An' }], 'a/b~c': 'x', address: 'Số 1, ngõ 2',
};
export const least: Household = { owner: { name: 'Trần Thị Hoà' }, delivery: 'counter', agreed: true };
export const nullable: Same<Household['middleName'], string | null | undefined> = true;
export const withDefault: Same<Household['copies'], number | undefined> = true;
/** What only a condition declares is optional, and what it narrows stays as wide as it was. */
export const conditional: Same<Household['address'], string | undefined> = true;
export const narrowed: Same<Household['delivery'], 'post' | 'counter'> = true;

// @ts-expect-error no such alternative
export const wrongEnum: Household = { owner: { name: 'A' }, delivery: 'pigeon', agreed: true };
// @ts-expect-error a number is no text
export const wrongType: Household = { owner: { name: 1 }, delivery: 'post', agreed: true };
// @ts-expect-error the owner is required
export const withoutRequired: Household = { delivery: 'post', agreed: true };
// @ts-expect-error as is the owner's name
export const withoutRequiredBelow: Household = { owner: {}, delivery: 'post', agreed: true };
// @ts-expect-error `null` only where the schema says so
export const nullElsewhere: Household = { owner: { name: null }, delivery: 'post', agreed: true };
// @ts-expect-error the declaration must be true
export const notAgreed: Household = { owner: { name: 'A' }, delivery: 'post', agreed: false };
// @ts-expect-error one of the list is no channel
export const wrongItem: Household = { owner: { name: 'A' }, delivery: 'post', agreed: true, channels: ['sms', 'fax'] };
// @ts-expect-error a list of people, not one
export const notList: Household = { owner: { name: 'A' }, delivery: 'post', agreed: true, members: { name: 'B' } };
// @ts-expect-error the household is closed
export const unknownName: Household = { owner: { name: 'A' }, delivery: 'post', agreed: true, onwer: 1 };
// @ts-expect-error so is the owner, where the person is used
export const unknownNameBelow: Household = { owner: { name: 'A', nmae: 'B' }, delivery: 'post', agreed: true };
/** An open object has more than it declares; nobody knows what. */
export const open = (member: FormData<typeof household.$defs.person>): unknown => member['anything'];
// @ts-expect-error … so it is not to be used as a text
export const openAsText = (member: FormData<typeof household.$defs.person>): string => member['anything'];

// The paths

export const paths: FormPath<typeof household>[] = [
  '/owner', '/owner/name', '/owner/born', '/delivery', '/copies', '/middleName', '/channels', '/channels/0', '/members', '/members/0', '/members/12/name', '/a~1b~0c', '/address',
];
// @ts-expect-error no such property
export const unknownPath: FormPath<typeof household> = '/ownr';
// @ts-expect-error nor below
export const unknownPathBelow: FormPath<typeof household> = '/owner/nmae';
// @ts-expect-error a row has a number
export const rowWithoutNumber: FormPath<typeof household> = '/members/first/name';
// @ts-expect-error a pointer escapes what it must
export const notEscaped: FormPath<typeof household> = '/a/b~c';
// @ts-expect-error a pointer begins with a slash
export const noPointer: FormPath<typeof household> = 'owner';

// The element

declare const element: DvcForm;
const form = defineForm(household).attach(element);

form.data = undefined;
// While it is filled, anything may be absent: so it may be in what a host prefills.
form.data = { owner: { born: '1990-01-01' }, members: [{}] };
export const held: string | undefined = form.data?.owner?.name;
export const sent: 'post' | 'counter' | undefined = form.payload?.delivery;
// @ts-expect-error not yet known
export const heldForSure: string = form.data!.owner!.name;
// @ts-expect-error no such alternative
form.data = { delivery: 'pigeon' };
// @ts-expect-error no such answer
form.data = { onwer: {} };
// @ts-expect-error read-only
form.payload = {};

form.addEventListener('dvc-submit', (event) => {
  event.preventDefault();
  const { answers, idempotencyKey, papers } = event.detail;
  const text: string = answers.owner.name + idempotencyKey + (papers['id']?.[0] ?? '');
  same<typeof answers, Household>(true);
  // @ts-expect-error no such answer
  return text + answers.onwer;
});
form.addEventListener('dvc-submit', async ({ detail }: CustomEvent<TypedSubmission<typeof household>>) => {
  form.resolveSubmit([{ path: '/owner/name', code: 'taken', params: { by: detail.answers.owner.name } }, { path: '', code: 'closed', params: {} }]);
  // @ts-expect-error no such place
  form.resolveSubmit([{ path: '/owner/nmae', code: 'taken', params: {} }]);
  const reply = await fetch('/dossiers', { method: 'POST', body: JSON.stringify(detail) });
  form.resolveSubmit(await reply.json());
});
form.addEventListener('dvc-change', ({ detail }) => {
  if (detail.path === '/owner/name' || detail.path === '/members/r2/name') return;
  // @ts-expect-error no such place, so it never comes
  if (detail.path === '/owner/nmae') return;
});
form.addEventListener('dvc-submitted', ({ detail }) => detail.dossierCode.length);
form.addEventListener('dvc-error', ({ detail }) => detail.problems[0]?.path);
form.addEventListener('click', ({ clientX }) => clientX);
form.addEventListener('somebody-elses', (event) => event.timeStamp, { once: true });
// @ts-expect-error a submission has no such part
form.addEventListener('dvc-submit', ({ detail }) => detail.paper);
// @ts-expect-error other answers than these
form.addEventListener('dvc-submit', (event: CustomEvent<{ answers: { owner: number } }>) => event.detail);
document.body.append(form);
form.goTo('review');
form.locale = 'en';

export const plain: TypedForm<typeof household> = defineForm(household).of(document.querySelector('dvc-form')!);
// @ts-expect-error an element, not nothing
defineForm(household).of(document.querySelector('dvc-form'));
// @ts-expect-error a form of ours
defineForm(household).of(document.createElement('form'));

// A schema written in place is as exact as a constant.
export const booking = defineForm({
  type: 'object', required: ['part'], additionalProperties: false,
  properties: { part: { enum: ['morning', 'afternoon'] }, size: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string' }], items: false, minItems: 2 }, notes: { type: 'object', additionalProperties: { type: 'string' } } },
});
type Booking = FormData<typeof booking.schema>;
export const booked: Booking = { part: 'morning', size: [1, 'm'], notes: { phone: '0912' } };
export const inMap: FormPath<typeof booking.schema>[] = ['/notes', '/notes/phone', '/size/0'];
// @ts-expect-error no such part of the day
export const wrongPart: Booking = { part: 'night' };
// @ts-expect-error the second is a text
export const wrongTuple: Booking = { part: 'morning', size: [1, 2] };
// @ts-expect-error and there is no third
export const longTuple: Booking = { part: 'morning', size: [1, 'm', 2] };
// @ts-expect-error all values of the map are texts
export const wrongInMap: Booking = { part: 'morning', notes: { phone: 912 } };
// @ts-expect-error no such type
defineForm({ type: 'objekt' });
// @ts-expect-error a schema read from a JSON file has lost its words: it has a generated declaration instead
defineForm({ type: 'object' as string });

// Alternatives told apart by a constant
export const payment = defineForm({
  type: 'object', required: ['amount'], properties: { amount: { type: 'integer' } },
  oneOf: [
    { required: ['kind', 'card'], properties: { kind: { const: 'card' }, card: { type: 'string' } } },
    { required: ['kind'], properties: { kind: { const: 'transfer' }, bank: { type: 'object', properties: { code: { type: 'string' } }, additionalProperties: false } } },
  ],
});
type Payment = FormData<typeof payment.schema>;
export const byCard: Payment = { amount: 1, kind: 'card', card: '9704' };
export const byTransfer: Payment = { amount: 1, kind: 'transfer', bank: { code: 'VCB' } };
export const which = (paid: Payment): string | undefined => (paid.kind === 'card' ? paid.card : paid.bank?.code);
export const inBranch: FormPath<typeof payment.schema>[] = ['/amount', '/kind', '/card', '/bank/code'];
// @ts-expect-error a card has a number
export const withoutCard: Payment = { amount: 1, kind: 'card' };
// @ts-expect-error no such kind
export const otherKind: Payment = { amount: 1, kind: 'cash' };

// Conditions below conditions, with a reference, in both branches, by presence
export const deep = {
  type: 'object',
  $defs: { extra: { properties: { note: { type: 'string' } }, if: { required: ['note'] }, then: { properties: { signed: { type: 'boolean' } } } } },
  properties: { kind: { enum: ['a', 'b'] } },
  if: { required: ['kind'], properties: { kind: { const: 'a' } } },
  then: { $ref: '#/$defs/extra', properties: { size: { type: 'number' } } },
  else: { properties: { size: { type: 'string' } } },
  dependentSchemas: { kind: { properties: { reason: { type: 'string' } }, required: ['reason'] } },
  unevaluatedProperties: false,
} as const;
same<FormData<typeof deep>, { kind?: 'a' | 'b'; note?: string; signed?: boolean; size?: number | string; reason?: string }>(true);

// A schema of nothing but a condition; one that nobody knows
export const odd = { type: 'object', if: { required: ['a'] }, then: { properties: { b: { type: 'string' } } }, unevaluatedProperties: false } as const;
same<FormData<typeof odd>, { b?: string }>(true);
export const anything: FormData<true> = { whatever: 1 };
declare const fromElsewhere: Parameters<typeof defineForm>[0];
const loose = defineForm(fromElsewhere).attach(element);
loose.data = { whatever: 1 };
loose.addEventListener('dvc-submit', ({ detail }) => {
  // @ts-expect-error answers of which nothing is known
  return detail.answers.whatever;
});

// A schema that refers to itself is followed once.
export const tree = { type: 'object', properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' } } }, additionalProperties: false } as const;
export const grown: FormData<typeof tree> = { name: 'a', children: [{ name: 'b', children: [{ name: 'c' }] }] };
// @ts-expect-error a name is a text
export const wrongTree: FormData<typeof tree> = { children: [{ name: 1 }] };

// What a generated declaration gives
interface Answers { child: { fullName: string }; members?: { age?: number }[] }
declare const byType: FormElement<Answers, '/child' | '/child/fullName'>;
byType.data = { child: {}, members: [{ age: 3 }] };
byType.addEventListener('dvc-submit', ({ detail }) => detail.answers.child.fullName);
// @ts-expect-error no such answer
byType.data = { chidl: {} };
