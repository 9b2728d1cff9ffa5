// From a schema to the type of its answers: json-schema-to-ts, after the parts are said in words that it knows.
// It takes a conditional answer for a required one, a 2020-12 tuple for a list, and never ends with a schema that refers to itself.
import type { FromSchema, JSONSchema } from 'json-schema-to-ts';

/**
 * The answers that a schema describes. Nothing of it needs to be known in advance but one thing: what only a condition
 * (`if`, `dependentSchemas`) declares is optional here, whatever the condition requires.
 * A schema that refers to itself is followed once; what is below is `unknown`.
 * @example
 * const schema = { type: 'object', required: ['name'], properties: { name: { type: 'string' }, age: { type: 'integer' } } } as const;
 * type Person = FormData<typeof schema>; // { name: string; age?: number; [more: string]: unknown }
 */
export type FormData<Schema> = Plain<Schema, Schema, never> extends infer Plainly extends JSONSchema
  // The default of an answer can be emptied by whoever fills the form.
  ? FromSchema<Plainly, { keepDefaultedPropertiesOptional: true }>
  : never;

/**
 * A part of a schema without references, conditions and `prefixItems`.
 * `Seen`: the references that led here. `Known`: properties that the schema around it declares for the same object.
 */
type Plain<S, Root, Seen, Known = never> =
  JSONSchema extends S ? true // nothing of it is known while compiling
  : S extends { readonly $ref: infer Ref } ? (Ref extends Seen ? true : Plain<Referred<S, Target<Ref, Root>>, Root, Seen | Ref, Known>)
  : S extends { readonly prefixItems: infer Items } ? Plain<Tuple<S, Items>, Root, Seen, Known>
  : S extends object ? { readonly [K in Exclude<keyof S, LeftOut>]: PlainPart<K, S[K], Root, Seen, Known | KeysOf<Sure<S, Root>>> } & Properties<S, Root, Seen, Known>
  : S;
/** As drafts before 2020-12 say it. */
type Tuple<S, Items> = Omit<S, 'prefixItems' | 'items'> & { readonly items: Items; readonly additionalItems: S extends { readonly items: infer Rest } ? Rest : true };
type PlainPart<Keyword, S, Root, Seen, Known> =
  // The conditions of all its parts are the affair of the whole: one may say again what another says.
  Keyword extends 'allOf' ? Each<S, Root, Seen, string>
  : Keyword extends 'anyOf' | 'oneOf' ? Each<S, Root, Seen, Known>
  : Keyword extends 'patternProperties' ? Each<S, Root, Seen>
  : Keyword extends 'items' ? S extends readonly unknown[] ? Each<S, Root, Seen> : Plain<S, Root, Seen>
  : Keyword extends 'additionalProperties' | 'additionalItems' ? Plain<S, Root, Seen>
  : S;
type Each<Schemas, Root, Seen, Known = never> = { readonly [K in keyof Schemas]: Plain<Schemas[K], Root, Seen, Known> };
/** What says nothing about the type, or is said otherwise. */
type LeftOut = '$schema' | '$defs' | 'definitions' | 'if' | 'then' | 'else' | 'dependentSchemas' | 'dependencies' | 'not' | 'contains' | 'propertyNames' | 'title' | 'description' | 'default' | 'examples' | 'x-dvc' | 'properties';
/** The declared ones and those of conditions. Where they are, a form makes an object, and so means its author. */
type Properties<S, Root, Seen, Known> = [Part<S, 'properties'> | Late<S, Root>] extends [never] ? unknown
  : { readonly properties: Each<S extends { readonly properties: infer Declared } ? Declared : unknown, Root, Seen> & Each<Merged<Late<S, Root>, Known | KeysOf<Sure<S, Root>>>, Root, Seen> }
    & (S extends { readonly type: unknown } ? unknown : { readonly type: 'object' });

// References

type Target<Ref, Root> = Ref extends '#' ? Root : Ref extends `#/${infer Path}` ? Follow<Path, Root> : true;
type Follow<Path extends string, S> = Path extends `${infer Head}/${infer Rest}` ? Head extends keyof S ? Follow<Rest, S[Head]> : true : Path extends keyof S ? S[Path] : true;
/** What stands beside a reference holds too, so the target becomes one of `allOf`. */
type Referred<S, Target> = Omit<S, '$ref' | 'allOf'> & (Target extends { readonly type: infer Type } ? { readonly type: Type } : unknown)
  & { readonly allOf: readonly [Target, ...(S extends { readonly allOf: infer All extends readonly unknown[] } ? All : [])] };

// Conditions

/** The property maps that hold whatever is answered. */
type Sure<S, Root> = S extends { readonly $ref: infer Ref } ? Sure<Target<Ref, Root>, Root> | Sure<Omit<S, '$ref'>, Root>
  : S extends unknown ? Part<S, 'properties'> | Sure<Item<Part<S, 'allOf'>>, Root> : never;
/** The property maps of all branches that may hold, and of the conditions inside. */
type Late<S, Root> = S extends { readonly $ref: infer Ref } ? Late<Target<Ref, Root>, Root> | Late<Omit<S, '$ref'>, Root>
  : S extends unknown ? Sure<Branch<S>, Root> | Late<Branch<S> | Item<Part<S, 'allOf'>>, Root> : never;
type Branch<S> = Part<S, 'then' | 'else'> | Inside<Part<S, 'dependentSchemas' | 'dependencies'>>;
/** What only these maps declare, each with every schema that one of them gives it. */
type Merged<Maps, Known> = [Maps] extends [never] ? unknown : { readonly [K in Exclude<KeysOf<Maps>, Known>]: At<Maps, K> };

type Part<S, Keyword extends string> = S extends unknown ? S[Keyword & keyof S] : never;
type Inside<Map> = Map extends unknown ? Map[keyof Map] : never;
type Item<List> = List extends readonly (infer Each)[] ? Each : never;
type KeysOf<T> = T extends unknown ? keyof T : never;
type At<T, K> = T extends unknown ? T[K & keyof T] : never;

// Places

/** The pointers of all declared properties, six levels deep; rows as `/members/${number}/name`. */
export type PathsOf<Data, Depth extends 0[] = []> = Depth['length'] extends 6 ? never
  : Data extends readonly (infer Row)[] ? Below<`/${number}`, Row, Depth>
  : Data extends object ? { [Name in Declared<Data>]: Below<`/${Escaped<`${Name}`>}`, Data[Name], Depth> }[Declared<Data>]
  : never;
type Below<Path extends string, Data, Depth extends 0[]> = Path | `${Path}${PathsOf<Data, [...Depth, 0]>}`;
/** Names that the schema declares; of an open object not the rest, of a map any. */
type Declared<Data> = keyof { [Name in keyof Data as string extends Name ? unknown extends Data[Name] ? never : Name : Name]: 0 } & (string | number) & keyof Data;
type Escaped<Name extends string> = Name extends `${infer Head}~${infer Rest}` ? `${Slashless<Head>}~0${Escaped<Rest>}` : Slashless<Name>;
type Slashless<Name extends string> = Name extends `${infer Head}/${infer Rest}` ? `${Head}~1${Slashless<Rest>}` : Name;

/** Answers on their way: anything may still be absent. */
export type Draft<Data> = Data extends object ? { [Name in keyof Data]?: Draft<Data[Name]> } : Data;
