// Where the server can be told to die, apart from anywhere at all.
/** `half-written`: the first line of the ledger is about to be written, what stands beside it is; `before-commit`: everything is written, nothing is kept; `after-commit`: nobody was told; `before-reply`: a notification is stored, and its sender does not know. */
export const places = ['half-written', 'before-commit', 'after-commit', 'before-reply'] as const;
export type Place = (typeof places)[number];
