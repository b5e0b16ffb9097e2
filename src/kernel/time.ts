const ZULU_PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?Z$/;

/**
 * Reads `YYYY-MM-DDTHH:mm:ssZ`; a fraction of a second is tolerated and dropped, since every date-time of this API
 * is kept to the second. Anything else, an impossible calendar day among them, gives undefined.
 */
export function parseZulu(text: string): Date | undefined {
  const match = ZULU_PATTERN.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return year > 0 && formatZulu(date) === `${text.slice(0, 19)}Z` ? date : undefined;
}

/** `YYYY-MM-DDTHH:mm:ssZ`, the fraction dropped. */
export function formatZulu(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The same of ISO 8601 such as `YYYY-MM-DDTHH:mm:ss.ffffff+00:00`; in UTC without making a Date of it, as lists have many. */
export function zuluOfIso(text: string): string {
  return text.endsWith('+00:00') ? `${text.slice(0, 19)}Z` : formatZulu(new Date(text));
}

/**
 * The form of the reference's allowance header: `Fri, 02-May-2014 14:22:13 GMT-0700 (PDT)`.
 * @param timeZone an IANA name, such as America/Los_Angeles
 */
export function formatInTimeZone(date: Date, timeZone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      day: '2-digit',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    })
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  const offset = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName')
    ?.value.replace(':', '');
  const at = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const clock = `${at('hour')}:${at('minute')}:${at('second')}`;
  return `${at('weekday')}, ${at('day')}-${at('month')}-${at('year')} ${clock} ${offset === 'GMT' ? 'GMT+0000' : offset} (${at('timeZoneName')})`;
}
