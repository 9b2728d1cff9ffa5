import type { JsonObject } from '@dvc/schema';
import chosen from './shapes/chosen.json' with { type: 'json' };
import decided from './shapes/decided-by-an-answer.json' with { type: 'json' };
import doesNotFit from './shapes/does-not-fit.json' with { type: 'json' };
import entries from './shapes/entries.json' with { type: 'json' };
import kinds from './shapes/kinds.json' with { type: 'json' };
import layoutHints from './shapes/layout-hints.json' with { type: 'json' };
import looks from './shapes/looks.json' with { type: 'json' };
import partMissing from './shapes/part-missing.json' with { type: 'json' };
import slots from './shapes/slots.json' with { type: 'json' };
import withoutEnd from './shapes/without-end.json' with { type: 'json' };

/** A plain JSON Schema for each shape that is more than fields, groups and rows; its data have something to mend. */
export interface ShapeExample { name: string; schema: JsonObject; data: JsonObject }
const example = (each: unknown): ShapeExample => each as ShapeExample;

export const shapes = {
  decided: example(decided), chosen: example(chosen), entries: example(entries), slots: example(slots), withoutEnd: example(withoutEnd), kinds: example(kinds),
  looks: example(looks), doesNotFit: example(doesNotFit), partMissing: example(partMissing), layoutHints: example(layoutHints),
};
