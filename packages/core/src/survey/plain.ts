// Reads what a document says without trusting it to be of the right kind.
import type { Json, JsonObject } from '@dvc/schema';

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value as Json[] : []);
