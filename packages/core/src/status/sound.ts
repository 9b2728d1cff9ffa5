import { isDate } from '@dvc/schema/calendar/index.js';
import type { StatusDocument, StatusEvent, StatusLimit } from './events.js';

/** Longer words are no note to a citizen. */
const LONG = 4000, SHORT = 200;
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most = LONG): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= most;
const isWhole = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;
/** Absent, or as it must be. */
const maybe = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isName = (value: unknown): boolean => isText(value, SHORT);
const isDay = (value: unknown): boolean => typeof value === 'string' && isDate(value);
/** A page of the web, or of the back end itself; never a script, never another host by `//host`. */
const isLink = (value: unknown): boolean => isText(value) && /^(https:\/\/[^\s/]|\/(?![/\\]))/.test(value as string) && !/\s/.test(value as string);
const isHolder = (value: unknown): boolean => isFields(value) && isName(value['unit']) && maybe(value['person'], isName);
const isRemark = (value: unknown): boolean => isFields(value) && isText(value['text']) && maybe(value['path'], (path) => typeof path === 'string' && path.length <= LONG && /^(\/|$)/.test(path)) && maybe(value['paper'], isName);

const UNITS: readonly unknown[] = ['workingDay', 'day', 'workingHour'] satisfies StatusLimit['unit'][];
const isLimit = (value: unknown): boolean => isFields(value) && typeof value['value'] === 'number' && value['value'] >= 0 && value['value'] <= 5000
  && UNITS.includes(value['unit']) && (value['unit'] === 'workingHour' || Number.isInteger(value['value']))
  && maybe(value['receivedBefore'], (clock) => typeof clock === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) && maybe(value['source'], isText);

const KINDS: readonly unknown[] = ['slip', 'apology', 'notice', 'result'] satisfies StatusDocument['kind'][];
const isDocument = (value: unknown): boolean => isFields(value) && isName(value['id']) && KINDS.includes(value['kind']) && isText(value['title']) && maybe(value['number'], isName) && maybe(value['link'], isLink);

/** What each kind must have besides its line. */
const SOUND: Readonly<Record<StatusEvent['type'], (event: Fields) => boolean>> = {
  'status': (event) => isName(event['code']) && maybe(event['text'], isText),
  'accepted': (event) => maybe(event['limit'], isLimit) && maybe(event['countedFrom'], (at) => isWhole(at, 0)),
  'supplement-asked': (event) => isName(event['request']) && Array.isArray(event['remarks']) && event['remarks'].length <= SHORT && event['remarks'].every(isRemark) && maybe(event['until'], isDay),
  'supplement-answered': (event) => isName(event['request']),
  'paused': () => true,
  'resumed': () => true,
  'extended': (event) => isDay(event['due']) && maybe(event['apology'], isDocument),
  'payment-asked': (event) => isName(event['payment']) && isWhole(event['amount'], 1) && maybe(event['due'], isDay),
  'payment-settled': (event) => isName(event['payment']),
  'withdraw-asked': () => true,
  'withdraw-refused': () => true,
  'resubmitted': (event) => maybe(event['dossier'], isName),
  'document': (event) => isDocument(event['document']),
  'posted': (event) => isName(event['carrier']) && isName(event['code']) && ['sent', 'delivered', 'returned'].includes(event['state'] as string) && maybe(event['link'], isLink),
};

/** Everything in it is of its kind. A server takes no other; a page that is sent another keeps its place in the history and makes nothing of it. */
export function isSoundStatusEvent(event: unknown): event is StatusEvent {
  if (!isFields(event)) return false;
  const { type } = event;
  return isName(event['id']) && isWhole(event['seq'], 1) && isWhole(event['at'], 0) && event['at'] as number <= 8.64e15 - 1e11 && maybe(event['note'], isText) && maybe(event['holder'], isHolder)
    && typeof type === 'string' && Object.hasOwn(SOUND, type) && SOUND[type as StatusEvent['type']](event);
}
