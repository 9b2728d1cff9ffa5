import type { Draft } from '../assemble.js';
export class NoForm extends Error {}
export class WhichForm extends Error {}
export async function importFormio(_json: unknown, _name: string, _form?: string): Promise<Draft> { throw new NoForm(); }
