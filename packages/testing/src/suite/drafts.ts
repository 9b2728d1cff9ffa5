/** As the official suite names them. */
export const DRAFTS = ['draft4', 'draft6', 'draft7', 'draft2019-09', 'draft2020-12'] as const;
export type Draft = (typeof DRAFTS)[number];
