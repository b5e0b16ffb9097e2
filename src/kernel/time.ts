const ZULU_PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?Z$/;

/**
 * Reads `YYYY-MM-DDTHH:mm:ssZ`; a fraction of a second is tolerated and dropped, since every date-time of this API
 * is kept to the second. Anything else, an impossible calendar day among them, gives undefined.
 */
export function parseZulu(text: string): Date | undefined {
  const match = ZULU_PATTERN.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [number, number, number, number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return year > 0 && formatZulu(date) === `${text.slice(0, 19)}Z` ? date : undefined;
}

/** `YYYY-MM-DDTHH:mm:ssZ`, the fraction dropped. */
export function formatZulu(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
