// Amounts of a host over those of a form, for a host that hands the document over itself.
export { FeeTableError, problemsOfFeeTable, withFeeTable } from '@dvc/schema/document/fee-table.js';
export type { Fee, FeeTable, FormDocument, Problem } from '@dvc/schema';
