// For a host that counts what happens on its pages, without knowing who does it. Nothing runs unless it is called.
export { measure, type Counted, type MeasureOptions } from '@dvc/client/measure.js';
