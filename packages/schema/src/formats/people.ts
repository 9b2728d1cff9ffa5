import { passport } from './passport.js';
import { personName } from './person-name.js';
import { personalId } from './personal-id.js';
import { phone } from './phone.js';
import { taxCode } from './tax-code.js';
import type { Format } from './types.js';

/** One chunk: what forms ask of a person. */
export const table: Readonly<Record<string, Format>> = { passport, 'person-name': personName, 'personal-id': personalId, phone, 'tax-code': taxCode };
