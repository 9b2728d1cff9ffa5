import type { Json, JsonSchemaObject, Path } from '../../types.js';
import type { Step } from '../types.js';
import type { applyHints } from './apply.js';

/** What says how a schema is to be laid out: the `uiSchema` of react-jsonschema-form or of JSON Forms. */
export interface UiSchema { [name: string]: Json | UiSchema }

/** A schema with the hints in it; `steps` when the layout has pages. */
export interface Laid { schema: JsonSchemaObject; steps?: Step[] }

/** Says that something of the uiSchema is not carried over: where, what is done instead, what it was. */
export type Drop = (path: Path, instead: string, feature: string) => void;

/** Handed to the readers, which a page fetches after it. */
export type Apply = typeof applyHints;
