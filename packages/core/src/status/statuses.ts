// The ten national codes, as the machine needs them. Their words, their sentences and where they come from are data: schemas/statuses/national.json, which a test holds equal to this table.
import type { CitizenTask, Clock, StatusKey, Turn } from './view.js';

export interface NationalStatus {
  readonly code: string;
  readonly key: StatusKey;
  /** What the code says of the agency's clock. `by-procedure`: it goes on unless the agency says that it is paused. */
  readonly clock: Clock | 'by-procedure';
  /** What the code asks of the citizen. A request for papers or money asks too, whatever the code is. */
  readonly task: CitizenTask['kind'];
  readonly holder: Turn;
  /** The survey may be opened from here. */
  readonly surveyAllowed: boolean;
}

const status = (code: string, key: StatusKey, clock: NationalStatus['clock'], holder: Turn, task: CitizenTask['kind'] = 'nothing', surveyAllowed = false): NationalStatus =>
  ({ code, key, clock, task, holder, surveyAllowed });

export const NATIONAL_STATUSES: readonly NationalStatus[] = [
  status('1', 'newlySubmitted', 'not-started', 'agency'),
  status('2', 'received', 'running', 'agency'),
  status('3', 'notReceived', 'stopped', 'nobody', 'read-reason'),
  status('4', 'processing', 'running', 'agency'),
  status('5', 'supplementRequired', 'paused', 'citizen', 'supplement'),
  status('6', 'paymentRequired', 'by-procedure', 'citizen', 'pay'),
  status('7', 'withdrawalRequested', 'stopped', 'agency'),
  status('8', 'stopped', 'stopped', 'nobody', 'read-reason'),
  status('9', 'processed', 'stopped', 'citizen', 'collect', true),
  status('10', 'resultReturned', 'stopped', 'nobody', 'rate', true),
];

/** undefined for a code that is none of the ten: an agency's own. */
export const nationalStatus = (code: string): NationalStatus | undefined => NATIONAL_STATUSES.find((each) => each.code === code);

/** The words of another system (schemas/statuses/*.json). */
export interface StatusVocabulary {
  readonly id: string;
  readonly statuses: readonly {
    /** As that system says it: `waiting`, or with its sub-status `processing/processing_1`. */
    readonly foreign: string;
    /** One of the ten. */
    readonly code: string;
    /** What the national code does not say. */
    readonly text?: { readonly vi: string; readonly en?: string };
    /** A hold inside of the handling: the adapter tells `paused` as well. */
    readonly paused?: boolean;
  }[];
}
export interface MappedStatus { readonly code: string; readonly text?: string; readonly paused: boolean; /** False: shown in the system's own words. */ readonly known: boolean }

/**
 * The national code for a word of another system. A sub-status (`status/sub`) that is not in the vocabulary counts as its status.
 * A word that is not there at all keeps its own text, and its code is marked with the vocabulary: the `3` of another system is not the nation's 3.
 * @param text the words that the system sent along; they are shown rather than ours
 */
export function mapStatus(vocabulary: StatusVocabulary, foreign: string, text?: string): MappedStatus {
  const find = (word: string) => vocabulary.statuses.find((each) => each.foreign === word);
  const word = foreign.trim(), own = text?.trim();
  const found = find(word) ?? find(word.slice(0, Math.max(0, word.lastIndexOf('/'))));
  const said = own || found?.text?.vi;
  return found
    ? { code: found.code, ...(said ? { text: said } : {}), paused: found.paused === true, known: true }
    : { code: `${vocabulary.id}:${word}`, text: own || word, paused: false, known: false };
}
