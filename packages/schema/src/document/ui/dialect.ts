import { isObject } from '../report.js';
import type { UiSchema } from './types.js';

/** A copy without anything that is not data; a function, which a script may have put there, becomes its name. undefined when it is no object, or never ends. */
export function cleanCopy(uiSchema: unknown): UiSchema | undefined {
  try {
    const made = JSON.parse(JSON.stringify(uiSchema, (_, value: unknown) => (typeof value === 'function' ? `${value.name}()` : value))) as unknown;
    return isObject(made) ? (made as UiSchema) : undefined;
  } catch {
    return undefined;
  }
}

/** JSON Forms names the type of every element; in a uiSchema of react-jsonschema-form a property may be called `type`, and is an object. */
export const isJsonForms = (uiSchema: UiSchema): boolean => typeof uiSchema.type === 'string';
