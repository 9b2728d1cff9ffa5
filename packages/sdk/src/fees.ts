// For a host that takes its forms from elsewhere and has amounts of its own: `form.document = withFeeTable(document, table)`.
// Its back end must apply the same table: it reckons anew, and the page shows what differs.
export { FeeTableError, problemsOfFeeTable, withFeeTable } from '@dvc/elements/fees.js';
export type { Fee, FeeTable, FormDocument, Problem } from '@dvc/elements/fees.js';
