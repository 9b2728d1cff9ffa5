/** One chosen file of a paper, as the citizen sees it. */
export interface PaperFile {
  /** Unique in the form; carried by `data-file` of the buttons. */
  readonly key: string;
  readonly name: string;
  /** bytes */
  readonly size: number;
  readonly state: 'checking' | 'uploading' | 'uploaded' | 'failed';
  /** 0…1 of an upload; absent = not known */
  readonly part?: number;
  /** lower-case hex, once the back end holds the file */
  readonly sha256?: string;
  /** Trying again can help: the connection failed, not the file. */
  readonly canRetry?: boolean;
  /** The sentence of this file. */
  readonly error?: string;
}

/** What a view needs to know of one dossier paper: plain data. */
export interface PaperModel {
  /** Unique in the shadow root and safe in an id attribute. The file input is `#id`. */
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly required: boolean;
  /** For the input's `accept`: MIME types or endings. */
  readonly accept: readonly string[];
  /** The same for people: `PDF, JPG hoặc PNG`. */
  readonly typeNames: string;
  /** of one file */
  readonly maxBytes: number;
  readonly maxFiles: number;
  /** Where the State has it already, or another remark: a whole sentence. */
  readonly note?: string;
  /** The sentence of the paper itself. */
  readonly error?: string;
  readonly files: readonly PaperFile[];
  readonly disabled: boolean;
  readonly readOnly: boolean;
}
