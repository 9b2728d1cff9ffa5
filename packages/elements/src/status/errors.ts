/** What a page developer can be told of a status. The number stays with its meaning; the documentation has a section for each. */
export const STATUS_CODES = {
  'status-missing': 'DVC-601',
  'status-failed': 'DVC-602',
  'status-part': 'DVC-603',
  'duplicate-definition': 'DVC-401',
} as const;
export type StatusErrorName = keyof typeof STATUS_CODES;

export const sentenceOf = (name: StatusErrorName, what: string): string => `[dvc-status] ${what}. See #${STATUS_CODES[name]}`;
