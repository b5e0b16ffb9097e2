/** A record of a CSV file. */
export interface CsvRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record that was recognized as a whole, left as it stands in the file: in two parts and without its line end. */
export interface PlainRow {
  readonly line: number;
  readonly front: string;
  readonly back: string;
}

/** Recognizes records that need no closer look. Both are sticky: the one begins where the other ends, and ends behind the line end. */
export interface PlainPattern {
  readonly front: RegExp;
  readonly back: RegExp;
}

/** What ends the records of a file; a file keeps to one of them. */
export type LineEnd = '\n' | '\r\n';

export interface CsvText {
  readonly text: string;
  /** Of the file, at which the text begins. */
  readonly line: number;
  readonly lineEnd: LineEnd;
  /** Whether the file ends here. */
  readonly isLast: boolean;
  readonly plain?: PlainPattern | undefined;
  /** As many records at most. */
  readonly limit?: number;
}

export interface CsvRecords {
  readonly rows: readonly (CsvRow | PlainRow)[];
  /** How much of the text they are. */
  readonly length: number;
  /** At which the rest begins. */
  readonly line: number;
  /** The rest begins with a record that breaks a rule; otherwise with one that is not whole yet, or there is none. */
  readonly isOdd: boolean;
}

const QUOTE = 34;
const COMMA = 44;
const RETURN = 13;

/**
 * Takes RFC 4180 records off the beginning of a text, as many as are whole: what takes a parser that goes byte by byte a microsecond a cell
 * is two searches here. Whatever is not by the rules is left to such a parser, which knows what to say about it.
 */
export function takeRecords({
  text,
  line: firstLine,
  lineEnd,
  isLast,
  plain,
  limit = Infinity,
}: CsvText): CsvRecords {
  const rows: (CsvRow | PlainRow)[] = [];
  const isCrlf = lineEnd === '\r\n';
  let line = firstLine;
  let position = 0;
  let quote = text.indexOf('"');
  const end = (isOdd: boolean): CsvRecords => ({ rows, length: position, line, isOdd });
  while (position < text.length && rows.length < limit) {
    const back = plain === undefined ? -1 : matchTo(plain.front, text, position);
    const next = plain === undefined || back === -1 ? -1 : matchTo(plain.back, text, back);
    if (next !== -1) {
      rows.push({ line, front: text.slice(position, back), back: text.slice(back, next - lineEnd.length) });
      line += countLines(text, position, next);
      position = next;
      continue;
    }
    const lineBreak = text.indexOf('\n', position);
    const stop = lineBreak === -1 ? text.length : lineBreak;
    if (quote !== -1 && quote < position) quote = text.indexOf('"', position);
    if (quote !== -1 && quote < stop) {
      const record = takeQuoted({ text, isCrlf, isLast, position });
      if (typeof record === 'string') return end(record === 'odd');
      rows.push({ line, cells: record.cells });
      line += 1 + record.breaks;
      position = record.next;
      continue;
    }
    if (lineBreak === -1 && !isLast) break;
    const cut = isCrlf && lineBreak !== -1 ? 1 : 0;
    if (cut === 1 && text.charCodeAt(stop - 1) !== RETURN) return end(true);
    // An empty line is no record.
    if (stop - cut > position) rows.push({ line, cells: text.slice(position, stop - cut).split(',') });
    line += 1;
    position = stop + 1;
  }
  position = Math.min(position, text.length);
  return end(false);
}

/** How many end in a stretch of text. */
function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Where a match that begins here ends; -1 when there is none. */
function matchTo(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

interface QuotedText {
  readonly text: string;
  readonly isCrlf: boolean;
  readonly isLast: boolean;
  readonly position: number;
}

interface QuotedRecord {
  readonly cells: readonly string[];
  /** Line breaks inside its cells. */
  readonly breaks: number;
  readonly next: number;
}

/** A record with a quote in it: cell by cell. */
function takeQuoted({ text, isCrlf, isLast, position }: QuotedText): QuotedRecord | 'odd' | 'not whole' {
  const cells: string[] = [];
  let breaks = 0;
  let at = position;
  for (;;) {
    const cell = text.charCodeAt(at) === QUOTE ? closeQuote(text, at + 1) : toDelimiter(text, at, isCrlf);
    // A quote at the end of the text may be the first of two.
    if (cell === undefined || (cell.next >= text.length && !isLast)) return 'not whole';
    if (cell.isOdd) return 'odd';
    if (cell.hasBreaks) breaks += cell.value.split('\n').length - 1;
    cells.push(cell.value);
    const { next } = cell;
    if (next >= text.length) return { cells, breaks, next: text.length };
    if (text.charCodeAt(next) === COMMA) at = next + 1;
    else if (!isCrlf && text[next] === '\n') return { cells, breaks, next: next + 1 };
    else if (isCrlf && text.startsWith('\r\n', next)) return { cells, breaks, next: next + 2 };
    else if (isCrlf && text.charCodeAt(next) === RETURN && next + 1 >= text.length)
      return isLast ? 'odd' : 'not whole';
    else return 'odd';
  }
}

interface Cell {
  readonly value: string;
  /** Where the delimiter has to be. */
  readonly next: number;
  readonly isOdd: boolean;
  readonly hasBreaks: boolean;
}

/** From behind an opening quote; undefined when the text ends before the closing one. */
function closeQuote(text: string, start: number): Cell | undefined {
  let value = '';
  let from = start;
  let close = text.indexOf('"', from);
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
    value += text.slice(from, close + 1);
    from = close + 2;
    close = text.indexOf('"', from);
  }
  if (close === -1) return undefined;
  value += text.slice(from, close);
  return { value, next: close + 1, isOdd: false, hasBreaks: value.includes('\n') };
}

/** A cell without quotes. */
function toDelimiter(text: string, start: number, isCrlf: boolean): Cell {
  let stop = start;
  let isOdd = false;
  for (; stop < text.length; stop += 1) {
    const code = text.charCodeAt(stop);
    if (code === COMMA || code === 10) break;
    if (code === QUOTE) isOdd = true;
  }
  const isEnd = isCrlf && text[stop] === '\n';
  if (isEnd && text.charCodeAt(stop - 1) !== RETURN) isOdd = true;
  const next = isEnd ? stop - 1 : stop;
  return { value: text.slice(start, next), next, isOdd, hasBreaks: false };
}

/** What ends the first record of a text; undefined when that is not in it, `odd` for what ends lines of no file of today. */
export function findLineEnd(text: string, isLast: boolean): LineEnd | 'odd' | undefined {
  for (const { 0: token, index } of text.matchAll(/"[^"]*(?:"|$)|\r\n|\r|\n/g)) {
    if (token === '\n' || token === '\r\n') return token;
    // More may come: half of a line end.
    if (token === '\r') return index === text.length - 1 && !isLast ? undefined : 'odd';
  }
  return undefined;
}
