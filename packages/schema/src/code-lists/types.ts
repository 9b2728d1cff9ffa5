/** One entry of a code list. */
export interface CodeItem {
  code: string;
  name: string;
  nameEn?: string;
  /** Other spellings and short forms that a search should find. */
  aliases?: string[];
  /** Names that are no longer in force, e.g. of merged provinces: found, and shown with "cũ". */
  formerly?: string[];
  /** What sort of entry, where a list holds several: `peoples-committee`, `police`. */
  kind?: string;
}

/** `within`: the code that narrows it (the province of a list of communes). */
export interface CodeList {
  id: string;
  version: string;
  within?: string;
  source?: string;
  /** The day that the facts were looked at, `YYYY-MM-DD`. */
  asOf?: string;
  licence?: string;
  confidence?: 'high' | 'medium' | 'low';
  items: CodeItem[];
}

/** An entry that a search found. */
export interface CodeMatch {
  item: CodeItem;
  /** The other name by which it was found, if not by its name. */
  via?: string;
  /** `via` is a former name. */
  former?: boolean;
}
