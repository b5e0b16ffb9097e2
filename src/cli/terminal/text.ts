import stringWidth from 'string-width';

const GRAPHEMES = new Intl.Segmenter();
const ELLIPSIS = '…';

/** What moves the cursor, colours, breaks lines or turns the direction of text round. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Names and addresses that others have chosen, as one cell and nothing else: a terminal does not obey them. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (one) => `\\u{${one.codePointAt(0)?.toString(16) ?? ''}}`);
}

/** The same of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** Columns that a text takes on a terminal: two for 漢, none for an accent that stands by itself. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text in at most so many columns; what was cut ends with `…`. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  let left = columns - 1;
  for (const { segment } of GRAPHEMES.segment(text)) {
    left -= widthOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return columns < 1 ? '' : kept + ELLIPSIS;
}

/** Filled up with blanks. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** `1.2 MB`, in powers of 1000. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? 'B'}`;
}

/** `12,345`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${(Math.max(0, ms) / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
