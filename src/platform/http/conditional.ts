/** What names one state of a file. */
export interface Validators {
  /** In quotes, without `W/`: the content under it never changes by a byte. */
  readonly etag: string;
  /** Whole seconds, as HTTP has them; undefined when it is not known: then conditions on dates are passed over. */
  readonly lastModified: Date | undefined;
}

/** A request's headers by their names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The header that forbids an answer (412), after RFC 9110, section 13.2.2: `If-Match`, which whoever resumes a download may send, and
 * without it `If-Unmodified-Since`. Undefined when none does.
 */
export function findFailedPrecondition(headers: RequestHeaders, validators: Validators): string | undefined {
  const ifMatch = textOf(headers['if-match']);
  if (ifMatch !== undefined)
    return namesAny(ifMatch, validators.etag, { weakly: false }) ? undefined : 'If-Match';
  const unmodifiedSince = parseHttpDate(textOf(headers['if-unmodified-since']));
  const { lastModified } = validators;
  return unmodifiedSince !== undefined && lastModified !== undefined && lastModified > unmodifiedSince
    ? 'If-Unmodified-Since'
    : undefined;
}

/** Whether a GET or HEAD is answered 304: by `If-None-Match` when it is there, else by `If-Modified-Since`. */
export function isNotModified(headers: RequestHeaders, { etag, lastModified }: Validators): boolean {
  const ifNoneMatch = textOf(headers['if-none-match']);
  if (ifNoneMatch !== undefined) return namesAny(ifNoneMatch, etag, { weakly: true });
  const modifiedSince = parseHttpDate(textOf(headers['if-modified-since']));
  return modifiedSince !== undefined && lastModified !== undefined && lastModified <= modifiedSince;
}

/** Whether `If-Range` lets a part be sent: it names this very state, by its strong ETag or its exact date. Else the file is sent whole. */
export function allowsRange(headers: RequestHeaders, { etag, lastModified }: Validators): boolean {
  const ifRange = textOf(headers['if-range']);
  if (ifRange === undefined || ifRange === etag) return true;
  return lastModified !== undefined && parseHttpDate(ifRange)?.getTime() === lastModified.getTime();
}

function textOf(header: string | string[] | undefined): string | undefined {
  return header === undefined ? undefined : [header].flat().join(', ').trim();
}

const ENTITY_TAG = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
// One branch for each of tag and comma, so that no text is tried in two ways.
const ENTITY_TAGS = new RegExp(String.raw`^(?:${ENTITY_TAG}[ \t]*(?:,[ \t]*|$)|,[ \t]*)+$`);

/** Whether a list of ETags, or `*`, names this one. A malformed list names nothing. */
function namesAny(list: string, etag: string, { weakly }: { weakly: boolean }): boolean {
  if (list === '*') return true;
  if (!ENTITY_TAGS.test(list)) return false;
  const named = list.match(new RegExp(ENTITY_TAG, 'g')) ?? [];
  return named.some((one) => (weakly ? one.replace(/^W\//, '') : one) === etag);
}

/** The three forms of RFC 9110, section 5.6.7: today's, RFC 850's with two digits for the year, and C's asctime(). */
const HTTP_DATES = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
];

/** Reads an HTTP-date; undefined for anything else, days and times that do not exist among them. */
export function parseHttpDate(text: string | undefined, now = new Date()): Date | undefined {
  const found = HTTP_DATES.map((form) => form.exec(text ?? '')?.groups).find((one) => one !== undefined);
  if (found === undefined) return undefined;
  const { day = '', month = '', year = '', time = '' } = found;
  const rest = `${day.replace(' ', '0')} ${month} ${year.length === 2 ? fullYear(year, now) : year} ${time} GMT`;
  const date = new Date(rest);
  // The day of the week is not looked at: the date alone names the moment.
  return !Number.isNaN(date.getTime()) && date.toUTCString().endsWith(`, ${rest}`) ? date : undefined;
}

/** A year that seems to lie more than 50 years ahead is the one a century before. */
function fullYear(twoDigits: string, now: Date): number {
  const thisYear = now.getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(twoDigits);
  return year > thisYear + 50 ? year - 100 : year;
}
