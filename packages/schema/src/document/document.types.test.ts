// Compile-only: the hand-written FormDocument and the one derived from schemas/form-document.schema.json are the same,
// but for the two recursive parts, which json-schema-to-ts cannot follow.
import type { FromSchema } from 'json-schema-to-ts';
import type { JsonSchema, JsonSchemaObject } from '../types.js';
import type { formDocumentSchema } from './form-document.schema.js';
import type { Annotations, Expression, FormDocument } from './types.js';

type Whole = typeof formDocumentSchema;
type Defs = Omit<Whole['$defs'], 'jsonSchema' | 'expression' | 'operands' | 'field'>;
/** The recursive definitions and the data schema stand as constants that nothing else uses, to be told apart afterwards. */
type Tied = Omit<Whole, '$defs' | 'properties'> & {
  readonly properties: Omit<Whole['properties'], 'schema'> & { readonly schema: { readonly const: 'ROOT' } };
  readonly $defs: Defs & {
    readonly jsonSchema: { readonly const: 'SCHEMA' };
    readonly expression: { readonly const: 'EXPRESSION' };
    readonly operands: { readonly const: 'EXPRESSION' };
    readonly field: { readonly type: 'string' };
  };
};
type Derived = FromSchema<Tied>;

/** Puts the hand-written parts where the marks are. */
type Filled<T> = T extends 'ROOT' ? JsonSchemaObject
  : T extends 'SCHEMA' ? JsonSchema
  : T extends 'EXPRESSION' ? Expression
  : T extends readonly (infer Item)[] ? Filled<Item>[]
  : T extends object ? { [K in keyof T]: Filled<T[K]> }
  : T;

export const fromHand = (document: FormDocument): Filled<Derived> => document;
export const toHand = (document: Filled<Derived>): FormDocument => document;

// A type of `any`, or one that takes everything, would pass the two lines above.
// @ts-expect-error a form has a version
export const withoutVersion: Filled<Derived> = { kind: 'form', id: 'a', title: 'A', schema: {} };
// @ts-expect-error `kind` is closed
export const wrongKind: Filled<Derived> = { kind: 'page', id: 'a', version: '1.0.0', title: 'A', schema: {} };
export const right: Filled<Derived> = { kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: {}, steps: [{ id: 's', title: 'S', fields: ['/a'] }] };

// Assignable both ways lets an optional property be forgotten on one side; the names must be the same too.
type Names<T, Depth extends 0[] = []> = Depth['length'] extends 6 ? never
  : T extends readonly (infer Item)[] ? Names<Item, [...Depth, 0]>
  : string extends keyof T ? Names<T[string & keyof T], [...Depth, 0]>
  : T extends object ? { [K in keyof T & string]-?: K | `${K}/${Names<NonNullable<T[K]>, [...Depth, 0]>}` }[keyof T & string]
  : never;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const sameNames: Same<Names<FormDocument>, Names<Filled<Derived>>> = true;

// `x-dvc` stands inside the data schema, so it is compared by itself.
type DerivedAnnotations = FromSchema<Defs['annotations'] & { readonly $defs: Defs }>;
export const annotationsFromHand = (annotations: Annotations): DerivedAnnotations => annotations;
export const annotationsToHand = (annotations: DerivedAnnotations): Annotations => annotations;
export const sameAnnotationNames: Same<keyof Annotations, keyof DerivedAnnotations> = true;
